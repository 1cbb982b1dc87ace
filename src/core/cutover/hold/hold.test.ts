/** The legacy is called unused only by evidence, and each missing piece is named. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { RecordSet } from '../../dns/record-set.ts'
import type { ResolverSample } from '../../dns/resolver-answer.ts'
import { cutoverNames } from '../names.ts'
import { decommission, holdLeft } from './decommission.ts'
import type { HoldEvidence, LegacyTraffic, TrafficHour } from './evidence.ts'
import { legacyInUse } from './legacy-traffic.ts'
import { pointersTo } from './pointers.ts'
import { requiredHold } from './required-time.ts'

const hour = 3_600_000
const minute = 60_000
/** A whole hour, and a quarter. */
const now = Date.UTC(2026, 10, 20, 12, 15)

/** The last whole hours, oldest first. */
function hours(...values: (number | undefined)[]): TrafficHour[] {
  const end = Date.UTC(2026, 10, 20, 12)
  return values.map((value, index) => ({ at: end - (values.length - index) * hour, value }))
}

const requests = (before: number | undefined, ...values: (number | undefined)[]): LegacyTraffic => ({
  kind: 'requests',
  name: 'legacy',
  hours: hours(...values),
  before,
})
const packets = (before: number | undefined, ...values: (number | undefined)[]): LegacyTraffic => ({
  kind: 'packets',
  name: 'i-1',
  hours: hours(...values),
  before,
})
const heard = (resolver: string, data: string): ResolverSample => ({
  resolver,
  rcode: 'NOERROR',
  records: [{ name: 'www.example.com.', type: 'A', ttl: 10, data }],
})
const times = (count: number, sample: ResolverSample): ResolverSample[] =>
  Array.from({ length: count }, () => sample)

const complete: HoldEvidence = {
  isLastState: true,
  heldSince: now - 24 * hour,
  required: 24 * hour,
  legacy: [requests(100_000, 0, undefined, 3)],
  resolvers: [
    {
      type: 'A',
      samples: [
        ...times(5, heard('google', '198.51.100.1')),
        ...times(5, heard('cloudflare', '198.51.100.2')),
      ],
    },
  ],
  sides: { legacy: ['192.0.2.1'], ours: ['198.51.100.1', '198.51.100.2'], complete: true },
  pointers: [],
  insideAttested: true,
  rollbackGivenUp: true,
}

function missing(change: Partial<HoldEvidence>): string[] {
  const { unlocked, reasons } = decommission({ ...complete, ...change }, now)
  expect(unlocked).toBe(reasons.length === 0)
  for (const reason of reasons) expect(translate('ko', reason)).not.toMatch(/[{}]|NaN/)
  return reasons.map((reason) => translate('en', reason))
}

describe('required time', () => {
  it('is the longest of what people want, four hours, and twice what caches and connections keep', () => {
    expect(requiredHold({ holdMs: 24 * hour, originalTtl: 300 })).toBe(24 * hour)
    expect(requiredHold({ holdMs: hour, originalTtl: 300 })).toBe(4 * hour)
    expect(requiredHold({ holdMs: hour, originalTtl: 86_400 })).toBe(48 * hour)
    expect(requiredHold({ holdMs: hour, originalTtl: 300 }, 10_800)).toBe(6 * hour)
  })

  it('counts down to nothing', () => {
    expect(holdLeft({ heldSince: now - hour, required: 4 * hour }, now)).toBe(3 * hour)
    expect(holdLeft({ heldSince: now - 5 * hour, required: 4 * hour }, now)).toBe(0)
    expect(holdLeft({ heldSince: undefined, required: 4 * hour }, now)).toBeUndefined()
  })
})

const resolvers = (...samples: ResolverSample[]) => ({ resolvers: [{ type: 'A', samples }] })

describe('decommission', () => {
  it('is unlocked when everything is there', () => {
    expect(missing({})).toEqual([])
    expect(missing({ resolvers: undefined })).toEqual([])
  })

  it('names each missing piece', () => {
    expect(missing({ isLastState: false })).toHaveLength(1)
    expect(missing({ heldSince: now - 24 * hour + 6 * minute })).toEqual(['Held for 23.9 of 24 hours.'])
    expect(missing({ heldSince: undefined })).toEqual(['Held for 0 of 24 hours.'])
    expect(missing({ legacy: [] })).toHaveLength(1)
    expect(missing({ legacy: [requests(0, 99, 99, 99), requests(0, 0, 0, 99)] })).toHaveLength(2)
    expect(missing({ pointers: undefined })).toHaveLength(1)
    expect(missing({ insideAttested: false })).toHaveLength(1)
    expect(missing({ rollbackGivenUp: false })).toHaveLength(1)
  })

  it('wants five answers of each resolver, none of the legacy', () => {
    const ours = heard('google', '198.51.100.1')
    expect(missing(resolvers(...times(4, ours)))).toHaveLength(1)
    expect(missing(resolvers(...times(5, ours)))).toEqual([])
    expect(missing(resolvers(...times(5, ours), { resolver: 'cloudflare', silence: 'late' }))).toEqual([])
    expect(missing(resolvers({ resolver: 'cloudflare', silence: 'late' }))).toHaveLength(1)
    expect(missing({ resolvers: [] })).toHaveLength(1)
    const old = heard('google', '192.0.2.1')
    expect(missing(resolvers(...times(4, ours), old, old))).toEqual(['google still answers with the legacy.'])
  })

  it('names other records that lead to the legacy', () => {
    const pointer = { zone: 'example.org.', name: 'shop.example.org.', type: 'A' }
    expect(missing({ pointers: [pointer, { ...pointer, type: 'AAAA' }] })).toEqual([
      '2 other records lead to the legacy: shop.example.org.',
    ])
  })
})

