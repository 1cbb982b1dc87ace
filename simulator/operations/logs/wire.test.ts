import {
  CloudWatchLogsClient,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { REGION } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { GROUP, made } from './testing.ts'

function client(): CloudWatchLogsClient {
  return new CloudWatchLogsClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(made({}, 1)) })),
    maxAttempts: 1,
  })
}

test('streams, their lines, and a search, through the SDK', async () => {
  const sdk = client()
  const { logStreams = [] } = await sdk.send(
    new DescribeLogStreamsCommand({ logGroupName: GROUP, orderBy: 'LastEventTime', descending: true }),
  )
  expect(logStreams).toHaveLength(2)
  expect(logStreams[0]?.logStreamName).toMatch(/^ecs\/web\/[0-9a-f]{32}$/)
  expect(logStreams[0]?.arn).toContain(':log-group:/ecs/web:log-stream:ecs/web/')
  const { events = [] } = await sdk.send(
    new GetLogEventsCommand({ logGroupName: GROUP, logStreamName: logStreams[0]?.logStreamName, limit: 3 }),
  )
  expect(events).toHaveLength(3)
  expect(events.at(-1)?.timestamp).toBe(logStreams[0]?.lastEventTimestamp)
  const found = await sdk.send(
    new FilterLogEventsCommand({ logGroupIdentifier: GROUP, filterPattern: 'Starting', limit: 10 }),
  )
  expect(found.events?.map(({ message }) => message)).toEqual(['Starting web', 'Starting web'])
})

test('what does not exist', async () => {
  const failed = client().send(new FilterLogEventsCommand({ logGroupName: '/nowhere' }))
  await expect(failed).rejects.toThrow(ResourceNotFoundException)
  await expect(failed).rejects.toThrow('The specified log group does not exist.')
})
