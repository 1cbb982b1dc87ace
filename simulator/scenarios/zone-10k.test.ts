import { expect, test } from 'vitest'
import { compareNames } from '../engine/dns/names.ts'
import { createWorld } from '../world/create.ts'
import { zone10k } from './zone-10k.ts'

test('has 10,000 record sets, every name once and type, and the hostname far from both ends', () => {
  const world = createWorld({ id: 'w', scenario: 'zone-10k', seed: 1, now: Date.UTC(2026, 10, 20, 6) })
  const started = performance.now()
  zone10k.build(world)
  expect(performance.now() - started).toBeLessThan(1500)
  const [zone, ...others] = Object.values(world.dns.hostedZones)
  expect(others).toEqual([])
  const records = zone?.records ?? []
  expect(records).toHaveLength(10_000)
  expect(new Set(records.map(({ Name, Type }) => `${Name} ${Type}`)).size).toBe(10_000)
  const names = records.map(({ Name = '' }) => Name).toSorted(compareNames)
  const place = names.indexOf('www.example.com.')
  expect(place).toBeGreaterThan(4000)
  expect(place).toBeLessThan(6000)
  // Not in the order of a dictionary: the dot at the end takes part, and `-` comes before it.
  expect(names.slice(place - 4, place + 2)).toEqual([
    'www--1.example.com.',
    'www-.example.com.',
    'www-2.example.com.',
    'a.www-2.example.com.',
    'www.example.com.',
    '-.www.example.com.',
  ])
  expect(names).toContain('www\\041.example.com.')
  expect(Object.values(world.internet.visitors).map(({ destinations }) => destinations)).toEqual([
    { '203.0.113.10': 1 },
    { '203.0.113.10': 1 },
  ])
})
