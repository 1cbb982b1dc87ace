/** A cluster as DescribeClusters gives it. */
import type { Cluster, KeyValuePair } from '@aws-sdk/client-ecs'
import { isPending } from '../../engine/ecs/counts.ts'
import { instancesInCluster, servicesInCluster, tasksInCluster } from '../../engine/ecs/ecs-index.ts'
import type { ClusterRecord, ServiceRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { toTags } from './described.ts'

export function clusterView(
  { ecs }: RegionTables,
  record: ClusterRecord,
  include: readonly string[],
): Cluster {
  const tasks = [...tasksInCluster(ecs, record.clusterArn)]
  const services = [...servicesInCluster(ecs, record.clusterArn)]
  return {
    clusterArn: record.clusterArn,
    clusterName: record.clusterName,
    status: record.status,
    registeredContainerInstancesCount: instancesInCluster(ecs, record.clusterArn).size,
    runningTasksCount: count(tasks, isRunning),
    pendingTasksCount: count(tasks, isPending),
    activeServicesCount: count(services, (service) => service.status === 'ACTIVE'),
    capacityProviders: record.capacityProviders,
    defaultCapacityProviderStrategy: record.defaultCapacityProviderStrategy,
    statistics: include.includes('STATISTICS') ? statistics(tasks, services) : [],
    settings: include.includes('SETTINGS')
      ? Object.entries(record.settings).map(([name, value]) => ({ name: name as 'containerInsights', value }))
      : [],
    tags: include.includes('TAGS') ? toTags(record.tags) : [],
  }
}

/** `runningEC2TasksCount` and its kin, each as text. */
function statistics(tasks: TaskRecord[], services: ServiceRecord[]): KeyValuePair[] {
  const kinds = [
    ['EC2', 'EC2'],
    ['Fargate', 'FARGATE'],
    ['External', 'EXTERNAL'],
  ] as const
  return kinds.flatMap(([word, type]) => {
    const ofType = tasks.filter((task) => task.launchType === type)
    const served = services.filter((service) => launchTypeOf(service) === type)
    return [
      pair(`running${word}TasksCount`, count(ofType, isRunning)),
      pair(`pending${word}TasksCount`, count(ofType, isPending)),
      pair(
        `active${word}ServiceCount`,
        count(served, (service) => service.status === 'ACTIVE'),
      ),
      pair(
        `draining${word}ServiceCount`,
        count(served, (service) => service.status === 'DRAINING'),
      ),
    ]
  })
}

function pair(name: string, value: number): KeyValuePair {
  return { name, value: String(value) }
}

/** A service with a capacity provider strategy has no launch type; AWS counts it by its provider. */
function launchTypeOf(service: ServiceRecord): string {
  const provider = service.capacityProviderStrategy[0]?.capacityProvider
  return service.launchType ?? (provider?.startsWith('FARGATE') ? 'FARGATE' : 'EC2')
}

function isRunning(task: TaskRecord): boolean {
  return task.lastStatus === 'RUNNING'
}

function count<T>(items: T[], test: (item: T) => boolean): number {
  return items.filter(test).length
}
