/** Finds what a caller named, by name or by ARN in its short or long form, and refuses as ECS does. */
import { idOf } from '../../engine/ecs/arns.ts'
import { AwsError, type Call } from '../../operation.ts'
import type {
  ClusterRecord,
  ContainerInstanceRecord,
  ServiceRecord,
  TaskRecord,
} from '../../world/ecs-tables.ts'
import { arn } from '../../world/ids.ts'

/** Resource types whose ARNs hold the cluster's name in the long form: `<type>/<cluster>/<id>`. */
type ClusterResource = 'service' | 'task' | 'container-instance' | 'service-deployment' | 'service-revision'

/** Full ARN of a cluster given by name or ARN; `default` when left out, as everywhere in ECS. */
export function clusterArnOf({ world, region }: Call, cluster: string | undefined): string {
  const name = cluster === undefined || cluster === '' ? 'default' : cluster
  return name.startsWith('arn:') ? name : arn(world, 'ecs', region.name, `cluster/${name}`)
}

/** @throws AwsError ClusterNotFoundException */
export function findCluster(call: Call, cluster: string | undefined): ClusterRecord {
  const found = own(call.region.ecs.clusters, clusterArnOf(call, cluster))
  if (!found) throw new AwsError('ClusterNotFoundException', 'Cluster not found.')
  return found
}

/**
 * Full ARN of something in a cluster, given by id or by a short or long ARN.
 * @throws AwsError InvalidParameterException when a long ARN names another cluster
 */
export function resourceArn(
  { world, region }: Call,
  type: ClusterResource,
  clusterName: string,
  named: string,
): string {
  const full = (id: string): string => arn(world, 'ecs', region.name, `${type}/${clusterName}/${id}`)
  if (!named.startsWith('arn:')) return full(named)
  const [, first = '', second] = named.slice(named.lastIndexOf(':') + 1).split('/')
  if (second === undefined) return full(first)
  if (first !== clusterName) {
    throw new AwsError(
      'InvalidParameterException',
      `Identifier is for cluster ${first}. Your cluster is ${clusterName}`,
    )
  }
  return named
}

/** @throws AwsError ServiceNotFoundException */
export function findService(call: Call, cluster: ClusterRecord, named: string | undefined): ServiceRecord {
  const wanted = resourceArn(call, 'service', cluster.clusterName, named ?? '')
  const found = own(call.region.ecs.services, wanted)
  if (!found) throw new AwsError('ServiceNotFoundException', 'Service not found.')
  return found
}

export function taskNamed(call: Call, cluster: ClusterRecord, named: string): TaskRecord | undefined {
  return own(call.region.ecs.tasks, resourceArn(call, 'task', cluster.clusterName, named))
}

export function instanceNamed(
  call: Call,
  cluster: ClusterRecord,
  named: string,
): ContainerInstanceRecord | undefined {
  const wanted = resourceArn(call, 'container-instance', cluster.clusterName, named)
  return own(call.region.ecs.containerInstances, wanted)
}

/** A table's own entry, without what every object inherits (`constructor`). */
export function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** The IAM view of a call about resources in a cluster: their ARNs and the condition key `ecs:cluster`. */
export function inCluster(
  call: Call,
  cluster: string | undefined,
  type?: ClusterResource,
  names: string[] = [],
): { resources?: string[]; conditions: Record<string, string[]> } {
  const clusterArn = clusterArnOf(call, cluster)
  const conditions = { 'ecs:cluster': [clusterArn] }
  if (!type) return { conditions }
  const resources = names.map((name) =>
    name.startsWith('arn:')
      ? name
      : arn(call.world, 'ecs', call.region.name, `${type}/${idOf(clusterArn)}/${name}`),
  )
  return { resources, conditions }
}
