/** Reads the health of a service's targets, and the tasks behind those that are unhealthy. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { Service } from '../../core/ecs/service.ts'
import { targetTroubles, type TargetTrouble } from '../../core/ecs/target-trouble.ts'
import type { Target, TargetGroup } from '../../core/elb/target-group.ts'
import { targetTone } from '../../core/elb/target-reason.ts'
import { containerInstancesQuery } from '../../data/ecs/container-instances.ts'
import { tasksQuery } from '../../data/ecs/tasks.ts'
import { targetGroupsByArnQuery } from '../../data/elb/target-groups.ts'
import { targetHealthQuery } from '../../data/elb/target-health.ts'
import { useAws } from '../../data/session.ts'

/** A module function, so that the list stays the same object while no answer changes. */
function targetsOf(results: readonly { data?: Target[] | undefined }[]): (readonly Target[])[] {
  return results.map(({ data }) => data ?? [])
}

interface AttachedGroup {
  group: TargetGroup
  targets: readonly Target[]
}

/** Empty while nothing is known, and when the reader may not see it: the service's own facts do not wait for it. */
export function useTargetTroubles(service: Service | undefined, cluster: string): TargetTrouble[] {
  const attached = useAttachedGroups(service)
  const { tasks, instances } = useTasksBehind(attached, cluster, service?.name ?? '')
  const primary = service?.deployments.find(({ status }) => status === 'PRIMARY')
  return targetTroubles(attached, tasks, instances, primary?.id)
}

function useAttachedGroups(service: Service | undefined): AttachedGroup[] {
  const aws = useAws()
  const arns = service?.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []) ?? []
  const groups = useQuery({ ...targetGroupsByArnQuery(aws, arns), enabled: arns.length > 0 }).data ?? []
  const targets = useQueries({
    queries: groups.map(({ arn }) => targetHealthQuery(aws, arn)),
    combine: targetsOf,
  })
  return groups.map((group, index) => ({ group, targets: targets[index] ?? [] }))
}

/** Asked for only when something is unhealthy. */
function useTasksBehind(attached: AttachedGroup[], cluster: string, serviceName: string) {
  const aws = useAws()
  const bad = attached.filter(({ targets }) => targets.some(({ state }) => targetTone(state) === 'bad'))
  const tasks = useQuery({
    ...tasksQuery(aws, cluster, { desiredStatus: 'RUNNING', serviceName }),
    enabled: bad.length > 0,
  })
  const instances = useQuery({
    ...containerInstancesQuery(aws, cluster),
    // Only targets that are EC2 instances are joined to tasks through them.
    enabled: bad.some(({ group }) => group.targetType === 'instance'),
  })
  return { tasks: tasks.data?.items ?? [], instances: instances.data?.items ?? [] }
}
