/** Services and tasks that have been running for a while, written down as they would be instead of being started one by one. */
import { idOf } from '../../engine/ecs/arns.ts'
import { recordCounts } from '../../engine/ecs/counts.ts'
import { beginDeployment, completeDeployment } from '../../engine/ecs/deployments.ts'
import { addService, addTask } from '../../engine/ecs/ecs-index.ts'
import { eventWords } from '../../engine/ecs/event-words.ts'
import { attachInterface } from '../../engine/ecs/network.ts'
import { announce } from '../../engine/ecs/service-events.ts'
import { type NewService, serviceRecord } from '../../engine/ecs/services.ts'
import { imageDigest } from '../../engine/ecs/image-digest.ts'
import { openLogStream } from '../../engine/ecs/log-streams.ts'
import type {
  ContainerRecord,
  ServiceRecord,
  TaskDefinitionRecord,
  TaskRecord,
} from '../../world/ecs-tables.ts'
import { arn, decimalId, hexId, uuid } from '../../world/ids.ts'
import type { Site } from '../building.ts'

/** A Fargate service whose only deployment completed `ageMs` ago, with all its tasks running. */
export function addSettledService(
  site: Site,
  definition: TaskDefinitionRecord,
  wanted: NewService,
  ageMs: number,
): ServiceRecord {
  const { world, region } = site
  const present = world.now
  const service = serviceRecord(world, region, { ...wanted, networkConfiguration: site.network })
  addService(region.ecs, service)
  const deployment = beginDeployment(world, region, service)
  const tasks: TaskRecord[] = []
  for (let count = 0; count < wanted.desiredCount; count += 1) {
    tasks.push(addSettledTask(site, service, definition, tasks, ageMs))
  }
  completeDeployment(world, region, service, deployment)
  announce(world, service, 'steady', eventWords.steady(service))
  recordCounts(world, region, service)
  backdate(site, service, present - ageMs)
  // What is told of each of 5,000 deployments would only be thrown away at the end.
  world.journal.length = 0
  return service
}

/** Everything about the service happened then. */
function backdate({ region }: Site, service: ServiceRecord, at: number): void {
  service.createdAt = at
  for (const event of service.events) event.createdAt = at
  if (service.standing) service.standing.at = at
  for (const deployment of service.deployments) {
    deployment.createdAt = at
    deployment.updatedAt = at
    const record = region.ecs.serviceDeployments[deployment.serviceDeploymentArn]
    if (record) Object.assign(record, { createdAt: at, startedAt: at, finishedAt: at, updatedAt: at })
    const revision = region.ecs.serviceRevisions[deployment.serviceRevisionArn]
    if (revision) revision.createdAt = at
  }
}

function addSettledTask(
  site: Site,
  service: ServiceRecord,
  definition: TaskDefinitionRecord,
  peers: TaskRecord[],
  ageMs: number,
): TaskRecord {
  const { world, region, network: wanted } = site
  const id = hexId(world)
  const path = `${idOf(service.clusterArn)}/${id}`
  const [container] = definition.definition.containerDefinitions
  const at = world.now - ageMs
  const runtimeId = `${id}-${decimalId(world, 10)}`
  const { network, availabilityZone } = attachInterface(
    world,
    region,
    {
      subnets: wanted.awsvpcConfiguration?.subnets ?? [],
      securityGroups: wanted.awsvpcConfiguration?.securityGroups ?? [],
    },
    peers,
  )
  const deploymentId = service.deployments[0]?.id ?? ''
  const task: TaskRecord = {
    taskArn: arn(world, 'ecs', region.name, `task/${path}`),
    clusterArn: service.clusterArn,
    taskDefinitionArn: definition.taskDefinitionArn,
    group: `service:${service.serviceName}`,
    serviceArn: service.serviceArn,
    deploymentId,
    startedBy: deploymentId,
    launchType: 'FARGATE',
    platformVersion: '1.4.0',
    availabilityZone,
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    healthStatus: 'UNKNOWN',
    containers: [
      runningContainer(
        definition,
        arn(world, 'ecs', region.name, `container/${path}/${uuid(world)}`),
        runtimeId,
        at,
      ),
    ],
    network,
    cpu: Number(definition.definition.cpu ?? 256),
    memory: Number(definition.definition.memory ?? 512),
    enableExecuteCommand: false,
    provedHealthy: true,
    version: 5,
    createdAt: at - 30_000,
    connectedAt: at - 20_000,
    pullStartedAt: at - 15_000,
    pullStoppedAt: at - 5000,
    startedAt: at,
    tags: {},
  }
  addTask(region.ecs, task)
  if (container) openLogStream(world, region.name, task, container, runtimeId)
  return task
}

function runningContainer(
  { definition }: TaskDefinitionRecord,
  containerArn: string,
  runtimeId: string,
  startedAt: number,
): ContainerRecord {
  const [container] = definition.containerDefinitions
  const image = container?.image ?? ''
  return {
    containerArn,
    name: container?.name ?? '',
    image,
    imageDigest: imageDigest(image),
    runtimeId,
    lastStatus: 'RUNNING',
    healthStatus: 'UNKNOWN',
    startedAt,
    networkBindings: [],
    cpu: container?.cpu ?? 0,
  }
}
