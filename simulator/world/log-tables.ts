/** CloudWatch Logs groups and streams. Lines of container streams are computed from what happened, see engine/logs.ts. */
export interface LogStreamRecord {
  name: string
  createdAt: number
  /** Set for streams written by a container (`awslogs`). */
  taskArn?: string
  containerName?: string
  /** Lines written by something other than a container, in order. */
  lines: { at: number; message: string }[]
}

export interface LogGroupRecord {
  name: string
  arn: string
  createdAt: number
  retentionInDays?: number
  streams: Record<string, LogStreamRecord>
}
