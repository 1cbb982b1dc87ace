/** A cluster as DescribeClusters gives it. */
import type { Cluster, KeyValuePair } from '@aws-sdk/client-ecs'
import { isPending } from '../../engine/ecs/counts.ts'
import { instancesInCluster, servicesInCluster, tasksInCluster } from '../../engine/ecs/ecs-index.ts'
import type { ClusterRecord, ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { toTags } from './described.ts'

/** How many tasks and services of one launch type there are, by what they do. */
interface Tally {
  running: number
  pending: number
  active: number
  draining: number
}

type Tallies = Record<TaskRecord['launchType'], Tally>

export function clusterView(
  { ecs }: RegionTables,
  record: ClusterRecord,
  include: readonly string[],
): Cluster {
  const tallies = tally(tasksInCluster(ecs, record.clusterArn), servicesInCluster(ecs, record.clusterArn))
  const sum = (what: keyof Tally): number =>
    Object.values(tallies).reduce((total, one) => total + one[what], 0)
  return {
    clusterArn: record.clusterArn,
    clusterName: record.clusterName,
    status: record.status,
    registeredContainerInstancesCount: instancesInCluster(ecs, record.clusterArn).size,
    runningTasksCount: sum('running'),
    pendingTasksCount: sum('pending'),
    activeServicesCount: sum('active'),
    capacityProviders: record.capacityProviders,
    defaultCapacityProviderStrategy: record.defaultCapacityProviderStrategy,
    statistics: include.includes('STATISTICS') ? statistics(tallies) : [],
    settings: include.includes('SETTINGS')
      ? Object.entries(record.settings).map(([name, value]) => ({ name: name as 'containerInsights', value }))
      : [],
    tags: include.includes('TAGS') ? toTags(record.tags) : [],
  }
}

function none(): Tally {
  return { running: 0, pending: 0, active: 0, draining: 0 }
}

/** In one go: a cluster may have 10,000 tasks, and consoles ask for it all the time. */
function tally(tasks: Iterable<TaskRecord>, services: Iterable<ServiceRecord>): Tallies {
  const tallies: Tallies = { EC2: none(), FARGATE: none(), EXTERNAL: none() }
  for (const task of tasks) {
    if (task.lastStatus === 'RUNNING') tallies[task.launchType].running += 1
    else if (isPending(task)) tallies[task.launchType].pending += 1
  }
  for (const service of services) {
    if (service.status === 'ACTIVE') tallies[launchTypeOf(service)].active += 1
    else if (service.status === 'DRAINING') tallies[launchTypeOf(service)].draining += 1
  }
  return tallies
}

/** `runningEC2TasksCount` and its kin, each as text. */
function statistics(tallies: Tallies): KeyValuePair[] {
  const kinds = [
    ['EC2', 'EC2'],
    ['Fargate', 'FARGATE'],
    ['External', 'EXTERNAL'],
  ] as const
  return kinds.flatMap(([word, type]) => [
    pair(`running${word}TasksCount`, tallies[type].running),
    pair(`pending${word}TasksCount`, tallies[type].pending),
    pair(`active${word}ServiceCount`, tallies[type].active),
    pair(`draining${word}ServiceCount`, tallies[type].draining),
  ])
}

function pair(name: string, value: number): KeyValuePair {
  return { name, value: String(value) }
}

/** A service with a capacity provider strategy has no launch type; AWS counts it by its provider. */
function launchTypeOf(service: ServiceRecord): keyof Tallies {
  const provider = service.capacityProviderStrategy[0]?.capacityProvider
  return service.launchType ?? (provider?.startsWith('FARGATE') ? 'FARGATE' : 'EC2')
}
