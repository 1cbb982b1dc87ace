import { expect, test } from 'vitest'
import type { ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import { eventWords } from './event-words.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-unhealthy-event-messages.html */
test('an unhealthy target is named by its task, on EC2 by the instance as well', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the words need no more of a service and a task
  const service = { serviceName: 'web' } as ServiceRecord
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const task = { taskArn: 'arn:aws:ecs:eu-west-1:123456789012:task/shop/0a1b' } as TaskRecord
  const said = (instanceId?: string): string =>
    eventWords.unhealthyTarget(
      service,
      { task, port: 80, ...(instanceId === undefined ? {} : { instanceId }) },
      'arn:tg',
      'Request timed out',
    )
  expect(said()).toBe(
    '(service web) (task 0a1b) (port 80) is unhealthy in (target-group arn:tg) due to (reason Request timed out)',
  )
  expect(said('i-1')).toBe(
    '(service web) (task 0a1b) (instance i-1) (port 80) is unhealthy in (target-group arn:tg) due to (reason Request timed out)',
  )
})
