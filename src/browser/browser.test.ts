/** The browser's means in their plain parts: who leads, what is waited for, and what is kept without IndexedDB. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { askToPersist, openTable } from './database.ts'
import { lead, type Locks } from './locks.ts'
import { keepAwake } from './wake-lock.ts'
import { type Ticker, WorkerClock } from './worker-clock.ts'

afterEach(() => vi.unstubAllGlobals())

/** Grants every request when the test says so. */
function scriptedLocks() {
  const asked: { options: LockOptions; grant: () => void; refuse: () => void }[] = []
  const locks: Locks = {
    request: (_name, options, work) =>
      new Promise((resolve, reject) => {
        const refuse = (): void => reject(new DOMException('Stolen', 'AbortError'))
        options.signal?.addEventListener('abort', refuse)
        asked.push({ options, refuse, grant: () => void work()?.then(resolve) })
      }),
  }
  return { asked, locks }
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

function clockStage() {
  let now = 0
  let tell: (() => void) | undefined
  const ticker: Ticker = (told) => {
    tell = told
    return () => {
      tell = undefined
    }
  }
  const clock = new WorkerClock(() => now, ticker)
  const tickAt = (time: number): void => {
    now = time
    tell?.()
  }
  return { clock, tickAt, isTicking: () => tell !== undefined }
}

describe('leadership', () => {
  it('is queued for, held, and queued for again after it was stolen', async () => {
    const { asked, locks } = scriptedLocks()
    const leadership = lead('a', locks)
    const told: boolean[] = []
    leadership.subscribe(() => told.push(leadership.get()))
    asked[0]?.grant()
    expect(leadership.get()).toBe(true)
    asked[0]?.refuse()
    await settled()
    expect([leadership.get(), asked.length]).toEqual([false, 2])
    asked[1]?.grant()
    expect(told).toEqual([true, false, true])
    // Who holds it has nothing to steal.
    leadership.steal()
    expect(asked).toHaveLength(2)
  })

  it('is stolen without queueing a second time, and given up for good', async () => {
    const { asked, locks } = scriptedLocks()
    const leadership = lead('a', locks)
    leadership.steal()
    await settled()
    expect(asked.map(({ options }) => options.steal ?? false)).toEqual([false, true])
    asked[1]?.grant()
    expect(leadership.get()).toBe(true)
    leadership.release()
    leadership.steal()
    await settled()
    expect([leadership.get(), asked.length]).toEqual([false, 2])
  })

  it('is everybody’s where there are no locks', () => {
    vi.stubGlobal('navigator', {})
    const leadership = lead('a')
    leadership.steal()
    expect(leadership.get()).toBe(true)
    leadership.release()
    expect(leadership.get()).toBe(false)
  })
})

describe('the worker’s clock', () => {
  it('ticks only while somebody waits, and ends waits at the first tick that is late enough', async () => {
    const { clock, tickAt, isTicking } = clockStage()
    const { signal } = new AbortController()
    const ended: string[] = []
    const waits = [
      clock.sleepUntil(2_500, signal).then(() => ended.push('early')),
      clock.sleepUntil(9_000, signal).then(() => ended.push('late')),
    ]
    tickAt(1_000)
    tickAt(3_000)
    await waits[0]
    expect([ended, isTicking()]).toEqual([['early'], true])
    // The computer slept: the clock is what counts.
    tickAt(3_600_000)
    await waits[1]
    expect([ended, isTicking()]).toEqual([['early', 'late'], false])
    await clock.sleepUntil(3_000, signal)
    expect(isTicking()).toBe(false)
  })

  it('gives up with its caller', async () => {
    const { clock, isTicking } = clockStage()
    const control = new AbortController()
    const waiting = clock.sleepUntil(1_000, control.signal)
    control.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
    await expect(clock.sleepUntil(1_000, control.signal)).rejects.toThrow('left')
    expect(isTicking()).toBe(false)
  })

  it('is told by a timer where no worker can be had', async () => {
    const refuse = vi.fn<() => never>().mockImplementation(() => {
      throw new Error('refused')
    })
    vi.stubGlobal('Worker', refuse)
    vi.useFakeTimers()
    const clock = new WorkerClock(() => Date.now())
    const waiting = clock.sleepUntil(Date.now() + 1_500, new AbortController().signal)
    await vi.advanceTimersByTimeAsync(2_000)
    await waiting
    expect([refuse.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0])
    vi.useRealTimers()
  })
})

describe('tables', () => {
  it('live in memory where there is no IndexedDB, and give copies', async () => {
    const table = openTable<{ cutover: string; nonce: string; list: number[] }>('intents')
    const row = { cutover: 'a', nonce: '1', list: [1] }
    await table.put(row)
    row.list.push(2)
    await table.put({ cutover: 'a', nonce: '2', list: [] })
    expect((await table.get(['a', '1']))?.list).toEqual([1])
    await table.delete(['a', '2'])
    expect(await table.all()).toEqual([{ cutover: 'a', nonce: '1', list: [1] }])
  })

  it('are asked to be kept once', () => {
    const persist = vi.fn<() => Promise<boolean>>().mockResolvedValue(true)
    vi.stubGlobal('navigator', { storage: { persist } })
    askToPersist()
    askToPersist()
    expect(persist).toHaveBeenCalledTimes(1)
  })
})

describe('the wake lock', () => {
  it('is released when nobody wants it any more, also when it comes late', async () => {
    const release = vi.fn<() => Promise<void>>().mockResolvedValue(undefined)
    vi.stubGlobal('navigator', { wakeLock: { request: () => Promise.resolve({ release }) } })
    const sleep = keepAwake()
    await Promise.resolve()
    await Promise.resolve()
    sleep()
    expect(release).toHaveBeenCalledTimes(1)
    keepAwake()()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(release).toHaveBeenCalledTimes(2)
    vi.stubGlobal('navigator', {})
    expect(keepAwake()()).toBeUndefined()
  })
})
