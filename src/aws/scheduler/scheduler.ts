/** The client of EventBridge Scheduler. */
import { SchedulerClient } from '@aws-sdk/client-scheduler'
import type { AwsService } from '../service.ts'

export const scheduler: AwsService<SchedulerClient> = {
  key: 'scheduler',
  iamPrefix: 'scheduler',
  create: (config) => new SchedulerClient(config),
}
