/** An element that the SDK drops without a word is noticed, and no cutover is planned over it. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyZone, anyZoneName } from '../../core/cutover/fixtures/any-zone.ts'
import type { FixtureRecord } from '../../core/cutover/fixtures/fixture.ts'
import { params } from '../../core/cutover/fixtures/records.ts'
import { makePlan } from '../../core/cutover/plan.ts'
import type { RecordSet } from '../../core/dns/record-set.ts'
import type { Aws } from '../context.ts'
import { readPage, readRecordSets } from './record-sets.ts'
import { stageZone } from './testing/zone.ts'
import { unknownElements } from './unknown-elements.ts'

const hostname = `www.${anyZoneName}`
const www: FixtureRecord = {
  Name: hostname,
  Type: 'A',
  TTL: 300,
  ResourceRecords: [{ Value: '192.0.2.1' }],
}

/** What the planner says of the records at `www`, as they are read; nothing when there is a plan. */
async function refusalOf(aws: Aws, zoneId: string): Promise<string | undefined> {
  const { records, unknownFields } = await readRecordSets(aws, zoneId, hostname)
  const zone = { id: zoneId, name: anyZoneName }
  const planning = makePlan({ zone, hostname, records, unknownFields, params })
  return 'refusal' in planning ? planning.refusal.code : undefined
}

const keyOf = ({ Name, SetIdentifier }: RecordSet): string => `${Name} ${SetIdentifier}`
const set = (inner: string): string => `<ResourceRecordSet>${inner}</ResourceRecordSet>`

/** Names that no API of AWS has: new members of the future. */
const newName = fc
  .tuple(fc.constantFrom('Lunar', 'Weight', 'TTL', 'Value'), fc.stringMatching(/^[A-Z][a-z]{2,8}$/))
  .map(([start, end]) => start + end)

describe('unknown elements', () => {
  it('are told for the record set that has them, whatever else the zone holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyZone, newName, fc.nat(), fc.string(), async (stored, name, place, text) => {
        const marked = stored.map((record, at) =>
          at === place % stored.length ? { ...record, unknownElements: { [name]: text } } : record,
        )
        const { aws, zone } = stageZone(marked)
        const { items } = await readPage(aws, { HostedZoneId: zone.id })
        const [wanted] = marked.filter(({ unknownElements: found }) => found)
        expect(
          items
            .filter(({ unknownFields }) => unknownFields.length > 0)
            .map(({ record, unknownFields }) => [keyOf(record), unknownFields]),
        ).toEqual([[wanted && keyOf(wanted), [name]]])
        // The SDK itself says nothing.
        expect(JSON.stringify(items.map(({ record }) => record))).not.toContain(`"${name}"`)
      }),
      { numRuns: 100 },
    )
  })

  it('make the planner refuse, and nothing else at the name does', async () => {
    const plain = stageZone([www])
    expect(await refusalOf(plain.aws, plain.zone.id)).toBeUndefined()
    const newer = stageZone([{ ...www, unknownElements: { LunarPhase: 'FULL' } }])
    expect(await refusalOf(newer.aws, newer.zone.id)).toBe('unknown-field')
    const { unknownFields } = await readRecordSets(newer.aws, newer.zone.id, hostname)
    expect(unknownFields).toEqual(['LunarPhase'])
  })

  it('count at the name itself only', async () => {
    const below = { ...www, Name: `x.${hostname}`, unknownElements: { LunarPhase: 'FULL' } }
    const { aws, zone } = stageZone([www, below])
    expect(await refusalOf(aws, zone.id)).toBeUndefined()
  })

  it.each([
    ['none of a record set that we know', '<Name>a.</Name><Type>A</Type>', []],
    ['a new member', '<Name>a.</Name><Mood>calm</Mood>', ['Mood']],
    ['one that is empty', '<Name>a.</Name><Mood/>', ['Mood']],
    ['one with attributes', '<Name>a.</Name><Mood kind="x">calm</Mood>', ['Mood']],
    ['one below another', '<AliasTarget><DNSName>b.</DNSName><Mood>calm</Mood></AliasTarget>', ['Mood']],
    ['each once', '<Mood>a</Mood><Tide>b</Tide><Mood>c</Mood>', ['Mood', 'Tide']],
    ['none in a text', '<Value>&lt;Mood&gt;calm&lt;/Mood&gt;</Value>', []],
    ['one of another namespace', '<tide:Name>a.</tide:Name>', ['tide:Name']],
  ])('are %s', (_, content, found) => {
    const xml = `<?xml version="1.0"?><R><ResourceRecordSets>${set(content)}${set('<Name>b.</Name>')}</ResourceRecordSets><IsTruncated>false</IsTruncated></R>`
    expect(unknownElements(xml)).toEqual([found, []])
  })
})
