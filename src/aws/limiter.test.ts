import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buckets } from './budget.ts'
import { Limiter, type Priority } from './limiter.ts'

/** A clock and timers in one hand. */
class Time {
  now = 0
  #due: { at: number; work: () => void }[] = []

  later = (work: () => void, delay: number): void => {
    this.#due.push({ at: this.now + delay, work })
  }

  async until(end: number): Promise<void> {
    for (;;) {
      await settle()
      const next = this.#due.toSorted((a, b) => a.at - b.at)[0]
      if (!next || next.at > end) break
      this.#due = this.#due.filter((one) => one !== next)
      this.now = Math.max(this.now, next.at)
      next.work()
    }
    this.now = end
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

function stage(share = 0.25) {
  const time = new Time()
  const limiter = new Limiter({ now: () => time.now, later: time.later }, share)
  const granted: { at: number; name: string; priority: Priority }[] = []
  const ask = (priority: Priority, name = '', signal?: AbortSignal): Promise<void> =>
    limiter
      .take('ecs:service-read', priority, signal)
      .then(() => void granted.push({ at: time.now, name, priority }))
  return { time, limiter, granted, ask }
}

const budget = { burst: 25, refill: 5 }

describe('the limiter', () => {
  it('never exceeds the budget in any window, whoever asks when', async () => {
    const asks = fc.array(
      fc.record({
        wait: fc.integer({ min: 0, max: 3_000 }),
        count: fc.integer({ min: 1, max: 30 }),
        priority: fc.constantFrom<Priority>('mutation', 'click', 'poll', 'sweep'),
        throttled: fc.boolean(),
      }),
      { minLength: 1, maxLength: 15 },
    )
    await fc.assert(
      fc.asyncProperty(asks, async (steps) => {
        const { time, limiter, granted, ask } = stage()
        for (const { wait, count, priority, throttled } of steps) {
          await time.until(time.now + wait)
          if (throttled) limiter.throttled()
          for (let each = 0; each < count; each++) void ask(priority)
        }
        await time.until(time.now + 600_000)
        expect(granted).toHaveLength(steps.reduce((sum, { count }) => sum + count, 0))
        const excess = granted.flatMap(({ at: start }, first) =>
          granted
            .slice(first)
            .map(({ at: end }, more) => more + 1 - budget.burst - (budget.refill * (end - start)) / 1000),
        )
        expect(excess.reduce((most, one) => Math.max(most, one), 0)).toBeLessThan(1e-6)
      }),
      { numRuns: 60 },
    )
  })

  it('serves mutations, clicks, polls and sweeps in this order, each in turn', async () => {
    const { time, granted, ask } = stage()
    for (let each = 0; each < 25; each++) void ask('click')
    await time.until(0)
    granted.length = 0
    for (const name of ['1', '2'])
      for (const priority of ['sweep', 'poll', 'click', 'mutation'] as const) void ask(priority, name)
    await time.until(10_000)
    expect(granted.map(({ priority, name }) => `${priority} ${name}`)).toEqual([
      'mutation 1',
      'mutation 2',
      'click 1',
      'click 2',
      'poll 1',
      'poll 2',
      'sweep 1',
      'sweep 2',
    ])
  })

  it('sweeps 5,000 services in about 220 s, at half of the budget', async () => {
    const { time, limiter, granted, ask } = stage()
    const calls = 5_000 / 100 + 5_000 / 10
    expect(limiter.sweepTime('ecs:service-read', calls)).toBe(220_000)
    for (let each = 0; each < calls; each++) void ask('sweep')
    await time.until(1_000_000)
    expect(granted.at(-1)?.at).toBeGreaterThan(205_000)
    expect(granted.at(-1)?.at).toBeLessThan(221_000)
  })

  it('lets a click through at once while a sweep waits', async () => {
    const { time, granted, ask } = stage()
    for (let each = 0; each < 200; each++) void ask('sweep')
    await time.until(20_000)
    granted.length = 0
    void ask('click', 'now')
    await time.until(20_000)
    expect(granted).toEqual([{ at: 20_000, name: 'now', priority: 'click' }])
  })

  it('sends no more than ten polls in any second, as after a night', async () => {
    const { time, granted, ask } = stage()
    for (let each = 0; each < 20; each++) void ask('poll')
    await time.until(999)
    expect(granted.length).toBeLessThanOrEqual(10)
  })

  it('halves background work for a minute after a throttle, and tells about it', async () => {
    const { time, limiter, granted, ask } = stage()
    let told = 0
    const stop = limiter.subscribe(() => told++)
    for (let each = 0; each < 400; each++) void ask('sweep')
    await time.until(20_000)
    const before = granted.length
    await time.until(40_000)
    const normal = granted.length - before
    limiter.throttled()
    expect(limiter.isSlowed()).toBe(true)
    await time.until(60_000)
    const slowed = granted.length - before - normal
    expect(slowed).toBeLessThanOrEqual(normal / 2 + 2)
    expect(slowed).toBeGreaterThan(normal / 2 - 5)
    await time.until(101_000)
    expect(limiter.isSlowed()).toBe(false)
    expect(told).toBe(2)
    stop()
    limiter.throttled()
    expect(told).toBe(2)
  })

  it('forgets who has gone away', async () => {
    const { time, granted, ask } = stage()
    for (let each = 0; each < 25; each++) void ask('click')
    const controller = new AbortController()
    const gone = ask('click', 'gone', controller.signal).catch((error: Error) => error.message)
    controller.abort(new Error('left'))
    expect(await gone).toBe('left')
    await expect(ask('click', 'late', AbortSignal.abort(new Error('never came')))).rejects.toThrow(
      'never came',
    )
    await time.until(60_000)
    expect(granted).toHaveLength(25)
  })

  it('grants one call at a time where the share leaves less than one', async () => {
    const { time, granted, ask } = stage(0.001)
    for (let each = 0; each < 2; each++) void ask('click')
    await time.until(60_000)
    expect(granted.map(({ at }) => at)).toEqual([0, 50_000])
  })

  it('knows every bucket’s limit', () => {
    for (const { burst, refill } of Object.values(buckets)) expect(Math.min(burst, refill)).toBeGreaterThan(0)
  })
})
