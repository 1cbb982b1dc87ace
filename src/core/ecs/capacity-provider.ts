/** A capacity provider as the console sees it. */
export interface CapacityProvider {
  /** Absent for AWS's own FARGATE and FARGATE_SPOT in old answers. */
  arn?: string
  name: string
  status: string
  updateStatus?: string
  updateStatusReason?: string
  /** Set when it is backed by an Auto Scaling group. */
  autoScalingGroupArn?: string
  managedScaling?: {
    enabled: boolean
    /** Percent of the group's capacity that ECS keeps in use. */
    targetCapacity?: number
    minimumStep?: number
    maximumStep?: number
    /** Seconds. */
    instanceWarmupPeriod?: number
  }
  managedTerminationProtection?: boolean
  managedDraining?: boolean
  tags: Record<string, string>
}
