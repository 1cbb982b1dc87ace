/** What a task of a task definition reserves, and what the software in its images uses of it. */
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import type { ServiceDeploymentRecord, ServiceRecord } from '../../world/ecs-tables.ts'
import type { RegionTables, World } from '../../world/world.ts'

export interface TaskProfile {
  /** Reserved. */
  cpuUnits: number
  memoryMiB: number
  /** Fraction of the reserved CPU used at rest, and added per request a second. */
  idle: number
  perRps: number
  /** MiB in use. */
  usedMiB: number
}

/** Share of its memory limit that a container uses when its image says nothing. */
const MEMORY_SHARE = 0.6
const UNKNOWN: TaskProfile = { cpuUnits: 256, memoryMiB: 512, idle: 0.02, perRps: 0.01, usedMiB: 307 }

/** The profile of one task definition. */
export function profileOf(world: World, region: RegionTables, taskDefinitionArn: string): TaskProfile {
  const definition = region.ecs.taskDefinitions[taskDefinitionArn]?.definition
  if (!definition) return UNKNOWN
  const containers = definition.containerDefinitions
  const shared = sum(containers, cpuOf)
  const cpuUnits = Number(definition.cpu ?? shared) || UNKNOWN.cpuUnits
  const memoryMiB = Number(definition.memory ?? sum(containers, limitOf)) || UNKNOWN.memoryMiB
  const profile: TaskProfile = { cpuUnits, memoryMiB, idle: 0, perRps: 0, usedMiB: 0 }
  for (const container of containers) {
    const uses = { ...USES, ...world.images[container.image ?? ''] }
    const weight = shared > 0 ? cpuOf(container) / shared : 1 / containers.length
    profile.idle += weight * uses.cpuIdle
    profile.perRps += weight * uses.cpuPerRps
    const limit = limitOf(container) || memoryMiB / containers.length
    profile.usedMiB += uses.memoryMiB ?? limit * MEMORY_SHARE
  }
  return profile
}

/** What the software uses where its image does not say otherwise. */
const USES: { cpuIdle: number; cpuPerRps: number; memoryMiB?: number } = { cpuIdle: 0.02, cpuPerRps: 0.01 }

function cpuOf({ cpu }: ContainerDefinition): number {
  return cpu ?? 0
}

function limitOf({ memory, memoryReservation }: ContainerDefinition): number {
  return memory ?? memoryReservation ?? 0
}

function sum<T>(items: T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}

/** Which profile a service's tasks had from when on, in order of time. */
export type Timeline = [from: number, profile: TaskProfile][]

/** Deployments by service ARN, made once for all services of one read. */
export type DeploymentsByService = Map<string, ServiceDeploymentRecord[]>

export function deploymentsByService(region: RegionTables): DeploymentsByService {
  const found: DeploymentsByService = new Map()
  for (const deployment of Object.values(region.ecs.serviceDeployments)) {
    const known = found.get(deployment.serviceArn)
    if (known) known.push(deployment)
    else found.set(deployment.serviceArn, [deployment])
  }
  return found
}

/** Built from the service's deployments: each one brings the task definition of its target revision, a rollback the old one. */
export function timelineOf(
  world: World,
  region: RegionTables,
  service: ServiceRecord,
  deployments: DeploymentsByService,
): Timeline {
  const { serviceRevisions } = region.ecs
  const changes: [number, string][] = []
  for (const deployment of deployments.get(service.serviceArn) ?? []) {
    const { createdAt, startedAt = createdAt, targetServiceRevisionArn, rollback } = deployment
    changes.push([startedAt, targetServiceRevisionArn])
    if (rollback) changes.push([rollback.startedAt, rollback.serviceRevisionArn])
  }
  const timeline = changes
    .toSorted(([a], [b]) => a - b)
    .map(([at, revisionArn]): Timeline[number] => {
      const arn = serviceRevisions[revisionArn]?.taskDefinitionArn ?? service.taskDefinitionArn
      return [at, profileOf(world, region, arn)]
    })
  return timeline.length > 0 ? timeline : [[0, profileOf(world, region, service.taskDefinitionArn)]]
}

/** The profile that held at a moment; before the first change, the first. */
export function profileAt(timeline: Timeline, at: number): TaskProfile {
  return (timeline.findLast(([from]) => from <= at) ?? timeline[0])?.[1] ?? UNKNOWN
}
