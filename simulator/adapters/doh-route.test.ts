import { expect, test } from 'vitest'
import { createSimulator } from '../simulator.ts'
import { startServer } from './node-server.ts'
import { simulatedFetch } from './sdk-handler.ts'

const start = Date.UTC(2026, 10, 20, 6)

function stage() {
  const simulator = createSimulator({ realNow: () => start, origin: 'http://127.0.0.1:4566' })
  const loaded = simulator.control.load({ scenario: 'migration' })
  const urls = Object.fromEntries(loaded.config.resolvers.map(({ name, url }) => [name, url]))
  const ask = async (resolver: string, query: string, accept = 'application/dns-json') => {
    const url = `${urls[resolver]}?${query}`
    const response = await simulatedFetch(simulator.handle)(url, { headers: { accept } })
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown }
  }
  return { simulator, loaded, urls, ask }
}

test('config.json names both resolvers by the address they answer at', () => {
  const { loaded, urls } = stage()
  expect(urls).toEqual({
    google: `http://127.0.0.1:4566/_dns/${loaded.world}/google/resolve`,
    cloudflare: `http://127.0.0.1:4566/_dns/${loaded.world}/cloudflare/dns-query`,
  })
})

test('Google answers with dots, Cloudflare without, both with what is left of the TTL', async () => {
  const { ask } = stage()
  const google = await ask(
    'google',
    'name=www.example.com&type=A&edns_client_subnet=0.0.0.0/0&random_padding=x',
  )
  expect(google.headers.get('access-control-allow-origin')).toBe('*')
  const ttl = expect.toSatisfy((left: number) => left > 0 && left <= 3600) as number
  expect(google.body).toEqual({
    Status: 0,
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: false,
    Question: [{ name: 'www.example.com.', type: 1 }],
    Answer: [{ name: 'www.example.com.', type: 1, TTL: ttl, data: '203.0.113.10' }],
  })
  const cloudflare = await ask('cloudflare', 'name=WWW.example.com&type=1')
  expect(cloudflare.body).toMatchObject({
    Question: [{ name: 'www.example.com', type: 1 }],
    Answer: [{ name: 'www.example.com', type: 1, TTL: ttl, data: '203.0.113.10' }],
  })
})

test('a CNAME comes with what it leads to', async () => {
  const { ask } = stage()
  const { body } = await ask('google', 'name=portal.example.com')
  expect(body).toMatchObject({
    Status: 0,
    Answer: [
      { name: 'portal.example.com.', type: 5, data: 'portal.onprem.example.net.' },
      { name: 'portal.onprem.example.net.', type: 1, data: '198.51.100.20' },
    ],
  })
})

test('what does not exist comes with the SOA, and a type that does not exist with NOERROR', async () => {
  const { ask } = stage()
  expect((await ask('google', 'name=nothing.api.example.com')).body).toMatchObject({
    Status: 3,
    Authority: [{ name: 'example.com.', type: 6, TTL: 900 }],
  })
  const none = await ask('google', 'name=www.example.com&type=AAAA')
  expect(none.body).toMatchObject({ Status: 0, Authority: [{ name: 'example.com.', type: 6 }] })
  expect(none.body).not.toHaveProperty('Answer')
  expect((await ask('cloudflare', 'name=www.unknown.invalid')).body).toMatchObject({ Status: 3 })
})

test('sites take turns, and time goes down in each', async () => {
  const { ask, simulator, loaded } = stage()
  const left = async (): Promise<number[]> => {
    const found: number[] = []
    for (let nth = 0; nth < 3; nth += 1) {
      const { body } = await ask('google', 'name=www.example.com')
      found.push((body as { Answer: { TTL: number }[] }).Answer[0]?.TTL ?? 0)
    }
    return found
  }
  const before = await left()
  expect(new Set(before).size).toBe(3)
  simulator.control.advance({ key: loaded.accessKeyId, duration: 'PT10S' })
  expect(await left()).toEqual(before.map((ttl) => (ttl > 10 ? ttl - 10 : ttl + 3590)))
})

test('refusals', async () => {
  const { ask, simulator, loaded } = stage()
  expect((await ask('cloudflare', 'name=www.example.com', 'text/html')).status).toBe(415)
  expect((await ask('google', 'name=www.example.com', '*/*')).status).toBe(200)
  expect((await ask('google', 'type=A')).status).toBe(400)
  expect((await ask('google', 'name=a.example.com&type=NONE')).status).toBe(400)
  const fetching = simulatedFetch(simulator.handle)
  const elsewhere = 'http://127.0.0.1:4566/_dns/nowhere/google/resolve?name=a'
  expect((await fetching(elsewhere)).status).toBe(404)
  const hidden = `http://127.0.0.1:4566/_dns/${loaded.world}/corporate/resolve?name=a`
  expect((await fetching(hidden)).status).not.toBe(200)
})

test('over HTTP as in process', async () => {
  const { simulator, loaded } = stage()
  const server = await startServer(simulator.handle, 0)
  try {
    const response = await fetch(`${server.url}/_dns/${loaded.world}/google/resolve?name=www.example.com`)
    expect(response.headers.get('content-type')).toContain('application/dns-json')
    expect(await response.json()).toMatchObject({ Status: 0, Answer: [{ data: '203.0.113.10' }] })
  } finally {
    await server.close()
  }
})
