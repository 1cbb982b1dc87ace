import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { advanceTo } from '../../engine/advance.ts'
import { START } from '../../engine/elb/testing-world.ts'
import { get, HOUR, made, streams } from './testing.ts'

test('the latest lines by default; tokens lead through the whole stream, and end with themselves', () => {
  const world = made({}, 1, 1)
  const logStreamName = streams(world)[0]?.logStreamName ?? ''
  const all = get(world, { logStreamName, startFromHead: true }).events ?? []
  const latest = get(world, { logStreamName, limit: 7 })
  expect(latest.events).toEqual(all.slice(-7))
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 400 }), fc.boolean(), (limit, startFromHead) => {
      const pages: unknown[][] = []
      let nextToken: string | undefined
      for (;;) {
        const page = get(world, {
          logStreamName,
          limit,
          startFromHead,
          ...(nextToken ? { nextToken } : {}),
        })
        const token: string | undefined = startFromHead ? page.nextForwardToken : page.nextBackwardToken
        if (token === nextToken) break
        nextToken = token
        pages.push(page.events ?? [])
      }
      expect((startFromHead ? pages : pages.toReversed()).flat()).toEqual(all)
    }),
    { numRuns: 10 },
  )
  const back = get(world, { logStreamName, nextToken: latest.nextBackwardToken, limit: 5 })
  expect(back.events).toEqual(all.slice(-12, -7))
})

test('a range of time: the start belongs to it, the end does not', () => {
  const world = made({}, 1, 1)
  const logStreamName = streams(world)[0]?.logStreamName ?? ''
  const all = get(world, { logStreamName, startFromHead: true }).events ?? []
  const [from, to] = [all[20]?.timestamp, all[30]?.timestamp]
  expect(get(world, { logStreamName, startTime: from, endTime: to }).events).toEqual(all.slice(20, 30))
})

test('new lines come with the forward token', () => {
  const world = made({}, 1, 1)
  const logStreamName = streams(world)[0]?.logStreamName ?? ''
  const { nextForwardToken: nextToken } = get(world, { logStreamName })
  expect(get(world, { logStreamName, nextToken }).events).toEqual([])
  advanceTo(world, world.now + 60_000)
  const fresh = get(world, { logStreamName, nextToken }).events ?? []
  expect(fresh.length).toBeGreaterThan(5)
  expect(fresh.every(({ timestamp = 0 }) => timestamp >= START + HOUR)).toBe(true)
})
