/** Container instances: list and describe. */
import {
  type ContainerInstance as SdkInstance,
  DescribeContainerInstancesCommand,
  ListContainerInstancesCommand,
  type Resource,
} from '@aws-sdk/client-ecs'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Described } from '../../core/problem.ts'
import { list, present, tagMap, text, texts, time } from '../answer.ts'
import { inBatches } from '../batch.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { theOne } from '../the-one.ts'
import { ecs } from './ecs.ts'
import { toFailures } from './failures.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListContainerInstances.html */
const pageSize = 100
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeContainerInstances.html */
const batchSize = 100
const bucket = 'ecs:task-read'

/** ARNs of a cluster's container instances, draining ones too. */
export function listContainerInstances(aws: Aws, cluster: string, options?: CallOptions): Promise<string[]> {
  return listAll(
    aws,
    {
      service: ecs,
      bucket,
      command: (nextToken) => new ListContainerInstancesCommand({ cluster, maxResults: pageSize, nextToken }),
      take: ({ containerInstanceArns, nextToken }) => ({
        items: texts(containerInstanceArns, 'containerInstanceArns'),
        next: nextToken,
      }),
      id: (arn) => arn,
    },
    options,
  )
}

/** Container instances by id or ARN, with health and tags. */
export function describeContainerInstances(
  aws: Aws,
  cluster: string,
  instances: readonly string[],
  options?: CallOptions,
): Promise<Described<ContainerInstance>> {
  return inBatches(instances, batchSize, async (containerInstances) => {
    const include = ['CONTAINER_INSTANCE_HEALTH' as const, 'TAGS' as const]
    const command = new DescribeContainerInstancesCommand({ cluster, containerInstances, include })
    const { value } = await call(
      aws,
      {
        service: ecs,
        bucket,
        command,
        take: (output) => ({
          items: list(output.containerInstances, 'containerInstances').map((one) =>
            toContainerInstance(one, cluster),
          ),
          failures: toFailures(output.failures),
        }),
      },
      options,
    )
    return value
  })
}

/** One container instance. @throws AwsProblem of kind `not-found` */
export async function getContainerInstance(
  aws: Aws,
  cluster: string,
  id: string,
  options?: CallOptions,
): Promise<ContainerInstance> {
  const { items, failures } = await describeContainerInstances(aws, cluster, [id], options)
  return theOne(items, failures, 'ecs:DescribeContainerInstances', `Container instance ${id}`)
}

export function toContainerInstance(instance: SdkInstance, cluster: string): ContainerInstance {
  const arn = text(instance.containerInstanceArn, 'containerInstanceArn')
  const attributes = Object.fromEntries(
    (instance.attributes ?? []).map(({ name, value }) => [text(name, 'an attribute name'), value ?? '']),
  )
  const remaining = resources(instance.remainingResources)
  const registered = resources(instance.registeredResources)
  return present({
    arn,
    id: arn.split('/').at(-1) as string,
    clusterArn: clusterArnOf(arn, cluster),
    ec2InstanceId: instance.ec2InstanceId,
    status: instance.status ?? 'UNKNOWN',
    statusReason: instance.statusReason,
    ...agent(instance),
    runningTasks: instance.runningTasksCount ?? 0,
    pendingTasks: instance.pendingTasksCount ?? 0,
    registeredCpu: registered.number('CPU'),
    registeredMemory: registered.number('MEMORY'),
    remainingCpu: remaining.number('CPU'),
    remainingMemory: remaining.number('MEMORY'),
    // ECS calls the ports that are taken, its own reserved ones among them, "remaining" resources.
    tcpPortsInUse: remaining.ports('PORTS'),
    udpPortsInUse: remaining.ports('PORTS_UDP'),
    availabilityZone: attributes['ecs.availability-zone'],
    instanceType: attributes['ecs.instance-type'],
    capacityProviderName: instance.capacityProviderName,
    registeredAt: time(instance.registeredAt),
    healthStatus: instance.healthStatus?.overallStatus,
    attributes,
    tags: tagMap(instance.tags),
  })
}

function agent({ agentConnected, agentUpdateStatus, versionInfo, healthStatus }: SdkInstance) {
  const connectivity = healthStatus?.details?.find(({ type }) => type === 'AGENT_CONNECTIVITY')
  return {
    agentConnected: agentConnected ?? false,
    agentChangedAt: time(connectivity?.lastStatusChange),
    agentVersion: versionInfo?.agentVersion,
    // ECS writes `DockerVersion: 20.10.25`.
    dockerVersion: versionInfo?.dockerVersion?.replace(/^DockerVersion: ?/, ''),
    agentUpdateStatus,
  }
}

function resources(given: Resource[] | undefined) {
  const find = (wanted: string): Resource | undefined => (given ?? []).find(({ name }) => name === wanted)
  return {
    number: (name: string): number => find(name)?.integerValue ?? 0,
    ports: (name: string): number[] =>
      (find(name)?.stringSetValue ?? []).map(Number).toSorted((a, b) => a - b),
  }
}

/** `arn:…:container-instance/<cluster>/<id>` → `arn:…:cluster/<cluster>`; old short ARNs do not name their cluster. */
function clusterArnOf(arn: string, cluster: string): string {
  const [prefix = '', ...path] = arn.split(':container-instance/')
  const parts = path.join('').split('/')
  if (cluster.startsWith('arn:')) return cluster
  return `${prefix}:cluster/${parts.length > 1 ? (parts[0] ?? cluster) : cluster}`
}
