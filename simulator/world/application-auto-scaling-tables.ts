/** Application Auto Scaling as plain tables. Times are ms since the epoch. */

/** An ECS service whose desired count AWS may change. */
export interface ScalableTargetRecord {
  /** `service/<cluster>/<service>`. */
  resourceId: string
  arn: string
  minCapacity: number
  maxCapacity: number
  roleArn: string
  suspended: { scaleIn: boolean; scaleOut: boolean; scheduled: boolean }
  createdAt: number
}
