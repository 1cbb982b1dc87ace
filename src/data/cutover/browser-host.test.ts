/** The host of a real tab, as far as it goes without a browser. */
import { onlineManager } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { keysAuthority } from '../../auth/keys-authority.ts'
import { createLimiter } from '../../aws/client.ts'
import type { Aws } from '../../aws/context.ts'
import type { Keys } from '../../auth/authority.ts'
import { now } from '../../lib/clock.ts'
import { browserHost } from './browser-host.ts'
import { Stage } from './testing/stage.ts'

const aws: Aws = { ...new Stage().aws, limiter: createLimiter(now) }
const keys: Keys = { accessKeyId: 'AKID', secretAccessKey: 's' }

type Fetch = () => Promise<Response>
const answering = () => vi.fn<Fetch>().mockResolvedValue(new Response())

function stage(first: Keys | undefined = keys, fetch = answering()) {
  const authority = keysAuthority('keys', first, () => undefined)
  const host = browserHost({
    authority,
    aws: () => aws,
    fetch,
    resolvers: [],
    probeHosts: ['https://www.example.com'],
    practice: true,
    onMistake: () => undefined,
  })
  return { authority, host, fetch }
}

describe('the host of a tab', () => {
  it('tells who is signed in, whether there is a network, and whether AWS is throttling', () => {
    const { authority, host } = stage()
    const told = vi.fn<() => void>()
    const stop = host.surroundings.subscribe(told)
    expect(host.surroundings.get()).toEqual({ signedIn: true, online: true, throttledUntil: 0 })
    authority.sessionOver()
    onlineManager.setOnline(false)
    expect(host.surroundings.get()).toMatchObject({ signedIn: false, online: false })
    onlineManager.setOnline(true)
    aws.limiter.throttled()
    expect(host.surroundings.get().throttledUntil).toBeGreaterThan(now())
    expect(told).toHaveBeenCalledTimes(4)
    stop()
    authority.enter(keys)
    expect(told).toHaveBeenCalledTimes(4)
  })

  it('knows until when keys are good, and never throws typed ones away', async () => {
    const expiration = new Date(now() + 60_000)
    const { host } = stage({ ...keys, expiration })
    expect(await host.surroundings.session()).toEqual({ renewable: true, expiresAt: expiration.getTime() })
    expect(await host.surroundings.keysUntil()).toBe(expiration.getTime())
    expect(await stage().host.surroundings.session()).toEqual({ renewable: true })
    const none = keysAuthority('keys', undefined, () => undefined)
    const without = browserHost({
      authority: none,
      aws: () => aws,
      fetch: answering(),
      resolvers: [],
      probeHosts: [],
      practice: false,
      onMistake: () => undefined,
    })
    expect(await without.surroundings.session()).toEqual({ renewable: false })
    await expect(without.surroundings.keysUntil()).rejects.toThrow('No keys')
  })

  it('reaches only hosts of config.json, and asks resolvers only where there are some', async () => {
    const { host, fetch } = stage()
    expect(await host.probe('https://www.example.com/health')).toBe('answered')
    expect(await host.probe('https://shop.example.com/health')).toBeUndefined()
    expect(fetch).toHaveBeenCalledTimes(1)
    const broken = stage(keys, vi.fn<Fetch>().mockRejectedValue(new TypeError('Failed to fetch')))
    expect(await broken.host.probe('https://www.example.com/')).toBe('failed')
    expect(host.doh).toBeUndefined()
  })
})
