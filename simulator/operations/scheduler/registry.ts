/** Registry: EventBridge Scheduler, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { GetSchedule } from './GetSchedule.ts'
import { ListSchedules } from './ListSchedules.ts'

export const scheduler: ServiceModel = {
  name: 'scheduler',
  signingName: 'scheduler',
  iamPrefix: 'scheduler',
  protocol: 'restJson',
  version: '2021-06-30',
  operations: [GetSchedule, ListSchedules],
}
