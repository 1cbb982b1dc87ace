/** Starts tasks of a service: finds each a place (EC2) or a capacity provider (Fargate), or says why there is none. */
import type { DeploymentRecord, ServiceRecord, Tags, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { idOf } from './arns.ts'
import { growForWaitingTask } from './auto-scaling.ts'
import { eventWords } from './event-words.ts'
import { launch } from './launch.ts'
import { choosePlace, type Placement, type PlacementRequest, refusalOf } from './placement.ts'
import type { RolloutPlan } from './rollout-plan.ts'
import { addEvent, announce } from './service-events.ts'
import { tasksOfService } from './ecs-index.ts'

/** How the tasks of a service get their capacity: a launch type, or a capacity provider chosen by base and weight. */
interface Capacity {
  launchType: TaskRecord['launchType']
  provider?: string
}

/** Starts as many tasks as planned. `waiting` when one found no place; the event that says so is written. */
export function startTasks(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  deployment: DeploymentRecord,
  plan: RolloutPlan,
): 'started' | 'waiting' {
  const started: TaskRecord[] = []
  let refused: Exclude<Placement, { instance: unknown }> | undefined
  for (let index = 0; index < plan.start && !refused; index += 1) {
    const capacity = capacityFor(region, service)
    if (capacity.launchType === 'FARGATE') {
      started.push(launchFor(world, region, service, deployment, capacity))
      continue
    }
    const placement = placeFor(world, region, service, capacity, plan.instanceArns?.[index])
    if ('instance' in placement) {
      started.push(launchFor(world, region, service, deployment, capacity, placement.instance))
    } else {
      refused = placement
      if (capacity.provider) growForWaitingTask(world, region, capacity.provider)
    }
  }
  if (started.length > 0) addEvent(world, service, eventWords.started(service, started))
  if (!refused) return 'started'
  const fromProvider = service.capacityProviderStrategy.length > 0
  const message = eventWords.unplaced(service, refused.refusal, refused.closest, fromProvider)
  announce(world, service, 'waiting', message)
  return 'waiting'
}

function placeFor(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  capacity: Capacity,
  instanceArn: string | undefined,
): Placement {
  const definition = region.ecs.taskDefinitions[service.taskDefinitionArn]
  if (!definition) throw new Error(`Service ${service.serviceName} has no task definition`)
  const request: PlacementRequest = {
    clusterArn: service.clusterArn,
    definition: definition.definition,
    constraints: service.placementConstraints,
    strategy: service.placementStrategy,
    group: `service:${service.serviceName}`,
    serviceArn: service.serviceArn,
  }
  if (capacity.provider) request.capacityProviders = [capacity.provider]
  const instance = region.ecs.containerInstances[instanceArn ?? '']
  if (!instance) return choosePlace(world, region, request)
  const refusal = refusalOf(region, instance, request)
  return refusal ? { refusal, closest: instance } : { instance }
}

function launchFor(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  deployment: DeploymentRecord,
  capacity: Capacity,
  instance?: Extract<Placement, { instance: unknown }>['instance'],
): TaskRecord {
  const definition = region.ecs.taskDefinitions[deployment.taskDefinitionArn]
  if (!definition) throw new Error(`Deployment ${deployment.id} has no task definition`)
  return launch(world, region, {
    clusterArn: service.clusterArn,
    definition,
    launchType: capacity.launchType,
    group: `service:${service.serviceName}`,
    serviceArn: service.serviceArn,
    deploymentId: deployment.id,
    startedBy: deployment.id,
    enableExecuteCommand: service.enableExecuteCommand,
    tags: tagsFor(service, definition.tags),
    ...(capacity.provider === undefined ? {} : { capacityProviderName: capacity.provider }),
    ...(capacity.launchType === 'FARGATE' ? { platformVersion: '1.4.0' } : {}),
    ...(service.networkConfiguration ? { networkConfiguration: service.networkConfiguration } : {}),
    ...(instance ? { instance } : {}),
  })
}

function tagsFor(service: ServiceRecord, definitionTags: Tags): Tags {
  const managed: Tags = service.enableECSManagedTags
    ? { 'aws:ecs:clusterName': idOf(service.clusterArn), 'aws:ecs:serviceName': service.serviceName }
    : {}
  if (service.propagateTags === 'SERVICE') return { ...managed, ...service.tags }
  if (service.propagateTags === 'TASK_DEFINITION') return { ...managed, ...definitionTags }
  return managed
}

/** Base counts first, then the provider that is furthest below its weight. */
function capacityFor(region: RegionTables, service: ServiceRecord): Capacity {
  const strategy = service.capacityProviderStrategy
  if (strategy.length === 0) return { launchType: service.launchType ?? 'EC2' }
  const counts = new Map<string, number>()
  for (const task of tasksOfService(region.ecs, service.serviceArn)) {
    const name = task.capacityProviderName
    if (name && task.desiredStatus !== 'STOPPED') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const count = (name: string): number => counts.get(name) ?? 0
  const unfilled = strategy.find((item) => count(item.capacityProvider ?? '') < (item.base ?? 0))
  const chosen =
    unfilled ??
    strategy.reduce((best, item) => {
      const filling = (one: typeof item): number =>
        one.weight ? (count(one.capacityProvider ?? '') + 1 - (one.base ?? 0)) / one.weight : Infinity
      return filling(item) < filling(best) ? item : best
    })
  const provider = chosen.capacityProvider ?? 'FARGATE'
  return { launchType: provider.startsWith('FARGATE') ? 'FARGATE' : 'EC2', provider }
}
