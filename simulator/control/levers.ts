/** Registry: what may be done to a world besides calls and faults, one line each. `subject` names whom it happens to. */
import { editByHand, zoneOfHost } from '../engine/dns/hand-edit.ts'
import { setInstanceState } from '../engine/ec2/build.ts'
import { mendService, spoilService } from '../engine/ecs/software.ts'
import { setServerStopped } from '../engine/traffic/servers.ts'
import { hangUp } from '../engine/traffic/visitors.ts'
import type { HostedZoneRecord } from '../world/dns-tables.ts'
import type { ServiceRecord } from '../world/ecs-tables.ts'
import type { ImageBehaviour } from '../world/traffic-tables.ts'
import type { RegionTables, World } from '../world/world.ts'
import { ControlError } from './control.ts'

type Lever = (world: World, subject: string) => void

/** Requests a second that each task of a version stands which fails under load. */
const weakRps = 0.1
/** ms that a slow change takes, and that a zone stays busy with somebody's request. */
const slowMs = 15 * 60_000
const busyMs = 2 * 60_000

const levers: Record<string, Lever> = {
  'hang-up': (world, subject) => hangUp(world, named(world.internet.visitors, subject)),
  'stop-server': (world, subject) => setServerStopped(world, named(world.internet.servers, subject), true),
  'start-server': (world, subject) => setServerStopped(world, named(world.internet.servers, subject), false),
  'stop-instance': (world, subject) => switchInstance(world, subject, 'stopped'),
  'start-instance': (world, subject) => switchInstance(world, subject, 'running'),
  'fail-under-load': (world, subject) =>
    onService(world, subject, (region, service) =>
      spoilService(world, region, service, (before) => ({ ...before, breaksAboveRps: weakRps })),
    ),
  'fail-health-checks': (world, subject) =>
    onService(world, subject, (region, service) =>
      spoilService(world, region, service, (before) => sick(before, checkedPaths(region, service))),
    ),
  mend: (world, subject) =>
    onService(world, subject, (region, service) => mendService(world, region, service)),
  'edit-records': (world, subject) => edit(world, zoneNamed(world, subject), subject),
  'occupy-zone': (world, subject) => (zoneNamed(world, subject).busyUntil = world.now + busyMs),
  'slow-changes': (world, subject) => (zoneNamed(world, subject).propagationMs = slowMs),
  'quick-changes': (world, subject) => delete zoneNamed(world, subject).propagationMs,
}

/** @throws ControlError when there is no such lever, or nobody it could happen to */
export function pullLever(world: World, kind: string, subject: string): void {
  const lever = Object.hasOwn(levers, kind) ? levers[kind] : undefined
  if (!lever) throw new ControlError(`There is no "${kind}"; there are ${Object.keys(levers).join(', ')}`)
  lever(world, subject)
}

function named(table: Record<string, unknown>, name: string): string {
  if (Object.hasOwn(table, name)) return name
  throw new ControlError(`There is no "${name}"; there are ${Object.keys(table).join(', ')}`, 404)
}

function switchInstance(world: World, id: string, state: 'running' | 'stopped'): void {
  const home = Object.values(world.regions).find(({ ec2 }) => Object.hasOwn(ec2.instances, id))
  if (!home) throw new ControlError(`There is no instance "${id}"`, 404)
  setInstanceState(world, home.name, id, state)
}

/** `subject` is `<cluster>/<service>`, as in a service's ARN. */
function onService(
  world: World,
  subject: string,
  work: (region: RegionTables, service: ServiceRecord) => void,
): void {
  for (const region of Object.values(world.regions)) {
    const service = Object.values(region.ecs.services).find(({ serviceArn }) =>
      serviceArn.endsWith(`:service/${subject}`),
    )
    if (service) return work(region, service)
  }
  throw new ControlError(`There is no service "${subject}"`, 404)
}

function checkedPaths({ elb }: RegionTables, { loadBalancers }: ServiceRecord): string[] {
  return loadBalancers.flatMap(
    ({ targetGroupArn = '' }) => elb.targetGroups[targetGroupArn]?.healthCheck.path ?? [],
  )
}

function sick(before: ImageBehaviour, paths: string[]): ImageBehaviour {
  const answers = paths.map((path) => [path, { status: 500, latencyMs: 3 }] as const)
  return { ...before, http: { ...before.http, ...Object.fromEntries(answers) } }
}

/** `subject` is a hostname. */
function zoneNamed(world: World, subject: string): HostedZoneRecord {
  const zone = zoneOfHost(world, subject)
  if (!zone) throw new ControlError(`No hosted zone could hold "${subject}"`, 404)
  return zone
}

function edit(world: World, zone: HostedZoneRecord, hostname: string): void {
  const done = editByHand(world, zone, hostname)
  if ('code' in done) throw new ControlError(`${done.code}: ${done.message}`)
}
