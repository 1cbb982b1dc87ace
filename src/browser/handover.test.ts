import { describe, expect, it } from 'vitest'
import { openChannel } from './channel.ts'
import { give, HandoverFailed, take } from './handover.ts'

let count = 0
const fresh = (): string => `handover-test-${(count += 1)}`

describe('a handover', () => {
  it('gives what was asked for, once it is made, whoever comes first', async () => {
    const later = fresh()
    const taken = take<{ at: Date }>(later)
    const value = new Promise<{ at: Date }>((resolve) => setTimeout(() => resolve({ at: new Date(5) }), 400))
    const given = give(later, value)
    expect(await taken).toEqual({ at: new Date(5) })
    expect(await given).toBe(true)
  })

  it('tells why there is nothing to give', async () => {
    const name = fresh()
    const given = give(name, Promise.reject(new Error('access denied')))
    await expect(take(name)).rejects.toMatchObject({ reason: 'failed', message: 'access denied' })
    expect(await given).toBe(true)
  })

  it('ends on both sides when nobody is at the other end', async () => {
    await expect(take(fresh(), 400)).rejects.toBeInstanceOf(HandoverFailed)
    expect(await give(fresh(), Promise.resolve(1), 100)).toBe(false)
  })

  it('is not given to somebody who asked and went away', async () => {
    const name = fresh()
    const given = give(name, Promise.resolve(1), 100)
    const channel = openChannel<unknown>(name, () => undefined)
    channel.say({ kind: 'ready' })
    expect(await given).toBe(false)
    channel.close()
  })

  it('goes on by its own name only', async () => {
    const given = give(fresh(), Promise.resolve('mine'), 600)
    await expect(take(fresh(), 400)).rejects.toMatchObject({ reason: 'nobody' })
    expect(await given).toBe(false)
  })
})
