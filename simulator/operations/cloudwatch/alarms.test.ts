import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandInput,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { advanceTo } from '../../engine/advance.ts'
import { createAlarm } from '../../engine/alarms.ts'
import { REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { cloudwatch } from './registry.ts'

const MINUTE = 60_000

/** Alarms `web-5xx`, `web-latency` (no data) and `api-5xx`, made in that order. */
function start() {
  const world = testingWorld()
  const metric = { namespace: 'AWS/ApplicationELB', metricName: 'HTTPCode_Target_5XX_Count', threshold: 5 }
  createAlarm(world, REGION, { name: 'web-5xx', dimensions: { LoadBalancer: 'app/web/1' }, ...metric })
  createAlarm(world, REGION, { name: 'web-latency', ...metric, state: 'INSUFFICIENT_DATA' })
  createAlarm(world, REGION, { name: 'api-5xx', ...metric, alarmActions: ['arn:aws:sns:us-east-1:1:oncall'] })
  const client = new CloudWatchClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(world), services: [cloudwatch] })),
    maxAttempts: 1,
  })
  const describe = (input: DescribeAlarmsCommandInput) => client.send(new DescribeAlarmsCommand(input))
  const names = async (input: DescribeAlarmsCommandInput) =>
    (await describe(input)).MetricAlarms?.map(({ AlarmName }) => AlarmName)
  return { world, client, describe, names }
}

test('describes an alarm', async () => {
  const { MetricAlarms } = await start().describe({ AlarmNames: ['web-5xx', 'gone'] })
  expect(MetricAlarms).toEqual([
    expect.objectContaining({
      AlarmName: 'web-5xx',
      AlarmArn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:web-5xx',
      StateValue: 'OK',
      StateUpdatedTimestamp: new Date(START),
      Namespace: 'AWS/ApplicationELB',
      Dimensions: [{ Name: 'LoadBalancer', Value: 'app/web/1' }],
      Threshold: 5,
    }),
  ])
})

test('filters, and gives pages in order of names', async () => {
  const { names, describe } = start()
  expect(await names({})).toEqual(['api-5xx', 'web-5xx', 'web-latency'])
  expect(await names({ AlarmNamePrefix: 'web-' })).toEqual(['web-5xx', 'web-latency'])
  expect(await names({ StateValue: 'INSUFFICIENT_DATA' })).toEqual(['web-latency'])
  expect(await names({ ActionPrefix: 'arn:aws:sns:' })).toEqual(['api-5xx'])
  expect(await names({ AlarmTypes: ['CompositeAlarm'] })).toEqual([])
  const { NextToken } = await describe({ MaxRecords: 2 })
  expect(await names({ MaxRecords: 2, NextToken })).toEqual(['web-latency'])
})

test('SetAlarmState changes the state; a transition is one to another state', async () => {
  const { world, client, describe } = start()
  const get = async () => (await describe({ AlarmNames: ['web-5xx'] })).MetricAlarms?.[0]
  const set = async (StateReason: string) => {
    advanceTo(world, world.now + MINUTE)
    await client.send(new SetAlarmStateCommand({ AlarmName: 'web-5xx', StateValue: 'ALARM', StateReason }))
  }
  await set('too many')
  await set('still too many')
  expect(await get()).toMatchObject({
    StateValue: 'ALARM',
    StateReason: 'still too many',
    StateUpdatedTimestamp: new Date(START + 2 * MINUTE),
    StateTransitionedTimestamp: new Date(START + MINUTE),
  })
  expect(world.journal.filter(({ name }) => name === 'alarm-state-set')).toMatchObject([
    { detail: { before: 'OK', after: 'ALARM' } },
    { detail: { before: 'ALARM', after: 'ALARM' } },
  ])
})

test.each([
  ['ValidationException', new DescribeAlarmsCommand({ MaxRecords: 101 })],
  ['ValidationException', new DescribeAlarmsCommand({ AlarmNames: ['a'], AlarmNamePrefix: 'b' })],
  [
    'ValidationException',
    new DescribeAlarmsCommand({ AlarmNames: Array.from({ length: 101 }, (_, n) => `a${n}`) }),
  ],
  ['InvalidNextToken', new DescribeAlarmsCommand({ NextToken: 'x' })],
  ['ResourceNotFound', new SetAlarmStateCommand({ AlarmName: 'x', StateValue: 'OK', StateReason: 'r' })],
  [
    'ValidationException',
    new SetAlarmStateCommand({ AlarmName: 'web-5xx', StateValue: 'FINE' as 'OK', StateReason: 'r' }),
  ],
])('refuses with %s', async (name, command) => {
  await expect(start().client.send(command as never)).rejects.toMatchObject({ name })
})
