/** Where revisions are used: services, running tasks, schedules. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallOptions } from '../../aws/call.ts'
import type { Aws } from '../../aws/context.ts'
import { listClusters } from '../../aws/ecs/clusters.ts'
import {
  describeServices,
  listServices,
  serviceBatchSize,
  serviceBucket,
  servicePageSize,
} from '../../aws/ecs/services.ts'
import { describeTasks, listTasks } from '../../aws/ecs/tasks.ts'
import { listTaskSchedules } from '../../aws/scheduler/schedules.ts'
import { lastPart } from '../../core/ecs/names.ts'
import type { Service } from '../../core/ecs/service.ts'
import type { TaskSchedule } from '../../core/scheduler/schedule.ts'
import { readRevisionName } from '../../core/task-definition/revision.ts'
import type { ServiceUse, TaskUse, Usage } from '../../core/task-definition/usage.ts'
import { chunks } from '../../lib/arrays.ts'
import { useAws } from '../session.ts'

/** ms for which an answer is taken as fresh: reading every service of an account costs hundreds of calls. */
const staleTime = 60_000

/** Services described between two updates of the screen. */
const atOnce = 100

export interface ServiceUses {
  items: ServiceUse[]
  /** Services listed so far, and how many of them are read. */
  total: number
  read: number
  isComplete: boolean
}

/** Every service of the Region with the revisions its deployments run. Grows while it is read. */
export function serviceUsesQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'service-uses'] as const,
    queryFn: ({ client, queryKey, signal }): Promise<ServiceUses> => {
      const shown = client.getQueryData<ServiceUses>(queryKey)
      const publish = (uses: ServiceUses): void =>
        void ((!shown || !shown.isComplete) && client.setQueryData(queryKey, uses))
      return readServices(aws, { signal, priority: 'sweep' }, publish)
    },
    // As often as the budget for it allows, and not because a window came back.
    staleTime: ({ state }) => Math.max(staleTime, aws.limiter.sweepTime(serviceBucket, callsFor(state.data))),
    refetchOnWindowFocus: false,
  })
}

function callsFor(uses: ServiceUses | undefined): number {
  const total = uses?.total ?? 0
  return Math.ceil(total / servicePageSize) + Math.ceil(total / serviceBatchSize)
}

async function readServices(
  aws: Aws,
  options: CallOptions,
  publish: (uses: ServiceUses) => void,
): Promise<ServiceUses> {
  const clusters = await listClusters(aws, options)
  const listed = await Promise.all(
    clusters.map(async (cluster) => ({ cluster, arns: await listServices(aws, cluster, options) })),
  )
  const total = listed.reduce((sum, { arns }) => sum + arns.length, 0)
  const items: ServiceUse[] = []
  let read = 0
  for (const { cluster, arns } of listed) {
    for (const group of chunks(arns, atOnce)) {
      const described = await describeServices(aws, cluster, group, options)
      items.push(...described.items.map(toUse))
      read += group.length
      publish({ items: [...items], total, read, isComplete: false })
    }
  }
  return { items, total, read, isComplete: true }
}

function toUse({ clusterArn, name, taskDefinitionArn, deployments }: Service): ServiceUse {
  const deployed = deployments
    .filter(({ status }) => status !== 'INACTIVE')
    .map((deployment) => deployment.taskDefinitionArn)
  return {
    cluster: lastPart(clusterArn),
    service: name,
    taskDefinitionArns: [...new Set([taskDefinitionArn, ...deployed])],
  }
}

/** Running tasks of a family in every cluster. */
export function familyTasksQuery(aws: Aws, family: string) {
  return queryOptions({
    queryKey: [aws.key, 'family-tasks', family] as const,
    queryFn: ({ signal }): Promise<TaskUse[]> => readTasks(aws, family, { signal }),
    staleTime,
  })
}

async function readTasks(aws: Aws, family: string, options: CallOptions): Promise<TaskUse[]> {
  const clusters = await listClusters(aws, options)
  const found = await Promise.all(
    clusters.map(async (cluster) => {
      const arns = await listTasks(aws, cluster, { desiredStatus: 'RUNNING', family }, options)
      return (await describeTasks(aws, cluster, arns, options)).items
    }),
  )
  return found.flat().map(({ clusterArn, id, serviceName, taskDefinitionArn }) => ({
    cluster: lastPart(clusterArn),
    id,
    service: serviceName,
    taskDefinitionArn,
  }))
}

/** Schedules that run an ECS task. */
export function taskSchedulesQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'task-schedules'] as const,
    queryFn: ({ signal }): Promise<TaskSchedule[]> => listTaskSchedules(aws, { signal }),
    staleTime,
  })
}

export interface FamilyUsage {
  usage: Usage
  /** True when all three are read to the end. */
  isComplete: boolean
  /** Read now. */
  isReading: boolean
  progress: { read: number; total: number } | undefined
  /** What could not be read, each with its error. */
  failed: { what: 'services' | 'tasks' | 'schedules'; error: unknown }[]
  /** ms since the epoch: everything known was read after this; 0 while something is missing. */
  readAt: number
  refetch: () => void
}

/** Where the revisions of a family are used, as far as it is known yet. */
export function useFamilyUsage(family: string): FamilyUsage {
  const aws = useAws()
  const services = useQuery(serviceUsesQuery(aws))
  const tasks = useQuery(familyTasksQuery(aws, family))
  const schedules = useQuery(taskSchedulesQuery(aws))
  const usage = useMemo<Usage>(
    () => ({
      services: services.data?.items ?? [],
      tasks: tasks.data ?? [],
      schedules: schedules.data ?? [],
    }),
    [services.data, tasks.data, schedules.data],
  )
  const parts = { services, tasks, schedules }
  const names = ['services', 'tasks', 'schedules'] as const
  const isComplete = services.data?.isComplete === true && tasks.isSuccess && schedules.isSuccess
  return {
    usage,
    isComplete,
    isReading: names.some((name) => parts[name].isFetching),
    progress: services.data && { read: services.data.read, total: services.data.total },
    failed: names.flatMap((what) => (parts[what].error ? [{ what, error: parts[what].error }] : [])),
    readAt: isComplete ? Math.min(...names.map((name) => parts[name].dataUpdatedAt)) : 0,
    refetch: () => void Promise.all(names.map((name) => parts[name].refetch())),
  }
}

/** Services with a deployment of any revision of the family, as far as they are read. */
export function useServicesOfFamily(family: string): ServiceUse[] {
  const { data } = useQuery(serviceUsesQuery(useAws()))
  return useMemo(
    () =>
      (data?.items ?? []).filter(({ taskDefinitionArns }) =>
        taskDefinitionArns.some((arn) => readRevisionName(arn)?.family === family),
      ),
    [data, family],
  )
}
