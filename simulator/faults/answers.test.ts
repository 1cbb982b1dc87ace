import { describe, expect, it } from 'vitest'
import { arn, effects, faultRig, start } from './fault-rig.ts'

describe('answers that are not right', () => {
  it('truncated: a body cut short cannot be read', async () => {
    const { set, describeA, targetGroups } = faultRig()
    set({ kind: 'truncated', times: 1 })
    await expect(describeA()).rejects.toThrow(SyntaxError)
    set({ kind: 'truncated', options: { part: 0.1 } })
    await expect(targetGroups()).rejects.toThrow(/XML|parse|Deserialization|end/i)
  })

  it('html: a web page with a good status', async () => {
    const { last, set, describeA } = faultRig()
    set({ kind: 'html', options: { status: 502 } })
    await expect(describeA()).rejects.toMatchObject({ $metadata: { httpStatusCode: 502 } })
    expect(last.response).toMatchObject({
      status: 502,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    expect(new TextDecoder().decode(last.response?.body)).toMatch(/^<!DOCTYPE html>/)
  })

  it('stale-read: reads see the past, writes go through', async () => {
    const { world, faults, set, describeA, update } = faultRig()
    await update()
    set({ kind: 'stale-read', match: { operation: 'DescribeServices' } })
    await update()
    const seen = async () => (await describeA()).services?.[0]?.desiredCount
    expect(await seen()).toBe(1)
    expect(effects(world)).toBe(2)
    faults.clear(world)
    expect(await seen()).toBe(2)
  })

  it('partial-failures: the missing are named with the reason', async () => {
    const { set, describeA, targetGroups } = faultRig()
    set({ kind: 'partial-failures', options: { reason: 'INTERNAL' } })
    const { services: found, failures } = await describeA()
    expect(found?.map(({ serviceName }) => serviceName)).toEqual(['a'])
    expect(failures).toEqual([{ arn: arn('b'), reason: 'INTERNAL' }])
    await expect(targetGroups()).resolves.toMatchObject({ TargetGroups: [] })
  })

  it('clock-skew: the Date of every answer is off', async () => {
    const { last, set, describeA, outcome } = faultRig()
    set({ kind: 'clock-skew', options: { ms: -86_400_000 } })
    await describeA()
    expect(last.response?.headers.date).toBe(new Date(start - 86_400_000).toUTCString())
    expect(outcome()).toBe('ok')
  })
})
