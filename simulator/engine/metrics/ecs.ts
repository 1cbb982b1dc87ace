/** `AWS/ECS`: what tasks use of what they reserve, and what a cluster's tasks reserve of its instances. */
import type { ClusterRecord, ServiceRecord } from '../../world/ecs-tables.ts'
import { noise } from '../../world/random.ts'
import { instancesInCluster, servicesInCluster, tasksInCluster } from '../ecs/ecs-index.ts'
import { requestsOf } from './load-balancing.ts'
import { minuteOf, MINUTE_MS, segments } from './segments.ts'
import { type Datum, single } from './statistics.ts'
import { profileAt, profileOf, type TaskProfile, timelineOf } from './task-profile.ts'
import { deploymentsIn, since, type Window } from './window.ts'

export const SERVICE_METRICS = ['CPUUtilization', 'MemoryUtilization']
export const CLUSTER_METRICS = ['CPUUtilization', 'MemoryUtilization', 'CPUReservation', 'MemoryReservation']

/** CPU units and MiB that a number of tasks of one kind use and reserve in a minute. */
interface Use {
  at: number
  /** Mean number of running tasks. */
  tasks: number
  cpu: { used: number; reserved: number }
  memory: { used: number; reserved: number }
}

/** Minutes of a service's utilisation, percent of what its tasks reserve; none while no task runs. */
export function serviceData(window: Window, service: ServiceRecord, name: string): Datum[] {
  if (!SERVICE_METRICS.includes(name)) return []
  const part = name === 'CPUUtilization' ? 'cpu' : 'memory'
  return serviceUse(window, service).map((use) => {
    const mean = Math.min(limitOf(service), (use[part].used / use[part].reserved) * 100)
    // Each running task reports once a minute: SampleCount is how people count running tasks.
    const count = Math.max(1, Math.round(use.tasks))
    const apart = count === 1 ? 0 : part === 'cpu' ? 0.12 : 0.03
    const min = mean * (1 - apart * noise(`low/${service.serviceArn}/${use.at}`))
    const max = Math.min(limitOf(service), mean * (1 + apart * noise(`high/${service.serviceArn}/${use.at}`)))
    return { at: use.at, sum: mean * count, min, max: Math.max(mean, max), count }
  })
}

/** A Fargate task cannot use more than its size; on EC2 a task may use idle CPU beyond its reservation. */
function limitOf(service: ServiceRecord): number {
  return isFargate(service) ? 100 : 400
}

function isFargate({ launchType, capacityProviderStrategy }: ServiceRecord): boolean {
  const providers = capacityProviderStrategy.map(({ capacityProvider = '' }) => capacityProvider)
  return launchType === 'FARGATE' || providers.some((name) => name.startsWith('FARGATE'))
}

/** Minutes of a cluster's metrics, percent of what its container instances registered; none without instances. */
export function clusterData(window: Window, cluster: ClusterRecord, name: string): Datum[] {
  if (!CLUSTER_METRICS.includes(name)) return []
  const part = name.startsWith('CPU') ? 'cpu' : 'memory'
  const share = name.endsWith('Utilization') ? 'used' : 'reserved'
  const { ecs } = window.region
  const amounts = new Map<number, number>()
  const note = (use: Use): unknown => amounts.set(use.at, (amounts.get(use.at) ?? 0) + use[part][share])
  for (const service of servicesInCluster(ecs, cluster.clusterArn)) {
    if (!isFargate(service)) serviceUse(window, service).forEach(note)
  }
  standaloneUse(window, cluster).forEach(note)
  const instances = [...instancesInCluster(ecs, cluster.clusterArn)]
  const data: Datum[] = []
  for (let at = since(window, cluster.createdAt).from; at < window.to; at += MINUTE_MS) {
    const present = instances.filter(({ registeredAt }) => registeredAt < at + MINUTE_MS)
    const capacity = present.reduce((sum, { registered }) => sum + registered[part], 0)
    if (capacity > 0) data.push(single(at, ((amounts.get(at) ?? 0) / capacity) * 100))
  }
  return data
}

function serviceUse(window: Window, service: ServiceRecord): Use[] {
  const inside = since(window, service.createdAt)
  if (inside.from >= inside.to) return []
  const timeline = timelineOf(window.world, window.region, service, deploymentsIn(window))
  const rates = requestRates(inside, service)
  const lasting = new Map<number, number>()
  const keys = [`running/${service.serviceArn}`]
  for (const { from, to, values } of segments(window.region.history, keys, inside.from, inside.to)) {
    const at = minuteOf(from)
    lasting.set(at, (lasting.get(at) ?? 0) + (values[0] ?? 0) * (to - from))
  }
  return [...lasting]
    .filter(([, taskMs]) => taskMs > 0)
    .map(([at, taskMs]) => {
      const perTask = rates.get(at) ?? 0
      return useOf(at, taskMs / MINUTE_MS, perTask, profileAt(timeline, at), service.serviceArn)
    })
}

function useOf(at: number, tasks: number, rps: number, profile: TaskProfile, key: string): Use {
  const busy = 0.92 + 0.16 * noise(`cpu/${key}/${at}`)
  const full = 0.985 + 0.03 * noise(`memory/${key}/${Math.floor(at / (10 * MINUTE_MS))}`)
  const cpu = profile.cpuUnits * tasks
  const memory = profile.memoryMiB * tasks
  return {
    at,
    tasks,
    cpu: { used: cpu * Math.max(0, (profile.idle + profile.perRps * rps) * busy), reserved: cpu },
    memory: { used: Math.min(memory, profile.usedMiB * tasks * full), reserved: memory },
  }
}

/** Requests per second and task, by minute, from all target groups of a service. */
function requestRates(window: Window, service: ServiceRecord): Map<number, number> {
  const rates = new Map<number, number>()
  for (const { targetGroupArn } of service.loadBalancers) {
    const group = window.region.elb.targetGroups[targetGroupArn ?? '']
    if (!group) continue
    for (const { at, outcomes, rotation } of requestsOf(window, group)) {
      const answered = outcomes['2xx'] + outcomes['3xx'] + outcomes['4xx'] + outcomes['5xx']
      if (rotation > 0) rates.set(at, (rates.get(at) ?? 0) + answered / 60 / rotation)
    }
  }
  return rates
}

/** Tasks that belong to no service, as long as ECS remembers them. */
function standaloneUse(window: Window, cluster: ClusterRecord): Use[] {
  const { world, region } = window
  return [...tasksInCluster(region.ecs, cluster.clusterArn)].flatMap((task) => {
    const { serviceArn, startedAt, stoppedAt = Infinity, launchType, taskArn } = task
    if (serviceArn !== undefined || startedAt === undefined || launchType === 'FARGATE') return []
    const profile = profileOf(world, region, task.taskDefinitionArn)
    const uses: Use[] = []
    const end = Math.min(window.to, stoppedAt)
    for (let at = Math.max(window.from, minuteOf(startedAt)); at < end; at += MINUTE_MS) {
      const lasting = Math.min(at + MINUTE_MS, end) - Math.max(at, startedAt)
      uses.push(useOf(at, lasting / MINUTE_MS, 0, profile, taskArn))
    }
    return uses
  })
}
