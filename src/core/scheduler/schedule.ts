/** A schedule of EventBridge Scheduler that runs an ECS task. */
export interface TaskSchedule {
  name: string
  group: string
  state: string
  /** `cron(0 3 * * ? *)`; absent where it was not read. */
  expression?: string | undefined
  /** ARN of the cluster. */
  clusterArn: string
  /** With or without revision: without, each run takes the newest ACTIVE one. */
  taskDefinitionArn: string
}
