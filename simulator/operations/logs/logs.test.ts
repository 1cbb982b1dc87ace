import type { DescribeLogGroupsCommandOutput } from '@aws-sdk/client-cloudwatch-logs'
import { describe, expect, test } from 'vitest'
import { advanceTo } from '../../engine/advance.ts'
import { REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import { createLogGroup } from '../../engine/logs/groups.ts'
import { regionOf } from '../../world/create.ts'
import { DescribeLogGroups } from './DescribeLogGroups.ts'
import { DescribeLogStreams } from './DescribeLogStreams.ts'
import { FilterLogEvents } from './FilterLogEvents.ts'
import { GetLogEvents } from './GetLogEvents.ts'
import { filter, get, GROUP, HOUR, made, run, streams } from './testing.ts'

describe('what a container writes', () => {
  test('start lines, then requests and health checks as long as it serves', () => {
    const world = made({ logs: { start: ['hello', 'listening'], request: ['{method} {path} {status}'] } }, 2)
    const [first] = streams(world)
    const { events = [] } = get(world, { logStreamName: first?.logStreamName, startFromHead: true })
    const messages = events.map(({ message = '' }) => message)
    expect(messages.slice(0, 2)).toEqual(['hello', 'listening'])
    const requests = messages.filter((message) => message === 'GET /buy 200')
    // Five requests a second reach the task: a line in nearly every slot of five seconds.
    expect(requests.length).toBeGreaterThan(1300)
    expect(requests.length).toBeLessThan(1441)
    expect(messages.filter((message) => message.includes('ELB-HealthChecker')).length).toBeGreaterThan(110)
    expect(events[0]?.timestamp).toBe(first?.firstEventTimestamp)
    expect(events.at(-1)?.timestamp).toBe(first?.lastEventTimestamp)
    const times = events.map(({ timestamp = 0 }) => timestamp)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(world.now)
  })

  test('errors when it answers with errors, at their share', () => {
    const world = made({ errorShare: 0.2, logs: { error: ['ERROR db {path}'] } }, 2)
    const errors = filter(world, { filterPattern: 'ERROR' }).events ?? []
    const all = filter(world, { filterPattern: '"GET /buy"' }).events ?? []
    expect(errors.length / all.length).toBeCloseTo(0.2, 1)
    expect(errors.every(({ message }) => message === 'ERROR db /buy')).toBe(true)
  })

  test('a crash leaves its last words, which outlive the task', () => {
    const world = made({ exit: { afterMs: 20_000, code: 1 }, logs: { error: ['panic: no config'] } }, 1, 1)
    const crashed = filter(world, { filterPattern: 'panic' }).events ?? []
    expect(crashed.length).toBeGreaterThan(1)
    const tasks = Object.keys(regionOf(world, REGION).ecs.tasks)
    world.images['web:1'] = { logs: { error: ['panic: no config'] } }
    advanceTo(world, START + 4 * HOUR)
    expect(Object.keys(regionOf(world, REGION).ecs.tasks)).not.toContain(tasks[0])
    const kept = filter(world, { filterPattern: 'panic', endTime: START + HOUR }).events ?? []
    expect(kept).toEqual(crashed)
  })
})

test('groups in order, by prefix or pattern, in pages', () => {
  const world = testingWorld()
  for (const name of ['/ecs/b', '/ecs/a', '/aws/lambda']) createLogGroup(world, REGION, name, 14)
  const call = (input: object): DescribeLogGroupsCommandOutput =>
    run(world, DescribeLogGroups, input) as DescribeLogGroupsCommandOutput
  const names = (input: object): unknown => call(input).logGroups?.map(({ logGroupName }) => logGroupName)
  expect(names({})).toEqual(['/aws/lambda', '/ecs/a', '/ecs/b'])
  expect(names({ logGroupNamePrefix: '/ecs' })).toEqual(['/ecs/a', '/ecs/b'])
  expect(names({ logGroupNamePattern: 'LAMB' })).toEqual(['/aws/lambda'])
  const { nextToken } = call({ limit: 2 })
  expect(names({ limit: 2, nextToken })).toEqual(['/ecs/b'])
})

test.each([
  [GetLogEvents, { logGroupName: 'nope', logStreamName: 's' }, 'The specified log group does not exist.'],
  [GetLogEvents, { logGroupName: GROUP, logStreamName: 's' }, 'The specified log stream does not exist.'],
  [FilterLogEvents, { logGroupName: 'nope' }, 'The specified log group does not exist.'],
  [FilterLogEvents, { logGroupName: GROUP, nextToken: 'x' }, 'The specified nextToken is invalid.'],
  [FilterLogEvents, { logGroupName: GROUP, filterPattern: '{ $.a = 1 }' }, 'Invalid filter pattern'],
  [DescribeLogStreams, { logGroupName: 'nope' }, 'The specified log group does not exist.'],
  [DescribeLogStreams, { logGroupName: GROUP, limit: 51 }, "Value '51' at 'limit'"],
])('%o with %j: %s', (operation, input, message) => {
  const world = made({}, 0.1, 1)
  expect(() => run(world, operation, input)).toThrow(message)
})

test('reading changes nothing', () => {
  const world = made({ errorShare: 0.1 }, 1)
  const before = structuredClone(world)
  streams(world)
  filter(world, {})
  get(world, { logStreamName: streams(world)[0]?.logStreamName })
  expect(world).toEqual(before)
})
