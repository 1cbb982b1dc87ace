/** Target groups and the health of their targets as the console sees them. Seconds are named as such. */
export interface TargetGroup {
  arn: string
  name: string
  protocol?: string
  port?: number
  vpcId?: string
  targetType: string
  loadBalancerArns: string[]
  healthCheck: {
    enabled: boolean
    protocol?: string
    path?: string
    port?: string
    intervalSeconds?: number
    timeoutSeconds?: number
    healthyThreshold?: number
    unhealthyThreshold?: number
    matcher?: string
  }
}

/** Attributes of a target group that the console shows. */
export interface TargetGroupAttributes {
  /** Longest time a target that leaves may take to finish its requests. */
  deregistrationDelaySeconds?: number
}

export interface Target {
  id: string
  port?: number
  availabilityZone?: string
  state: string
  /** `Target.ResponseCodeMismatch`, … */
  reason?: string
  description?: string
  healthCheckPort?: string
}
