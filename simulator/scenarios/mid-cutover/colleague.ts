/** The colleague of `mid-cutover`: starts cutovers, takes their steps, and leaves. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { submitChanges } from '../../engine/dns/zone-changes.ts'
import type { HostedZoneRecord } from '../../world/dns-tables.ts'
import { nextRandom } from '../../world/random.ts'
import type { World } from '../../world/world.ts'
import { type ClaimFields, claimRecord, digestOf, snapshotRecord } from './journal.ts'
import { type Cutover, planDigest, type State, statesOf, STEPS } from './states.ts'

/** A cutover that the colleague started. */
export interface Started {
  cutover: Cutover
  states: State[]
  claim: ClaimFields
  /** As it stands in the zone. */
  record: ResourceRecordSet
}

/** START: the claim and the snapshot come into the zone, no live record changes. `keepsFile`: the snapshot stays on a laptop. */
export function start(world: World, zone: HostedZoneRecord, cutover: Cutover, keepsFile = false): Started {
  const states = statesOf(cutover)
  const claim: ClaimFields = {
    id: ulid(world),
    generation: 1,
    state: 0,
    highest: 0,
    status: 'active',
    nonce: letters(world, 16),
    originalDigest: digestOf(cutover.original),
    planDigest: planDigest(states),
    writtenAt: world.now,
  }
  const record = claimRecord(cutover.hostname, zone.name, claim)
  const snapshot = snapshotRecord(cutover.hostname, zone.name, snapshotOf(cutover, claim.id, keepsFile))
  change(world, zone, [], keepsFile ? [record] : [record, snapshot])
  return { cutover, states, claim, record }
}

/** STEP, ROLLBACK or DONE: live records become those of a state, and the claim says so, in one batch. */
export function write(
  world: World,
  zone: HostedZoneRecord,
  started: Started,
  label: string,
  status: ClaimFields['status'] = 'active',
): void {
  const { states, claim, cutover } = started
  const state = states.findIndex((one) => one.label === label)
  const before = states[claim.state]?.records ?? []
  const next: ClaimFields = {
    ...claim,
    generation: claim.generation + 1,
    state,
    highest: Math.max(claim.highest, state),
    status,
    nonce: letters(world, 16),
    writtenAt: world.now,
  }
  const record = claimRecord(cutover.hostname, zone.name, next)
  change(world, zone, [...before, started.record], [...(states[state]?.records ?? []), record])
  started.claim = next
  started.record = record
}

/** Changes records as anybody can who may. @throws Error when Route 53 refuses */
export function change(
  world: World,
  zone: HostedZoneRecord,
  gone: ResourceRecordSet[],
  come: ResourceRecordSet[],
): void {
  const done = submitChanges(world, zone, [
    ...gone.map((ResourceRecordSet) => ({ Action: 'DELETE' as const, ResourceRecordSet })),
    ...come.map((ResourceRecordSet) => ({ Action: 'CREATE' as const, ResourceRecordSet })),
  ])
  if ('code' in done) throw new Error(done.message)
}

function snapshotOf(
  { hostname, strategy, balancer, original }: Cutover,
  id: string,
  privateSnapshot: boolean,
): unknown {
  const dualStack = balancer.ipAddressType !== 'ipv4'
  return {
    version: 1,
    id,
    hostname,
    original,
    params: {
      strategy,
      balancer: { dnsName: balancer.dnsName, hostedZoneId: balancer.canonicalHostedZoneId, dualStack },
      evaluateTargetHealth: true,
      lowTtl: 60,
      steps: STEPS,
      prepareTtl: true,
      retireServiceBindings: true,
      addIpv6: false,
      legacyIpv6: false,
      stayCname: false,
      wildcard: [],
      aliasTargets: [],
      originalTtl: Math.max(60, ...original.map(({ TTL = 0 }) => TTL)),
      bakeMs: 600_000,
      holdMs: 86_400_000,
      privateSnapshot,
    },
  }
}

/** https://github.com/ulid/spec: 48 bits of time and 80 of chance. */
function ulid(world: World): string {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  let time = ''
  for (let rest = world.now; time.length < 10; rest = Math.floor(rest / 32))
    time = `${digits[rest % 32]}${time}`
  return `${time}${letters(world, 16, digits)}`
}

function letters(world: World, length: number, from = '0123456789abcdef'): string {
  return Array.from({ length }, () => from[Math.floor(nextRandom(world) * from.length)]).join('')
}
