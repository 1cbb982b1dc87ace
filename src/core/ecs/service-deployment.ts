/** A service deployment: one move of a service to a service revision (kept 90 days by AWS). Times are ms since the epoch. */
export interface ServiceDeployment {
  arn: string
  serviceArn: string
  status: string
  statusReason?: string
  createdAt: number
  startedAt?: number
  finishedAt?: number
  targetRevisionArn?: string
  sourceRevisionArns: string[]
  rollback?: { reason?: string; startedAt?: number; serviceRevisionArn?: string }
  circuitBreaker?: { status?: string; failureCount: number; threshold: number }
}

export interface ServiceRevision {
  arn: string
  serviceArn: string
  taskDefinitionArn: string
  createdAt?: number
}
