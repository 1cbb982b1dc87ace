import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Recorded } from '../aws/recording.ts'
import { take } from '../browser/handover.ts'
import { openRehearsal, rehearsalChannel } from './rehearsal.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser that opens tabs, and what it opened. */
function browser() {
  const open = vi.fn<(url: string, target: string, features: string) => null>(() => null)
  vi.stubGlobal('window', { open })
  vi.stubGlobal('location', { origin: 'https://console.example.com' })
  return {
    opened: (): URL => new URL(open.mock.calls[0]?.[0] ?? ''),
    how: () => open.mock.calls[0]?.slice(1),
  }
}

const call: Recorded = {
  service: 'ecs',
  operation: 'ListClusters',
  region: 'eu-west-1',
  input: {},
  output: {},
}

describe('a rehearsal', () => {
  it('is opened at the wizard’s address at once, without a tie, and gets what is recorded later', async () => {
    const { opened, how } = browser()
    let recorded: ((calls: Recorded[]) => void) | undefined
    const taken = openRehearsal(
      new Promise((resolve) => {
        recorded = resolve
      }),
      '/eu-west-1/cutovers/new?hostname=www.example.com&step=1',
    )
    const { origin, pathname, searchParams, hash } = opened()
    expect([origin, pathname]).toEqual(['https://console.example.com', '/eu-west-1/cutovers/new'])
    expect(Object.fromEntries(searchParams)).toEqual({
      hostname: 'www.example.com',
      step: '1',
      practice: 'copy',
    })
    expect(how()).toEqual(['_blank', 'noopener'])
    const id = new URLSearchParams(hash.slice(1)).get('rehearsal') ?? ''
    const got = take(rehearsalChannel(id))
    recorded?.([call])
    expect(await got).toEqual([call])
    expect(await taken).toBe(true)
  })
})
