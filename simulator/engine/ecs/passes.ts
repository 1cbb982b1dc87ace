/** Asks the service scheduler to look at services. Requests made before the pass runs are answered by the same pass. */
import type { ServiceRecord } from '../../world/ecs-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'
import { servicesInCluster } from './ecs-index.ts'

/** How long the scheduler takes to notice a change, in ms. */
const noticeMs = 1000

/** Has the scheduler look at a service in `delayMs`, unless it does so earlier anyway. */
export function requestPass(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  delayMs: number = noticeMs,
): void {
  const at = world.now + delayMs
  if (service.nextPassAt !== undefined && service.nextPassAt <= at) return
  service.nextPassAt = at
  schedule(world, delayMs, { kind: 'service-pass', region: region.name, subject: service.serviceArn })
}

/** Something became free in a cluster, or its instances changed: services that wait for a place, and daemons, are looked at. */
export function capacityChanged(world: World, region: RegionTables, clusterArn: string): void {
  for (const service of servicesInCluster(region.ecs, clusterArn)) {
    const waits = service.standing?.kind === 'waiting' || service.schedulingStrategy === 'DAEMON'
    if (waits && service.status === 'ACTIVE') requestPass(world, region, service)
  }
}
