/**
 * A copy of what surrounds one hostname of a live account, made from recorded answers of calls that only read. Ids and ARNs are
 * those that were recorded, so addresses of the console mean the same here. What was not recorded is left out; software of which
 * nothing is known answers as healthy software does.
 */
import { advanceTo } from '../engine/advance.ts'
import { regionOf } from '../world/create.ts'
import type { World } from '../world/world.ts'
import { copyAlarms, copyDeploymentGroups, copyScalableTargets } from './copy/around-services.ts'
import { copyCapacityProviders, copyClusters, copyContainerInstances } from './copy/capacity.ts'
import { copyCertificates } from './copy/certificates.ts'
import { destinationsOf, hostnameIn, standInFor } from './copy/hostname.ts'
import { copyAddresses, copyClassicLoadBalancers, copyInstances } from './copy/legacy.ts'
import { copyLoadBalancers } from './copy/load-balancers.ts'
import { copySecurityGroups, copySubnets } from './copy/network.ts'
import { accountOf, type RecordedCall } from './copy/recorded.ts'
import { groupsServed, startableServices, startService, tasksOf } from './copy/services.ts'
import { copyOtherTargets, copyTargetGroups } from './copy/target-groups.ts'
import { copyTraffic } from './copy/traffic.ts'
import { copyZones } from './copy/zones.ts'
import { type Scenario, withPast } from './scenario.ts'

export type { RecordedCall } from './copy/recorded.ts'

const hour = 3_600_000
const minute = 60_000

/** Until the services are steady and the first visitors come. */
const settling = 10 * minute

export function copyOf(recorded: readonly RecordedCall[]): Scenario {
  return {
    name: 'copy',
    summary: 'A copy of what surrounds one hostname of a live account.',
    build(world) {
      world.accountId = accountOf(recorded) ?? world.accountId
      withPast(world, 24 * hour + settling, () => setUp(world, recorded))
    },
  }
}

function setUp(world: World, recorded: readonly RecordedCall[]): void {
  for (const { region, service } of recorded) if (service !== 'route53') regionOf(world, region)
  copySubnets(world, recorded)
  copySecurityGroups(world, recorded)
  copyCertificates(world, recorded)
  copyInstances(world, recorded)
  copyTargetGroups(world, recorded)
  copyLoadBalancers(world, recorded)
  copyClassicLoadBalancers(world, recorded)
  copyAddresses(world, recorded)
  const services = startableServices(recorded)
  copyClusters(world, recorded)
  copyCapacityProviders(world, recorded)
  copyContainerInstances(world, recorded, tasksOf(recorded, services))
  for (const service of services) startService(world, service)
  copyOtherTargets(world, recorded, groupsServed(services))
  copyScalableTargets(world, recorded)
  copyDeploymentGroups(world, recorded)
  copyAlarms(world, recorded)
  copyZones(world, recorded)
  const hostname = hostnameIn(world, recorded)
  const destinations = hostname && destinationsOf(world, hostname)
  if (destinations) standInFor(world, destinations)
  advanceTo(world, world.now + settling)
  const [region] = Object.keys(world.regions)
  if (hostname && destinations && region !== undefined)
    copyTraffic(world, recorded, { region, hostname, destinations })
}
