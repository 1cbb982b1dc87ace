/** Elastic network interfaces: a task in awsvpc mode gets an address in one of its subnets. */
import type { TaskRecord } from '../../world/ecs-tables.ts'
import { hexId, uuid } from '../../world/ids.ts'
import type { SubnetRecord } from '../../world/network-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { taskAtIp } from './ecs-index.ts'

/** AWS keeps the first four addresses of a subnet and the last one. */
const firstHost = 4
const hosts = 16_384 - 1

/** The record of a subnet; one nobody has described before comes to be in the Region's next zone. */
export function subnetOf(region: RegionTables, subnetId: string): SubnetRecord {
  const known = region.subnets[subnetId]
  if (known) return known
  const number = Object.keys(region.subnets).length
  const made: SubnetRecord = {
    subnetId,
    vpcId: 'vpc-0f1e2d3c4b5a69788',
    availabilityZone: `${region.name}${'abc'[number % 3] ?? 'a'}`,
    base: `10.${number >> 2}.${(number & 3) * 64}.0`,
    nextHost: firstHost,
  }
  region.subnets[subnetId] = made
  return made
}

/** An unused private address of a subnet. */
export function takeAddress(region: RegionTables, subnet: SubnetRecord): string {
  const [a, b, c] = subnet.base.split('.').map(Number)
  for (let tries = 0; tries < hosts; tries += 1) {
    const host = subnet.nextHost
    subnet.nextHost = host + 1 < hosts ? host + 1 : firstHost
    const address = `${a ?? 10}.${b ?? 0}.${(c ?? 0) + (host >> 8)}.${host & 255}`
    if (!taskAtIp(region.ecs, address)) return address
  }
  throw new Error(`Subnet ${subnet.subnetId} has no free address`)
}

/** A network interface in the subnet that holds the fewest of `peers`. */
export function attachInterface(
  world: World,
  region: RegionTables,
  wanted: { subnets: string[]; securityGroups: string[] },
  peers: Iterable<TaskRecord>,
): { network: NonNullable<TaskRecord['network']>; availabilityZone: string } {
  const load = new Map(wanted.subnets.map((subnetId) => [subnetId, 0]))
  for (const peer of peers) {
    const subnetId = peer.network?.subnetId ?? ''
    if (peer.desiredStatus !== 'STOPPED') load.set(subnetId, (load.get(subnetId) ?? 0) + 1)
  }
  // Of subnets alike, the one that has given out fewest addresses.
  const [subnet = subnetOf(region, 'subnet-0default')] = wanted.subnets
    .map((subnetId) => subnetOf(region, subnetId))
    .toSorted((a, b) => (load.get(a.subnetId) ?? 0) - (load.get(b.subnetId) ?? 0) || a.nextHost - b.nextHost)
  const mac = hexId(world, 8).match(/../g) ?? []
  return {
    availabilityZone: subnet.availabilityZone,
    network: {
      eniId: `eni-0${hexId(world, 16)}`,
      attachmentId: uuid(world),
      subnetId: subnet.subnetId,
      privateIp: takeAddress(region, subnet),
      macAddress: ['0a', 'ff', ...mac].join(':'),
      securityGroups: wanted.securityGroups,
    },
  }
}
