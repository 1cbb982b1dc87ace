/** DNS over HTTPS: both dialects of the simulated resolvers, and whatever else may come back. */
import { describe, expect, it } from 'vitest'
import { createHostedZone } from '../../../simulator/engine/dns/zone-build.ts'
import { addResolvers } from '../../../simulator/engine/dns/resolvers.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import { answersOf, dataOf, longestTtl } from '../../core/dns/resolver-answer.ts'
import { now } from '../../lib/clock.ts'
import { type DohPorts, sampleResolvers } from './resolvers.ts'

const question = { name: 'www.example.com.', type: 'A' }
const google = { name: 'google', url: 'https://dns.google/resolve' }
const cloudflare = { name: 'cloudflare', url: 'https://cloudflare-dns.com/dns-query' }

/** The world's resolvers, reached without a network. */
function simulated(): DohPorts {
  const present = now()
  const simulator = createSimulator({ scenario: 'empty', realNow: () => present })
  const state = simulator.control.world({ key: simulator.control.load().world })
  addResolvers(state)
  createHostedZone(state, {
    name: 'example.com',
    records: [
      { Name: 'www.example.com.', Type: 'CNAME', TTL: 120, ResourceRecords: [{ Value: 'web.example.com' }] },
      { Name: 'web.example.com.', Type: 'A', TTL: 300, ResourceRecords: [{ Value: '192.0.2.1' }] },
    ],
  })
  const { config } = simulator.control.load({ state })
  return {
    resolvers: config.resolvers,
    fetch: async (url, { headers }) => {
      const { pathname, searchParams, host } = new URL(url)
      const answer = await simulator.handle({
        method: 'GET',
        path: pathname,
        query: searchParams,
        headers: { host, ...(headers as Record<string, string>) },
        body: new Uint8Array(),
      })
      return new Response(answer.body as BodyInit, { status: answer.status })
    },
  }
}

describe('the simulated resolvers', () => {
  it('answer three times each, with chains and remaining TTLs', async () => {
    const ports = simulated()
    const samples = await sampleResolvers(ports, question)
    expect(samples.map(({ resolver }) => resolver)).toEqual([
      'google',
      'google',
      'google',
      'cloudflare',
      'cloudflare',
      'cloudflare',
    ])
    const answers = answersOf(samples)
    expect(answers).toHaveLength(6)
    expect(dataOf(answers, 'CNAME')).toEqual(['web.example.com.'])
    expect(dataOf(answers, 'A')).toEqual(['192.0.2.1'])
    expect(longestTtl(answers)).toBeLessThanOrEqual(300)
  })

  it('say that a name does not exist', async () => {
    const samples = await sampleResolvers(simulated(), { name: 'no.example.com.', type: 'A' }, { samples: 1 })
    expect(answersOf(samples).map(({ rcode, records }) => [rcode, records])).toEqual([
      ['NXDOMAIN', []],
      ['NXDOMAIN', []],
    ])
  })
})

describe('a question', () => {
  it('names what is asked, hides where it comes from, and keeps out of caches', async () => {
    const asked: [string, RequestInit][] = []
    const fetch = (url: string, init: RequestInit): Promise<Response> => {
      asked.push([url, init])
      return Promise.resolve(Response.json({ Status: 5 }))
    }
    const name = String.raw`\052.a\344\056b.example.com.`
    const samples = await sampleResolvers(
      { fetch, resolvers: [google, cloudflare] },
      { name, type: 'AAAA' },
      { samples: 1 },
    )
    expect(samples).toEqual([
      { resolver: 'google', rcode: 'RCODE5', records: [] },
      { resolver: 'cloudflare', rcode: 'RCODE5', records: [] },
    ])
    const [first, second] = asked.map(([url]) => new URL(url).searchParams)
    expect(first?.get('name')).toBe(String.raw`*.a\228\.b.example.com.`)
    expect(first?.get('edns_client_subnet')).toBe('0.0.0.0/0')
    expect(second?.has('edns_client_subnet')).toBe(false)
    expect(asked[1]?.[1]).toMatchObject({
      headers: { accept: 'application/dns-json' },
      cache: 'no-store',
      credentials: 'omit',
    })
  })

  it.each([
    ['not JSON', () => new Response('<html>'), 'malformed'],
    ['a list', () => Response.json([]), 'malformed'],
    ['nothing', () => Response.json(null), 'malformed'],
    ['no status', () => Response.json({ Answer: [] }), 'malformed'],
    ['an answer that is no list', () => Response.json({ Status: 0, Answer: {} }), 'malformed'],
    [
      'a record without data',
      () => Response.json({ Status: 0, Answer: [{ name: 'a', type: 1, TTL: 1 }] }),
      'malformed',
    ],
    [
      'a record whose TTL is text',
      () => Response.json({ Status: 0, Answer: [{ name: 'a', type: 1, TTL: '1', data: '' }] }),
      'malformed',
    ],
    ['a refusal', () => new Response('{}', { status: 429 }), 'refused'],
  ])('that gets %s gets silence', async (_, response, silence) => {
    const ports = { fetch: () => Promise.resolve(response()), resolvers: [google] }
    expect(await sampleResolvers(ports, question, { samples: 1 })).toEqual([{ resolver: 'google', silence }])
  })

  it('that cannot be sent gets silence', async () => {
    const ports = { fetch: () => Promise.reject(new TypeError('Failed to fetch')), resolvers: [google] }
    expect(await sampleResolvers(ports, question, { samples: 1 })).toEqual([
      { resolver: 'google', silence: 'unreachable' },
    ])
  })

  it('ends with its caller', async () => {
    const control = new AbortController()
    const fetch: DohPorts['fetch'] = (_url, { signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')))
        control.abort(new Error('closed'))
      })
    const asking = sampleResolvers({ fetch, resolvers: [google] }, question, { signal: control.signal })
    await expect(asking).rejects.toThrow('closed')
  })

  it('names types that have no name here by number', async () => {
    const body = { Status: 0, Answer: [{ name: 'a.', type: 99, TTL: 7, data: 'x' }] }
    const ports = { fetch: () => Promise.resolve(Response.json(body)), resolvers: [google] }
    const [sample] = answersOf(await sampleResolvers(ports, question, { samples: 1 }))
    expect(sample?.records).toEqual([{ name: 'a.', type: 'TYPE99', ttl: 7, data: 'x' }])
    expect(longestTtl([])).toBeUndefined()
  })
})
