/** Schedules of EventBridge Scheduler as plain tables; they are shown, and never run. Times are ms since the epoch. */

export interface ScheduleRecord {
  name: string
  group: string
  state: 'ENABLED' | 'DISABLED'
  expression: string
  createdAt: number
  /** ARN of what it calls: for an ECS task, the cluster. */
  targetArn: string
  roleArn: string
  /** With or without revision; absent for targets that are not ECS. */
  taskDefinitionArn?: string
}
