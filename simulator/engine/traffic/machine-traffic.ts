/**
 * What history keeps of requests to classic load balancers and to instances with an Elastic IP: the same quantities as for
 * a target group, under `classic/<name>` and `instance/<id>` in place of its ARN.
 */
import { record } from '../../world/history.ts'
import type { ClientPopulation } from '../../world/traffic-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { classicInstanceHealth } from '../elb/classic.ts'
import { type Endpoint, endpointAt } from '../endpoints.ts'
import { recordLimit, recordOutcomes } from './answers.ts'
import { inService } from './machines.ts'
import type { Place } from './places.ts'

export type MachinePlace = Extract<Place, { kind: 'classic' | 'instance' }>

/** Records how a population's requests are answered there. */
export function recordMachine(
  world: World,
  region: RegionTables,
  key: string,
  place: MachinePlace,
  population: ClientPopulation,
): void {
  const endpoints = endpointsOf(world, place, population.port)
  // Without a listener the connection is refused, and no metric sees it.
  population.routes = endpoints ? { [key]: 1 } : {}
  record(region.history, `share/${population.name}/${key}`, world.now, endpoints ? 1 : 0)
  if (!endpoints) return
  recordOutcomes(world, region, `${population.name}/${key}`, endpoints, population.path)
  recordLimit(world, region, key, endpoints)
}

function endpointsOf(world: World, place: MachinePlace, port: number): (Endpoint | undefined)[] | undefined {
  if (place.kind === 'instance') return [endpointAt(world, place.region, place.instanceId, port)]
  const listener = place.balancer.listeners.find(({ loadBalancerPort }) => loadBalancerPort === port)
  if (!listener) return undefined
  return inService(world, place.region, place.balancer).map((id) =>
    endpointAt(world, place.region, id, listener.instancePort),
  )
}

/** Records what is told of machines whether or not anybody visits them: instances in service, and which instances run. */
export function recordMachines(world: World): void {
  for (const region of Object.values(world.regions)) {
    const { history } = region
    for (const balancer of Object.values(region.classicLoadBalancers)) {
      const healthy = balancer.instances.filter(
        (id) => classicInstanceHealth(world, region.name, balancer, id).state === 'InService',
      ).length
      const key = `classic/${balancer.name}`
      record(history, `healthy/${key}`, world.now, healthy)
      record(history, `unhealthy/${key}`, world.now, balancer.instances.length - healthy)
    }
    for (const { instanceId, state } of Object.values(region.ec2.instances)) {
      record(history, `up/${instanceId}`, world.now, state === 'running' ? 1 : 0)
    }
  }
}
