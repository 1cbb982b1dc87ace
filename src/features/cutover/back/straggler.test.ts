import { expect, test } from 'vitest'
import type { ResolverSample } from '../../../core/dns/resolver-answer.ts'
import { resolverCounts } from './straggler.ts'

const sides = { legacy: ['192.0.2.1'], ours: ['198.51.100.1'], complete: true }

function answer(resolver: string, data: string): ResolverSample {
  return { resolver, rcode: 'NOERROR', records: [{ name: 'www.example.com.', type: 'A', ttl: 60, data }] }
}

test('counts the answers of each resolver by side', () => {
  const samples: ResolverSample[] = [
    answer('Google', '192.0.2.1'),
    answer('Google', '198.51.100.1'),
    answer('Cloudflare', '203.0.113.9'),
    { resolver: 'Google', silence: 'late' },
  ]
  expect(resolverCounts({ resolvers: [{ type: 'A', samples }], sides })).toEqual([
    { resolver: 'Google', type: 'A', legacy: 1, fresh: 1, other: 0, silent: 1 },
    { resolver: 'Cloudflare', type: 'A', legacy: 0, fresh: 0, other: 1, silent: 0 },
  ])
  expect(resolverCounts({ resolvers: undefined, sides })).toEqual([])
})
