import { DescribeServicesCommand } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { simulatedFetch } from '../adapters/sdk-handler.ts'
import { faultRig, start } from '../faults/fault-rig.ts'
import { faultKinds } from '../faults/registry.ts'

/** How many of 100 calls fail. */
async function countFailures(call: () => Promise<unknown>): Promise<number> {
  let failures = 0
  for (let index = 0; index < 100; index += 1) await call().catch(() => (failures += 1))
  return failures
}

describe('matching', () => {
  it('without a match hits every call, until it is cleared', async () => {
    const { world, faults, set, describeA, targetGroups } = faultRig()
    const id = set({ kind: 'throttle' })
    await expect(describeA()).rejects.toThrow('Rate exceeded')
    await expect(targetGroups()).rejects.toThrow('Rate exceeded')
    expect(faults.list(world)).toMatchObject([{ id, kind: 'throttle', hits: 2 }])
    faults.clear(world, id)
    await describeA()
    expect(faults.list(world)).toEqual([])
  })

  it('hits only the service, the operations and the resource it names', async () => {
    const { ecs, set, describeA, update, targetGroups } = faultRig()
    set({ kind: 'throttle', match: { service: 'ecs', operation: 'Describe*', resource: 'a' } })
    await expect(describeA()).rejects.toThrow('Rate exceeded')
    await update()
    await targetGroups()
    await ecs.send(new DescribeServicesCommand({ services: ['b'] }))
  })

  it('hits only the nth matching call, counted from when it was set', async () => {
    const { set, describeA, update } = faultRig()
    await describeA()
    set({ kind: 'throttle', match: { operation: 'DescribeServices', nth: 2 } })
    await update()
    await describeA()
    await expect(describeA()).rejects.toThrow('Rate exceeded')
    await describeA()
  })

  it('ends after so many times', async () => {
    const { world, faults, set, describeA } = faultRig()
    set({ kind: 'throttle', times: 2 })
    await expect(describeA()).rejects.toThrow('Rate exceeded')
    await expect(describeA()).rejects.toThrow('Rate exceeded')
    await describeA()
    expect(faults.list(world)).toEqual([])
  })

  it('ends by world time', async () => {
    const { world, set, describeA } = faultRig()
    set({ kind: 'throttle', forSeconds: 60 })
    set({ kind: 'server-error', until: start + 90_000 })
    world.now = start + 59_999
    await expect(describeA()).rejects.toThrow('Rate exceeded')
    world.now = start + 60_000
    await expect(describeA()).rejects.toMatchObject({ name: 'ServerException' })
    world.now = start + 90_000
    await describeA()
  })

  it('hits a share of the calls, the same ones each time, without touching the world', async () => {
    const { world, set, describeA } = faultRig()
    set({ kind: 'throttle', share: 0.3 })
    const before = world.randomState
    const hits = await countFailures(describeA)
    expect(hits).toBeGreaterThan(15)
    expect(hits).toBeLessThan(45)
    expect(world.randomState).toBe(before)
    const again = faultRig()
    again.set({ kind: 'throttle', share: 0.3 })
    expect(await countFailures(again.describeA)).toBe(hits)
  })

  it('lets the fault that was set first happen', async () => {
    const { set, describeA } = faultRig()
    set({ kind: 'throttle' })
    set({ kind: 'expired' })
    await expect(describeA()).rejects.toMatchObject({ name: 'ThrottlingException' })
  })

  it('refuses services and operations that are not there: they would never match', () => {
    const { set } = faultRig()
    expect(() => set({ kind: 'throttle', match: { service: 'elasticloadbalancing' } })).toThrow(
      /"elasticloadbalancing".*elbv2/,
    )
    expect(() => set({ kind: 'throttle', match: { operation: 'DescribeService' } })).toThrow(
      'DescribeServices',
    )
    expect(() => set({ kind: 'throttle', match: { service: 'sts', operation: 'List*' } })).toThrow('List*')
  })

  it('refuses kinds that are not there, and names those that are', () => {
    const { set } = faultRig()
    expect(() => set({ kind: 'earthquake' })).toThrow(/earthquake.*throttle.*cors-blocked/)
  })
})

describe('the registry', () => {
  it('has every kind once, each with a sentence', () => {
    const kinds = faultKinds.map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    for (const { summary } of faultKinds) expect(summary).toMatch(/^[A-Z].*\.$/)
  })

  it('never reaches preflights: the browser asks those by itself', async () => {
    const { handle, set } = faultRig()
    set({ kind: 'throttle' })
    expect((await simulatedFetch(handle)('http://sim/', { method: 'OPTIONS' })).status).toBe(200)
  })
})
