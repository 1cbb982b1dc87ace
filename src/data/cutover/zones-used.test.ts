import { afterEach, expect, test, vi } from 'vitest'
import { cutoverNames } from '../../core/cutover/names.ts'
import { hostnamesOf } from './claim-hostnames.ts'
import { rememberZones, zonesLookedIn, zonesUsed } from './zones-used.ts'

const [a, b] = [
  { id: 'ZA', name: 'a.example.' },
  { id: 'ZB', name: 'b.example.' },
]

afterEach(() => vi.unstubAllGlobals())

function stubStorage(kept = new Map<string, string>()): Map<string, string> {
  const getItem = (key: string) => kept.get(key) ?? null
  const setItem = (key: string, value: string) => void kept.set(key, value)
  vi.stubGlobal('localStorage', { getItem, setItem })
  return kept
}

test('zones are those of notes and of the configuration, each once, by name', () => {
  const noted = { plan: { zone: { ...b, linkedService: 'x' } } as never }
  expect(zonesUsed({ rows: [noted], reports: [noted] }, [a, b])).toEqual([a, b])
})

test('remembers the zones of each account, and survives whatever else was kept', () => {
  const kept = stubStorage()
  rememberZones('1', [a])
  rememberZones('2', [b])
  expect(zonesLookedIn('1')).toEqual([a])
  kept.set('tidegate.zones', '{"1": [{"id": 7}, null, {"id": "ZB", "name": "b.example."}], "2": "?"}')
  expect(zonesLookedIn('1')).toEqual([b])
  expect(zonesLookedIn('2')).toEqual([])
  kept.set('tidegate.zones', 'not JSON')
  expect(zonesLookedIn('1')).toEqual([])
})

test('works without any storage', () => {
  vi.stubGlobal('localStorage', undefined)
  rememberZones('1', [a])
  expect(zonesLookedIn('1')).toEqual([])
})

test('a claim that does not say its hostname is told by its name', () => {
  const { claim } = cutoverNames('www.example.com.', 'example.com.')
  const names = ['example.com.', 'www.example.com.', 'www.example.com.']
  expect(hostnamesOf([claim, '_cutover-0.example.com.'], 'example.com.', names)).toEqual({
    [claim]: 'www.example.com.',
  })
})
