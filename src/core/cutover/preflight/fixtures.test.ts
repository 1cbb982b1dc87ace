/** What preflight says of every zone layout that it has to say something about. */
import { describe, expect, it } from 'vitest'
import type { HostedZone } from '../../dns/hosted-zone.ts'
import { canonicalName } from '../../dns/name.ts'
import { candidateZones } from '../../dns/zone-choice.ts'
import { fixtures } from '../fixtures/all.ts'
import type { Fixture, FixtureZone } from '../fixtures/fixture.ts'
import { asRead, chosenZone, planInput, plansOf } from '../fixtures/planning.ts'
import { params } from '../fixtures/records.ts'
import { makePlan } from '../plan.ts'
import type { Facts } from './facts.ts'
import { journalsIn } from './journals.ts'
import { factsWith, resultOf } from './testing-facts.ts'

const good = factsWith()

const toZone = ({
  id,
  name,
  private: isPrivate = false,
  linkedService,
  records,
}: FixtureZone): HostedZone => ({
  id,
  name,
  isPrivate,
  recordCount: records.length,
  ...(linkedService !== undefined && { linkedService }),
})

/** What readers would have found. */
function factsOf(fixture: Fixture): Partial<Facts> {
  const hostname = canonicalName(fixture.hostname) ?? ''
  const strategy = typeof fixture.weighted === 'string' ? 'weighted' : 'simple'
  const input = planInput(fixture, strategy)
  const zone = chosenZone(fixture)
  const zones = fixture.zones.map(toZone)
  const [plan] = plansOf(fixture)
  const { balancer } = { ...params, ...fixture.params }
  const reading = { records: input.records, unknownFields: input.unknownFields ?? [] }
  return {
    subject: {
      ...good.subject,
      typed: fixture.hostname,
      hostname,
      choices: { ...params, ...fixture.params, strategy },
    },
    zones,
    zone: { ...good.zone, ...toZone(zone) },
    records: reading,
    recordsTwice: { first: reading, second: reading },
    sweep: zone.records.map(asRead),
    rivals: fixture.zones
      .slice(1)
      .map((other) => ({ zone: toZone(other), holds: other.records.some(({ Name }) => Name === hostname) })),
    journals: plan && fixture.leftover ? journalsIn(fixture.leftover.records(plan), zone.name) : [],
    protections: fixture.protections ?? [],
    planning: makePlan(input),
    loadBalancer: {
      ...good.loadBalancer,
      dnsName: balancer.dnsName,
      canonicalHostedZoneId: balancer.hostedZoneId,
      ipAddressType: balancer.dualStack ? 'dualstack' : 'ipv4',
    },
  }
}

/** Whether the way back still exists is read from other services, not from the zone. */
const notes = fixtures.flatMap((fixture) =>
  (fixture.preflight ?? [])
    .filter((note) => !note.startsWith('P-36'))
    .map((note) => [fixture.id, fixture.title, note, fixture] as const),
)

/** What can be planned and has no notes. */
const calm = fixtures.filter((fixture) => fixture.preflight === undefined && plansOf(fixture).length > 0)

/** These speak about the zone alone, so that of a layout without notes nothing is wrong with them. */
const zoneChecks = ['P-01', 'P-02', 'P-03', 'P-05', 'P-06', 'P-07', 'P-13', 'P-15', 'P-40', 'P-44']

describe('a layout', () => {
  it.each(notes)('%s, %s: %s', (_id, _title, note, fixture) => {
    const [id = '', level] = note.split(' ')
    expect(resultOf(id, factsOf(fixture)).level).toBe(level)
  })

  it.each(calm.map((fixture) => [fixture.id, fixture] as const))(
    '%s has nothing to stop for',
    (_id, fixture) => {
      const facts = factsOf(fixture)
      const stopping = zoneChecks.filter((id) => resultOf(id, facts).level === 'fail')
      expect(stopping).toEqual([])
    },
  )

  it('chooses the zone that the layout is about', () => {
    for (const fixture of fixtures.filter(({ zones }) => zones.length > 1)) {
      const hostname = canonicalName(fixture.hostname) ?? ''
      const ids = candidateZones(hostname, fixture.zones.map(toZone)).map(({ id }) => id)
      expect(ids).toContain(chosenZone(fixture).id)
    }
  })
})
