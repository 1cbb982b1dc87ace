import type {
  FilterLogEventsCommandInput,
  FilterLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs'
import { expect, test } from 'vitest'
import { filter, made, streams } from './testing.ts'

test('interleaves streams; pages give everything once, in both directions', () => {
  const world = made({}, 1, 3)
  const all = filter(world, {}).events ?? []
  expect(new Set(all.map(({ logStreamName }) => logStreamName)).size).toBe(3)
  expect(new Set(all.map(({ eventId }) => eventId)).size).toBe(all.length)
  for (const startFromHead of [true, false]) {
    const found: unknown[] = []
    let nextToken: string | undefined
    do {
      const page: FilterLogEventsCommandOutput = filter(world, { limit: 333, startFromHead, nextToken })
      found.push(...(page.events ?? []))
      nextToken = page.nextToken
    } while (nextToken !== undefined)
    expect(found).toEqual(startFromHead ? all : all.toReversed())
  }
})

test.each([
  ['GET', true],
  ['GET nothing', false],
  ['?GET ?nothing', true],
  ['-GET', false],
  ['"GET /buy HTTP/1.1"', true],
])('pattern %s finds request lines: %s', (filterPattern, expected) => {
  const world = made({}, 1, 1)
  const events = filter(world, { filterPattern }).events ?? []
  expect(events.some(({ message }) => message?.includes('GET /buy'))).toBe(expected)
})

test('streams by name or prefix', () => {
  const world = made({}, 1, 2)
  const [one, two] = streams(world).map(({ logStreamName }) => logStreamName)
  const by = (input: Partial<FilterLogEventsCommandInput>): unknown =>
    new Set(filter(world, input).events?.map(({ logStreamName }) => logStreamName))
  expect(by({ logStreamNames: [one ?? ''] })).toEqual(new Set([one]))
  expect(by({ logStreamNamePrefix: 'ecs/web/' })).toEqual(new Set([one, two]))
  expect(by({ logStreamNamePrefix: 'other' })).toEqual(new Set())
})
