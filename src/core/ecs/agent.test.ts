import { describe, expect, it } from 'vitest'
import { AGENT_CONCERN_MS, disconnectedMeaning, seenDisconnected } from './agent.ts'

const instance = (arn: string, agentConnected: boolean) => ({ arn, agentConnected })

describe('a missing agent', () => {
  it('is normal for a while and a concern from five minutes on', () => {
    expect(disconnectedMeaning(undefined).text.en).toContain('normal')
    expect(disconnectedMeaning(AGENT_CONCERN_MS - 1).text.en).toContain('normal')
    expect(disconnectedMeaning(AGENT_CONCERN_MS).text.en).toContain('five minutes or more')
  })

  it('keeps the time it was first seen missing, until it is back', () => {
    const first = seenDisconnected(new Map(), [instance('a', false), instance('b', true)], 100)
    expect([...first]).toEqual([['a', 100]])
    const second = seenDisconnected(first, [instance('a', false), instance('b', false)], 200)
    expect([...second]).toEqual([
      ['a', 100],
      ['b', 200],
    ])
    expect([...seenDisconnected(second, [instance('a', true), instance('b', false)], 300)]).toEqual([
      ['b', 200],
    ])
  })

  it('knows since when it is missing where ECS says so', () => {
    const away = { ...instance('a', false), agentChangedAt: 40 }
    const first = seenDisconnected(new Map(), [away], 100)
    expect([...first]).toEqual([['a', 40]])
    expect(seenDisconnected(first, [away], 200)).toBe(first)
  })

  it('returns the very same map when nothing changed, so that a page does not draw again', () => {
    const first = seenDisconnected(new Map(), [instance('a', false)], 100)
    expect(seenDisconnected(first, [instance('a', false), instance('b', true)], 200)).toBe(first)
  })
})
