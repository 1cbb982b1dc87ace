/**
 * The world of `migration` a few hours on: a colleague has begun to move its hostnames and has left. The claims in the zone
 * `example.com`, for those who write tests (see migration.ts for the layouts; steps are 0, 5, 25, 50, 100 %):
 *
 * | Hostname             | Claim                                                                                          |
 * | -------------------- | ---------------------------------------------------------------------------------------------- |
 * | `www.example.com`    | active at `w25`, reached 40 minutes ago                                                        |
 * | `example.com`        | active at `w50`; 10 minutes ago somebody changed the weights by hand to 60 and 40: drift       |
 * | `media.example.com`  | active at `D0`: only the journal was written                                                   |
 * | `api.example.com`    | done at `final` since 5 minutes, though `api-partners` still go to the old load balancer      |
 * | `app.example.com`    | rolled back from `w5` 8 minutes ago (its rule does not match): a tombstone                     |
 * | `search.example.com` | simple swap, active at `ttl-prep`; the snapshot is not in the zone but in the colleague's file |
 * | `portal.example.com` | active at `ttl-prep`; its snapshot was cut by hand: corrupt                                    |
 * | `docs.example.com`   | written by a newer release (`v=cutover2`)                                                      |
 *
 * `shop.example.com` is untouched. Traffic has followed each step, as its TTLs let it.
 */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { canonicalName } from '../engine/dns/names.ts'
import { recordsNamed } from '../engine/dns/zone-index.ts'
import type { HostedZoneRecord } from '../world/dns-tables.ts'
import type { World } from '../world/world.ts'
import { change, start, type Started, write } from './mid-cutover/colleague.ts'
import { memberIds, newerClaim } from './mid-cutover/journal.ts'
import type { Cutover } from './mid-cutover/states.ts'
import { setUpMigration } from './migration.ts'
import { type Scenario, withPast } from './scenario.ts'

const minute = 60_000
const hour = 60 * minute

export const midCutover: Scenario = {
  name: 'mid-cutover',
  summary: 'Hostnames half moved by somebody who left: claims in several states, two of them damaged.',
  build(world) {
    const started: Record<string, Started> = {}
    const begin = (
      hostname: string,
      balancer: string,
      how: Partial<Cutover> & { keepsFile?: boolean } = {},
    ) => {
      const { keepsFile = false, ...rest } = how
      const cutover = { ...cutoverOf(world, hostname, balancer), ...rest }
      started[hostname] = start(world, zoneOf(world), cutover, keepsFile)
    }
    const step = (hostname: string, label: string, status?: 'rolledback' | 'done'): void => {
      const one = started[hostname]
      if (one) write(world, zoneOf(world), one, label, status)
    }
    const plot: [beforeMinutes: number, change: () => void][] = [
      [200, () => begin('www.example.com', 'edge-alb')],
      [195, () => step('www.example.com', 'ttl-prep')],
      [120, () => step('www.example.com', 'w0')],
      [80, () => step('www.example.com', 'w5')],
      [40, () => step('www.example.com', 'w25')],
      [190, () => begin('example.com', 'edge-alb')],
      [185, () => step('example.com', 'ttl-prep')],
      [150, () => step('example.com', 'w0')],
      [100, () => step('example.com', 'w25')],
      [60, () => step('example.com', 'w50')],
      [10, () => editWeights(world, 'example.com', { legacy: 60, fresh: 40 })],
      [30, () => begin('media.example.com', 'media-alb')],
      [22 * 60, () => begin('api.example.com', 'edge-alb')],
      [21 * 60, () => step('api.example.com', 'w0')],
      [20 * 60, () => step('api.example.com', 'w50')],
      [19 * 60, () => step('api.example.com', 'w100')],
      [18 * 60, () => step('api.example.com', 'final')],
      [5, () => step('api.example.com', 'final', 'done')],
      [70, () => begin('app.example.com', 'edge-alb')],
      [65, () => step('app.example.com', 'ttl-prep')],
      [35, () => step('app.example.com', 'w0')],
      [20, () => step('app.example.com', 'w5')],
      [8, () => step('app.example.com', 'D0', 'rolledback')],
      [50, () => begin('search.example.com', 'edge-alb', { strategy: 'simple', keepsFile: true })],
      [45, () => step('search.example.com', 'ttl-prep')],
      [55, () => begin('portal.example.com', 'edge-alb')],
      [50, () => step('portal.example.com', 'ttl-prep')],
      [48, () => cutSnapshot(world, started['portal.example.com'])],
      [15, () => beginNewer(world)],
    ]
    const later = plot.map(([before, act]) => ({ beforeMs: before * minute, change: act }))
    withPast(world, 24 * hour + 10 * minute, () => setUpMigration(world), later)
  },
}

function zoneOf(world: World): HostedZoneRecord {
  const found = Object.values(world.dns.hostedZones).find(({ privateZone }) => !privateZone)
  if (!found) throw new Error('There is no public zone')
  return found
}

function cutoverOf(world: World, host: string, balancerName: string): Cutover {
  const hostname = canonicalName(host)
  const balancers = Object.values(world.regions).flatMap(({ elb }) => Object.values(elb.loadBalancers))
  const balancer = balancers.find(({ name }) => name === balancerName)
  if (!balancer) throw new Error(`There is no load balancer ${balancerName}`)
  const original = recordsNamed(zoneOf(world).records, hostname).filter(({ Type = '' }) =>
    ['A', 'AAAA', 'CNAME'].includes(Type),
  )
  return { hostname, strategy: 'weighted', balancer, original: structuredClone(original) }
}

function editWeights(world: World, host: string, weights: { legacy: number; fresh: number }): void {
  const zone = zoneOf(world)
  const hostname = canonicalName(host)
  const ids = memberIds(hostname)
  const members = recordsNamed(zone.records, hostname).filter(({ Weight }) => Weight !== undefined)
  const edited = members.map((member): ResourceRecordSet => {
    return { ...member, Weight: member.SetIdentifier === ids.legacy ? weights.legacy : weights.fresh }
  })
  change(world, zone, [...members], edited)
}

/** Somebody tidied up and thought that half of it was enough. */
function cutSnapshot(world: World, started: Started | undefined): void {
  const zone = zoneOf(world)
  const name = started?.record.Name?.replace('.', '-s.') ?? ''
  const [snapshot] = recordsNamed(zone.records, name)
  const [value] = snapshot?.ResourceRecords ?? []
  if (!snapshot || !value) return
  const strings = (value.Value ?? '').split(' "')
  const half = strings.slice(0, Math.ceil(strings.length / 2)).join(' "')
  change(world, zone, [snapshot], [{ ...snapshot, ResourceRecords: [{ Value: half }] }])
}

function beginNewer(world: World): void {
  const zone = zoneOf(world)
  const record = newerClaim('docs.example.com.', zone.name, '01K9ZZZZZZZZZZZZZZZZZZZZZZ')
  change(world, zone, [], [record])
}