const inUse = (traffic: LegacyTraffic, at = now): string | undefined => {
  const message = legacyInUse(traffic, at)
  return message && translate('en', message)
}

describe('legacy traffic', () => {
  it('is as good as none below ten requests an hour, or a thousandth of what there was', () => {
    expect(inUse(requests(undefined, 9, 9, 9))).toBeUndefined()
    expect(inUse(requests(undefined, 0, 10, 0))).toContain('10 requests an hour; 9 would')
    expect(inUse(requests(50_000, 50, 50, 50))).toBeUndefined()
    expect(inUse(requests(50_000, 50, 51, 50))).toContain('51 requests an hour; 50 would')
    expect(inUse(requests(0, undefined, undefined, undefined))).toBeUndefined()
  })

  it('looks at the last three hours only', () => {
    expect(inUse(requests(0, 5000, 0, 0, 0))).toBeUndefined()
    expect(inUse(requests(0, 0, 0, 0, 5000))).toContain('5,000 requests')
  })

  it('knows nothing from fewer, older or interrupted hours', () => {
    expect(inUse(requests(0, 0, 0))).toContain('not known')
    expect(inUse(requests(0, 0, 0, 0), now + hour)).toContain('not known')
    expect(inUse(requests(0, 0, 0, 0), now + 54 * minute)).toBeUndefined()
    expect(inUse({ ...requests(0), hours: undefined } as LegacyTraffic)).toContain('could not be read')
    const gap = [...hours(0, 0, 0).slice(0, 2), { at: Date.UTC(2026, 10, 20, 12), value: 0 }]
    expect(inUse({ ...requests(0), hours: gap } as LegacyTraffic)).toContain('not known')
  })

  it('of an instance must fall by 95 %, and silence shows nothing', () => {
    expect(inUse(packets(1000, 50, 50, 50))).toBeUndefined()
    expect(inUse(packets(1000, 50, 51, 50))).toContain('51 packets')
    expect(inUse(packets(1000, 0, undefined, 0))).toContain('not known')
    expect(inUse(packets(undefined, 0, 0, 0))).toContain('cannot be compared')
  })

  it('elsewhere is attested with a note', () => {
    expect(inUse({ kind: 'attested', name: 'rack 7', note: 'access log is empty' })).toBeUndefined()
    expect(inUse({ kind: 'attested', name: 'rack 7', note: ' ' })).toContain('rack 7')
    expect(inUse({ kind: 'attested', name: 'rack 7', note: undefined })).toContain('rack 7')
  })

  it('more traffic never makes it quiet', () => {
    const value = fc.option(fc.nat(200), { nil: undefined })
    const three = fc.tuple(value, value, value)
    fc.assert(
      fc.property(
        fc.constantFrom(requests, packets),
        fc.nat(5000),
        three,
        fc.nat(2),
        fc.nat(100),
        (kind, before, values, which, more) => {
          const busier = values.map((each, index) => (index === which ? (each ?? 0) + more : each))
          const isQuiet = inUse(kind(before, ...values)) === undefined
          const isStillQuiet = inUse(kind(before, ...busier)) === undefined
          // Packets that are not known are no evidence: knowing them is.
          fc.pre(kind === requests || !values.includes(undefined))
          expect(isStillQuiet && !isQuiet).toBe(false)
        },
      ),
    )
  })
})

const record = (Name: string, Type: string, ...values: string[]): RecordSet => ({
  Name,
  Type,
  TTL: 60,
  ResourceRecords: values.map((Value) => ({ Value })),
})

describe('pointers', () => {
  const hostname = 'www.example.com.'
  const names = cutoverNames(hostname, 'example.com.')
  const plan = { zone: { id: 'Z1', name: 'example.com.' }, hostname, names }
  const found = (id: string, ...records: RecordSet[]): string[] =>
    pointersTo(['192.0.2.1', 'old.example.net'], plan, [{ id, name: 'zone.', records }]).map(
      ({ name, type }) => `${name} ${type}`,
    )

  it('are records of any zone with a value of the legacy', () => {
    const alias = { HostedZoneId: 'Z9', DNSName: 'dualstack.OLD.example.net.', EvaluateTargetHealth: false }
    expect(
      found(
        'Z1',
        record('a.example.com.', 'A', '192.0.2.9', '192.0.2.1'),
        record('b.example.com.', 'CNAME', 'old.example.net'),
        { Name: 'c.example.com.', Type: 'A', AliasTarget: alias },
        record('d.example.com.', 'MX', '10 old.example.net.'),
        record('e.example.com.', 'HTTPS', '1 . ipv4hint=192.0.2.7,192.0.2.1'),
        record('f.example.com.', 'TXT', '"192.0.2.1"'),
        record('g.example.com.', 'A', '192.0.2.10'),
      ),
    ).toEqual([
      'a.example.com. A',
      'b.example.com. CNAME',
      'c.example.com. A',
      'd.example.com. MX',
      'e.example.com. HTTPS',
    ])
  })

  it('are not what the cutover owns, but the same name in another zone', () => {
    const own = record(hostname, 'A', '192.0.2.1')
    expect(found('Z1', own, record(names.parked, 'A', '192.0.2.1'))).toEqual([])
    expect(found('Z2', own)).toEqual([`${hostname} A`])
  })
})
