/** Finds the tasks that may be behind a target group's targets. Nothing in AWS names them: the clusters are looked through. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { Cluster } from '../../core/ecs/cluster.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Task } from '../../core/ecs/task.ts'
import type { Target, TargetGroup } from '../../core/elb/target-group.ts'
import { clustersQuery } from '../../data/ecs/clusters.ts'
import { containerInstancesQuery } from '../../data/ecs/container-instances.ts'
import { tasksQuery } from '../../data/ecs/tasks.ts'
import { useAws } from '../../data/session.ts'

/** A cluster with more running tasks is read only when someone asks: 10,000 tasks take 200 calls. */
const MOST_TASKS = 1000

export interface TargetTasks {
  tasks: readonly Task[]
  instances: readonly ContainerInstance[]
  /** Some cluster is still being read. */
  searching: boolean
  /** Names of clusters too large to be read unasked. */
  skipped: readonly string[]
}

interface Read<T> {
  items: T[]
  pending: boolean
}

/** Module functions, so that the joined list stays the same object while no answer changes. */
function joined<T>(
  results: readonly { data?: { items: T[]; reading?: object } | undefined; isPending: boolean }[],
): Read<T> {
  return {
    items: results.flatMap(({ data }) => data?.items ?? []),
    pending: results.some(({ data, isPending }) => isPending || data?.reading !== undefined),
  }
}

/** Clusters whose tasks can be targets, and of the large ones only those asked for. */
function candidates(
  clusters: readonly Cluster[],
  ec2: boolean,
  asked: readonly string[],
): { read: string[]; skipped: string[] } {
  const possible = clusters.filter((one) => one.runningTasks > 0 && (!ec2 || one.containerInstances > 0))
  const small = (one: Cluster): boolean => one.runningTasks <= MOST_TASKS || asked.includes(one.name)
  return {
    read: possible.filter(small).map(({ name }) => name),
    skipped: possible.filter((one) => !small(one)).map(({ name }) => name),
  }
}

/** `asked`: large clusters to read all the same. Targets by instance id need the instances of their cluster as well. */
export function useTargetTasks(
  group: TargetGroup | undefined,
  targets: readonly Target[] | undefined,
  asked: readonly string[],
): TargetTasks {
  const aws = useAws()
  const wanted = group !== undefined && targets !== undefined && targets.length > 0
  const ec2 = group?.targetType === 'instance'
  const clusters = useQuery({ ...clustersQuery(aws), enabled: wanted })
  const { read, skipped } = candidates(wanted ? (clusters.data?.items ?? []) : [], ec2, asked)
  const tasks: Read<Task> = useQueries({
    queries: read.map((name) => tasksQuery(aws, name, { desiredStatus: 'RUNNING' })),
    combine: joined,
  })
  const instances: Read<ContainerInstance> = useQueries({
    queries: ec2 ? read.map((name) => containerInstancesQuery(aws, name)) : [],
    combine: joined,
  })
  return {
    tasks: tasks.items,
    instances: instances.items,
    searching: wanted && (clusters.isPending || tasks.pending || instances.pending),
    skipped,
  }
}
