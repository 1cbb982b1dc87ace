/** Task definitions: registering a revision, with the defaults that AWS writes into it. */
import type { ContainerDefinition, RegisterTaskDefinitionRequest } from '@aws-sdk/client-ecs'
import type { Tags, TaskDefinitionRecord } from '../../world/ecs-tables.ts'
import { arn } from '../../world/ids.ts'
import type { RegionTables, ScheduledEvent, World } from '../../world/world.ts'
import { schedule } from '../schedule.ts'

/** Registers the next revision of a family. */
export function registerTaskDefinition(
  world: World,
  region: RegionTables,
  request: RegisterTaskDefinitionRequest,
  options: { registeredBy?: string; byCall?: true; tags?: Tags } = {},
): TaskDefinitionRecord {
  const family = request.family ?? ''
  const revision = Object.hasOwn(region.ecs.nextRevision, family) ? (region.ecs.nextRevision[family] ?? 1) : 1
  region.ecs.nextRevision[family] = revision + 1
  const taskDefinitionArn = arn(world, 'ecs', region.name, `task-definition/${family}:${revision}`)
  const record: TaskDefinitionRecord = {
    taskDefinitionArn,
    family,
    revision,
    status: 'ACTIVE',
    definition: withDefaults(request),
    registeredAt: world.now,
    registeredBy: options.registeredBy ?? `arn:aws:iam::${world.accountId}:role/deployer`,
    ...(options.byCall && { byCall: true }),
    tags: options.tags ?? {},
  }
  region.ecs.taskDefinitions[taskDefinitionArn] = record
  return record
}

/** The revision that a name, `family:revision` or ARN means; a family alone means its latest ACTIVE revision. */
export function findTaskDefinition(region: RegionTables, name: string): TaskDefinitionRecord | undefined {
  if (Object.hasOwn(region.ecs.taskDefinitions, name)) return region.ecs.taskDefinitions[name]
  const [family = '', revision] = name.slice(name.indexOf('/') + 1).split(':')
  const revisions = Object.values(region.ecs.taskDefinitions).filter((one) => one.family === family)
  if (revision !== undefined) return revisions.find((one) => one.revision === Number(revision))
  return revisions.filter((one) => one.status === 'ACTIVE').toSorted((a, b) => b.revision - a.revision)[0]
}

/** ms after which nothing is left of a deleted revision that nothing runs. AWS says no number. */
const goneAfter = 60_000

/** Marks it for deletion: it is gone a while after the last task and service that run it. */
export function deleteTaskDefinition(world: World, region: RegionTables, record: TaskDefinitionRecord): void {
  record.status = 'DELETE_IN_PROGRESS'
  record.deleteRequestedAt ??= world.now
  schedule(world, goneAfter, {
    kind: 'task-definition-deletion',
    region: region.name,
    subject: record.taskDefinitionArn,
  })
}

/** Forgets a deleted revision, unless something still runs it: then it is looked at again. */
export function onTaskDefinitionDeletion(world: World, { region: name, subject }: ScheduledEvent): void {
  const region = world.regions[name]
  const record = region?.ecs.taskDefinitions[subject]
  if (!region || record?.status !== 'DELETE_IN_PROGRESS') return
  const { services, tasks } = region.ecs
  const isRun =
    Object.values(services).some(({ deployments }) =>
      deployments.some(({ taskDefinitionArn }) => taskDefinitionArn === subject),
    ) ||
    Object.values(tasks).some(
      ({ taskDefinitionArn, lastStatus }) => taskDefinitionArn === subject && lastStatus !== 'STOPPED',
    )
  if (isRun) deleteTaskDefinition(world, region, record)
  else delete region.ecs.taskDefinitions[subject]
}

/** "1 vCPU" and "2 GB" in the units AWS stores: CPU units and MiB, as text. */
function toUnits(written: string): string {
  const found = /^([\d.]+)\s*(vcpu|gb)$/i.exec(written.trim())
  return found?.[1] ? String(Number(found[1]) * 1024) : written
}

function withDefaults(request: RegisterTaskDefinitionRequest): TaskDefinitionRecord['definition'] {
  const { tags: _, ...definition } = request
  const networkMode = request.networkMode ?? 'bridge'
  const filled: TaskDefinitionRecord['definition'] = {
    ...definition,
    networkMode,
    volumes: request.volumes ?? [],
    placementConstraints: request.placementConstraints ?? [],
    containerDefinitions: (request.containerDefinitions ?? []).map((one) => container(one, networkMode)),
  }
  if (request.cpu !== undefined) filled.cpu = toUnits(request.cpu)
  if (request.memory !== undefined) filled.memory = toUnits(request.memory)
  return filled
}

function container(written: ContainerDefinition, networkMode: string): ContainerDefinition {
  return {
    ...written,
    cpu: written.cpu ?? 0,
    essential: written.essential ?? true,
    environment: written.environment ?? [],
    mountPoints: written.mountPoints ?? [],
    volumesFrom: written.volumesFrom ?? [],
    systemControls: written.systemControls ?? [],
    portMappings: (written.portMappings ?? []).map((mapping) => ({
      ...mapping,
      hostPort: networkMode === 'bridge' ? (mapping.hostPort ?? 0) : (mapping.containerPort ?? 0),
      protocol: mapping.protocol ?? 'tcp',
    })),
  }
}
