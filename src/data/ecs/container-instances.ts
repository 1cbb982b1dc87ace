/** Container instances of a cluster. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import {
  describeContainerInstances,
  getContainerInstance,
  listContainerInstances,
} from '../../aws/ecs/container-instances.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Described } from '../../core/problem.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

const isMoving = ({ status, pendingTasks }: ContainerInstance): boolean =>
  status !== 'ACTIVE' || pendingTasks > 0

/** All container instances, draining ones too. */
export function containerInstancesQuery(aws: Aws, cluster: string) {
  return queryOptions({
    queryKey: [aws.key, 'container-instances', cluster] as const,
    queryFn: async (context): Promise<Described<ContainerInstance>> => {
      const options = urgency(context)
      return describeContainerInstances(
        aws,
        cluster,
        await listContainerInstances(aws, cluster, options),
        options,
      )
    },
    ...polling<Described<ContainerInstance>>(aws, intervals.instances, ({ items }) => items.some(isMoving)),
  })
}

/** One container instance by id or ARN. */
export function containerInstanceQuery(aws: Aws, cluster: string, id: string) {
  return queryOptions({
    queryKey: [aws.key, 'container-instance', cluster, id] as const,
    queryFn: (context): Promise<ContainerInstance> =>
      getContainerInstance(aws, cluster, id, urgency(context)),
    ...polling<ContainerInstance>(aws, intervals.instances, isMoving),
  })
}
