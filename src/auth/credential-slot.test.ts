import { describe, expect, it } from 'vitest'
import type { Keys } from './authority.ts'
import { openSlot } from './credential-slot.ts'

const minute = 60_000

function setUp() {
  const clock = { now: 0 }
  const asked: ((keys: Keys) => void)[] = []
  const slot = openSlot(
    () => new Promise((resolve) => asked.push(resolve)),
    () => clock.now,
  )
  const answer = async (index: number): Promise<void> => {
    asked[index]?.({
      accessKeyId: `key-${index}`,
      secretAccessKey: 's',
      expiration: new Date(clock.now + 60 * minute),
    })
    await Promise.resolve()
  }
  return { clock, asked, slot, answer }
}

describe('keys of one role', () => {
  it('are fetched once for all who ask at the same time', async () => {
    const { slot, asked, answer } = setUp()
    const [first, second] = [slot.get(), slot.get()]
    await answer(0)
    expect((await first).accessKeyId).toBe((await second).accessKeyId)
    expect(asked).toHaveLength(1)
  })

  it('are renewed in the background ten minutes before they expire, while the old ones still serve', async () => {
    const { clock, slot, asked, answer } = setUp()
    const first = slot.get()
    await answer(0)
    await first
    clock.now = 49 * minute
    expect((await slot.get()).accessKeyId).toBe('key-0')
    expect(asked).toHaveLength(1)
    clock.now = 51 * minute
    expect((await slot.get()).accessKeyId).toBe('key-0')
    expect(asked).toHaveLength(2)
  })

  it('are waited for when they have expired', async () => {
    const { clock, slot, answer } = setUp()
    const first = slot.get()
    await answer(0)
    await first
    clock.now = 61 * minute
    const next = slot.get()
    await answer(1)
    expect((await next).accessKeyId).toBe('key-1')
  })

  it('are fetched anew when AWS refuses the first ones at once', async () => {
    const { slot, answer } = setUp()
    const first = slot.get()
    await answer(0)
    await first
    const renewed = slot.get(true)
    await answer(1)
    expect((await renewed).accessKeyId).toBe('key-1')
  })

  it('are not renewed again for one who comes just after the renewal', async () => {
    const { clock, slot, asked, answer } = setUp()
    const first = slot.get()
    await answer(0)
    await first
    clock.now = 10 * minute
    const renewed = slot.get(true)
    await answer(1)
    await renewed
    clock.now += 1_000
    expect((await slot.get(true)).accessKeyId).toBe('key-1')
    expect(asked).toHaveLength(2)
  })
})
