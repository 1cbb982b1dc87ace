/** Record sets come out of the wire exactly as they stand in the zone, with as few calls as there can be. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../../simulator/adapters/sdk-handler.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import { anyZone, anyZoneName, oddIdentifiers, sampledZones } from '../../core/cutover/fixtures/any-zone.ts'
import { asRead } from '../../core/cutover/fixtures/planning.ts'
import { type RecordSet, routingPolicyOf } from '../../core/dns/record-set.ts'
import type { Aws } from '../context.ts'
import { type RecordSetPage, readPage, readRecordSets, toRecordSet } from './record-sets.ts'
import { callsOf, consoleOver, ordered, stageZone } from './testing/zone.ts'
import { listJournalRecords, scanZone } from './zone-scan.ts'

const listing = 'ListResourceRecordSets'

/** Goes through a zone with pages of one size. */
async function walk(aws: Aws, HostedZoneId: string, MaxItems: number): Promise<RecordSet[]> {
  const records: RecordSet[] = []
  let start: RecordSetPage['next'] = {}
  while (start) {
    const page: RecordSetPage = await readPage(aws, { HostedZoneId, MaxItems, ...start })
    // Otherwise it would go on for ever.
    expect(page.next).not.toEqual(start)
    records.push(...page.items.map(({ record }) => record))
    start = page.next
  }
  return records
}

describe('a record set', () => {
  it('of any policy is read as it stands in the zone, without empty lists', async () => {
    await fc.assert(
      fc.asyncProperty(anyZone, async (stored) => {
        const { aws, zone } = stageZone(stored)
        const { items, next } = await readPage(aws, { HostedZoneId: zone.id })
        expect(next).toBeUndefined()
        expect(items.flatMap(({ unknownFields }) => unknownFields)).toEqual([])
        const records = items.map(({ record }) => record)
        expect(ordered(records)).toStrictEqual(ordered(stored.map(asRead)))
        for (const name of new Set(stored.map(({ Name }) => Name))) {
          const atName = stored.filter(({ Name }) => Name === name)
          const read = await readRecordSets(aws, zone.id, name)
          expect(ordered(read.records)).toStrictEqual(ordered(atName.map(asRead)))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is met once, however small the pages and odd the identifiers they start with', async () => {
    await fc.assert(
      fc.asyncProperty(anyZone, fc.integer({ min: 1, max: 3 }), async (stored, size) => {
        const { aws, zone, world } = stageZone(stored)
        expect(ordered(await walk(aws, zone.id, size))).toStrictEqual(ordered(stored.map(asRead)))
        expect(callsOf(world)).toEqual(
          Array.from({ length: Math.ceil(stored.length / size) }, () => `route53:${listing}`),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('without a name or a type is no record set', () => {
    expect(() => toRecordSet({ Name: undefined, Type: 'A' })).toThrow('Name of a record set')
    expect(() => toRecordSet({ Name: 'a.', Type: undefined })).toThrow('Type of a record set')
  })
})

describe('a page that leads to itself', () => {
  it('ends in a problem, not in an endless loop', async () => {
    const body = `<?xml version="1.0"?><ListResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ResourceRecordSets><ResourceRecordSet><Name>a.example.com.</Name><Type>A</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></ResourceRecordSets><IsTruncated>true</IsTruncated><NextRecordName>a.example.com.</NextRecordName><NextRecordType>A</NextRecordType><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>`
    const answer = {
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: new TextEncoder().encode(body),
    }
    const aws = consoleOver(new SdkHandler(() => Promise.resolve(answer)))
    await expect(scanZone(aws, 'Z1')).rejects.toMatchObject({
      facts: { kind: 'unexpected', code: 'RepeatedToken' },
    })
  })
})

describe('zones that a browser is shown', () => {
  const records = sampledZones(60).flat()

  it('have every policy, identifier and an alias with an empty list', () => {
    expect(new Set(records.map(routingPolicyOf))).toEqual(
      new Set([
        'simple',
        'weighted',
        'latency',
        'geolocation',
        'failover',
        'multivalue',
        'cidr',
        'geoproximity',
      ]),
    )
    const identifiers = new Set(records.map(({ SetIdentifier }) => SetIdentifier))
    expect(oddIdentifiers.filter((identifier) => !identifiers.has(identifier))).toEqual([])
    expect(
      records.filter(({ AliasTarget, ResourceRecords }) => AliasTarget && ResourceRecords).length,
    ).toBeGreaterThan(5)
    for (const zero of ['"TTL":0', '"Weight":0', '"Bias":0']) expect(JSON.stringify(records)).toContain(zero)
  })
})

describe('calls', () => {
  it('are more than one only for a name with more than 100 record sets', async () => {
    const name = `www.${anyZoneName}`
    const group = ['A', 'AAAA'].flatMap((Type) =>
      Array.from({ length: 100 }, (_, at): RecordSet => ({
        Name: name,
        Type,
        SetIdentifier: ` ${at} & "${at}"`,
        Weight: at,
        TTL: 60,
        ResourceRecords: [{ Value: Type === 'A' ? '192.0.2.1' : '2001:db8::1' }],
      })),
    )
    const { aws, zone, world } = stageZone([...group, { ...group[0], Name: `x.${name}`, Type: 'A' }])
    const { records } = await readRecordSets(aws, zone.id, name)
    expect(ordered(records)).toStrictEqual(ordered(group))
    expect(callsOf(world)).toHaveLength(3)
  })

  it('to a zone of 10,000 are one for a name, one for the journals, and one for each 300 of all', async () => {
    const { control, handle } = createSimulator({ scenario: 'zone-10k', clock: 'manual' })
    const { accessKeyId: key, secretAccessKey } = control.load()
    const [zone] = Object.values(control.world({ key }).dns.hostedZones)
    const stored = zone?.records ?? []
    expect(stored).toHaveLength(10_000)
    const id = zone?.id ?? ''
    const aws = consoleOver(new SdkHandler(handle), { accessKeyId: key, secretAccessKey })
    const callsFor = async (work: () => Promise<unknown>): Promise<number> => {
      const before = control.journal({ key }).length
      await work()
      const made = control.journal({ key }).slice(before)
      expect(new Set(made.map(({ name }) => name))).toEqual(new Set([`route53:${listing}`]))
      return made.length
    }
    const hostname = `www.${anyZoneName}`
    expect(
      await callsFor(async () => {
        const { records } = await readRecordSets(aws, id, hostname)
        expect(records.map(({ Name }) => Name)).toEqual([hostname])
      }),
    ).toBe(1)
    // A name that does not exist costs no more, wherever it would stand.
    for (const name of [`absent.${anyZoneName}`, `zzz.${anyZoneName}`])
      expect(
        await callsFor(async () => {
          expect(await readRecordSets(aws, id, name)).toEqual({ records: [], unknownFields: [] })
        }),
      ).toBe(1)
    expect(
      await callsFor(async () => {
        expect(await listJournalRecords(aws, anyZoneName, id)).toEqual([])
      }),
    ).toBe(1)
    expect(
      await callsFor(async () => {
        expect(ordered(await scanZone(aws, id))).toEqual(ordered(stored))
      }),
    ).toBe(Math.ceil(10_000 / 300))
  })
})
