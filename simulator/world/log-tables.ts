/** CloudWatch Logs groups and streams. Lines of container streams are computed from the container's life, see engine/logs/. */

/** What is remembered of a container whose task ECS has forgotten (an hour after it stopped): enough to tell its lines. */
export interface ContainerLife {
  /** Key of World.images. */
  image: string
  serviceArn?: string
  startedAt: number
  /** When it was asked to stop. */
  stoppingAt?: number
  stoppedAt?: number
  exitCode?: number
  /** Container reason, such as `OutOfMemoryError: Container killed due to memory usage`. */
  reason?: string
}

export interface LogStreamRecord {
  name: string
  createdAt: number
  /** Set for streams written by a container (`awslogs`). */
  taskArn?: string
  containerName?: string
  /** Set when the task is gone from the ECS tables; until then the container's life is read there. */
  life?: ContainerLife
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
