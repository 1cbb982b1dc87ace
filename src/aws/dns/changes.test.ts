/** What was read is written back verbatim and read again as the same; a change is followed until name servers have it. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceTo } from '../../../simulator/engine/advance.ts'
import { anyZone, anyZoneName } from '../../core/cutover/fixtures/any-zone.ts'
import { asRead } from '../../core/cutover/fixtures/planning.ts'
import type { Change, RecordSet } from '../../core/dns/record-set.ts'
import { changeRecordSets, getChange } from './changes.ts'
import { readRecordSets } from './record-sets.ts'
import { ordered, stageZone } from './testing/zone.ts'
import { scanZone } from './zone-scan.ts'

const www: RecordSet = {
  Name: `www.${anyZoneName}`,
  Type: 'A',
  TTL: 300,
  ResourceRecords: [{ Value: '192.0.2.1' }],
}
const create = (ResourceRecordSet: RecordSet): Change => ({ Action: 'CREATE', ResourceRecordSet })
const remove = (ResourceRecordSet: RecordSet): Change => ({ Action: 'DELETE', ResourceRecordSet })

describe('the round trip', () => {
  it('of record sets of any policy leaves the zone as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyZone, async (stored) => {
        const { aws, zone } = stageZone(stored)
        const before = await scanZone(aws, zone.id)
        // Exactly what was stored is what DELETE must name, and CREATE must bring back.
        await changeRecordSets(aws, zone.id, before.map(remove), 'Away')
        expect(await scanZone(aws, zone.id)).toEqual([])
        await changeRecordSets(aws, zone.id, before.map(create), 'Back')
        await changeRecordSets(aws, zone.id, [...before.map(remove), ...before.map(create)], 'At once')
        expect(await scanZone(aws, zone.id)).toStrictEqual(before)
        expect(ordered(zone.records)).toEqual(ordered(stored.map(asRead)))
      }),
      { numRuns: 100 },
    )
  })

  it('cannot be made with an empty list beside an alias: it must have been taken out', async () => {
    const alias: RecordSet = {
      Name: www.Name,
      Type: 'A',
      AliasTarget: { HostedZoneId: 'ZELB', DNSName: 'lb.example.net.', EvaluateTargetHealth: true },
    }
    const stored = { ...alias, ResourceRecords: [] }
    const { aws, zone } = stageZone([stored])
    const { records } = await readRecordSets(aws, zone.id, www.Name)
    expect(records).toStrictEqual([alias])
    await expect(changeRecordSets(aws, zone.id, [remove(stored)], 'As stored')).rejects.toMatchObject({
      facts: { code: 'InvalidInput' },
    })
    await changeRecordSets(aws, zone.id, records.map(remove), 'As read')
    expect(zone.records).toEqual([])
  })
})

describe('a change', () => {
  it('is PENDING until every name server has it, and forgotten ones are not found', async () => {
    const { aws, zone, world } = stageZone([])
    const { value: change } = await changeRecordSets(aws, zone.id, [create(www)], 'Create www')
    expect(change).toEqual({
      id: expect.stringMatching(/^C\d+$/),
      status: 'PENDING',
      submittedAt: world.now,
    })
    expect(await getChange(aws, change.id)).toEqual(change)
    advanceTo(world, world.now + 60_000)
    expect(await getChange(aws, change.id)).toEqual({ ...change, status: 'INSYNC' })
    await expect(getChange(aws, 'C0')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('says what it is for in as many characters as AWS takes', async () => {
    const { aws, zone, world } = stageZone([])
    const { value: change } = await changeRecordSets(aws, zone.id, [create(www)], 'why '.repeat(100))
    expect(world.dns.changes[change.id]?.comment).toBe('why '.repeat(64))
  })

  it('is refused as a whole when one record set is not exactly as named', async () => {
    const { aws, zone } = stageZone([www])
    const other = { ...www, TTL: 301 }
    const changes = [create({ ...www, Name: `new.${anyZoneName}` }), remove(other), create(www)]
    await expect(changeRecordSets(aws, zone.id, changes, 'Mistaken')).rejects.toMatchObject({
      facts: { code: 'InvalidChangeBatch' },
    })
    expect(zone.records).toEqual([www])
  })
})
