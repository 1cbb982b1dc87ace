import { expect, test } from 'vitest'
import { findScenario } from '../../../simulator/scenarios/registry.ts'
import { createWorld } from '../../../simulator/world/create.ts'
import { canonicalName } from '../dns/name.ts'
import type { RecordSet } from '../dns/record-set.ts'
import { type Attaching, attachRun } from './attach.ts'
import { sameRecords } from './canon.ts'
import { managedSet } from './managed.ts'
import { cutoverNames } from './names.ts'

/** The zone of the scenario `mid-cutover`, which writes its journals with an encoder of its own. */
const zone = (() => {
  const world = createWorld({ id: 'w', scenario: 'mid-cutover', seed: 1, now: Date.UTC(2026, 10, 20, 6) })
  findScenario('mid-cutover')?.build(world)
  const found = Object.values(world.dns.hostedZones).find(({ privateZone }) => !privateZone)
  if (!found) throw new Error('no zone')
  return { id: found.id, name: found.name, records: found.records as RecordSet[] }
})()

function read(host: string): { attaching: Attaching; live: RecordSet[] } {
  const hostname = canonicalName(host) ?? ''
  const names = cutoverNames(hostname, zone.name)
  const live = managedSet(zone.records, { hostname, names, retireServiceBindings: true })
  const named = (name: string): RecordSet | undefined => zone.records.find(({ Name }) => Name === name)
  const reading = {
    claim: named(names.claim),
    snapshot: named(names.snapshot),
    records: live,
    unknownFields: [],
  }
  return { attaching: attachRun(zone, reading), live }
}

/** Label of the state that the claim names, whether the live records are that state, and whether the plan is still the same. */
function standing(
  host: string,
): [label: string, status: string, asPlanned: boolean, forwardBlocked: boolean] {
  const { attaching, live } = read(host)
  if (!('run' in attaching)) throw new Error(`${host}: ${attaching.trouble}`)
  const { plan, journal, forwardBlocked } = attaching.run
  const claim = journal?.claim
  const state = plan.states[claim?.state ?? -1]
  return [
    state?.label ?? '',
    claim?.status ?? '',
    sameRecords(state?.records ?? [], live),
    forwardBlocked !== undefined,
  ]
}

test.each([
  ['www.example.com', ['w25', 'active', true, false]],
  ['example.com', ['w50', 'active', false, false]],
  ['media.example.com', ['D0', 'active', true, false]],
  ['api.example.com', ['final', 'done', true, false]],
  ['app.example.com', ['D0', 'rolledback', true, false]],
] as const)('%s can be attached to where the colleague left it', (host, expected) => {
  expect(standing(host)).toEqual(expected)
})

test.each([
  ['search.example.com', 'no-snapshot'],
  ['portal.example.com', 'snapshot'],
  ['docs.example.com', 'foreign'],
  ['shop.example.com', 'no-claim'],
] as const)('%s cannot: %s', (host, trouble) => {
  expect(read(host).attaching).toMatchObject({ trouble })
})
