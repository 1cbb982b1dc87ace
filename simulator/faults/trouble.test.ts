import { describe, expect, it } from 'vitest'
import { effects, faultRig } from './fault-rig.ts'

describe('trouble on the way', () => {
  it('delay: the answer comes later', async () => {
    const { set, describeA } = faultRig()
    set({ kind: 'delay', options: { ms: 40 } })
    const from = performance.now()
    await describeA()
    expect(performance.now() - from).toBeGreaterThanOrEqual(39)
  })

  it('hang: no answer, before the effect or after it', async () => {
    const { world, faults, set, update, outcome } = faultRig()
    const after = set({ kind: 'hang', options: { after: true } })
    await expect(update(AbortSignal.timeout(20))).rejects.toThrow('Request aborted')
    expect(effects(world)).toBe(1)
    faults.clear(world, after)
    set({ kind: 'hang' })
    await expect(update(AbortSignal.timeout(20))).rejects.toThrow('Request aborted')
    expect(effects(world)).toBe(1)
    expect(outcome()).toBe('fault:hang')
  })

  it('stall: the headers arrive, the body does not end', async () => {
    const { world, last, set, update } = faultRig()
    set({ kind: 'stall', options: { afterBytes: 5 } })
    await expect(update(AbortSignal.timeout(20))).rejects.toThrow('Request aborted')
    expect(last.response?.trouble).toEqual({ kind: 'stall', afterBytes: 5 })
    expect(effects(world)).toBe(1)
  })

  it('reset-before: nothing happened; reset-after: it did', async () => {
    const { world, set, update, outcome } = faultRig()
    set({ kind: 'reset-before', times: 1 })
    await expect(update()).rejects.toThrow('Failed to fetch')
    expect(effects(world)).toBe(0)
    set({ kind: 'reset-after', times: 1 })
    await expect(update()).rejects.toThrow('Failed to fetch')
    expect(effects(world)).toBe(1)
    expect(outcome()).toBe('fault:reset-after')
  })

  it('cors-blocked: an answer that no page may read', async () => {
    const { world, last, set, update } = faultRig()
    set({ kind: 'cors-blocked' })
    await expect(update()).rejects.toThrow('Failed to fetch')
    expect(effects(world)).toBe(0)
    const allowed = Object.keys(last.response?.headers ?? {}).filter((name) => /^access-control/i.test(name))
    expect(allowed).toEqual([])
  })
})
