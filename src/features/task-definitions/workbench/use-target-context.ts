/** What the rules may know about the place where the definition is going to run. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ContainerInstance } from '../../../core/ecs/container-instance.ts'
import type { Service } from '../../../core/ecs/service.ts'
import type { TargetGroup } from '../../../core/elb/target-group.ts'
import type { LintContext } from '../../../core/task-definition/linter/context.ts'
import { containerInstancesQuery } from '../../../data/ecs/container-instances.ts'
import { serviceQuery } from '../../../data/ecs/services.ts'
import { surroundingsQuery, whereaboutsOf } from '../../../data/ecs/surroundings.ts'
import { targetGroupAttributesQuery, targetGroupsByArnQuery } from '../../../data/elb/target-groups.ts'
import { useAws, useSession } from '../../../data/session.ts'
import { neighboursQuery } from '../../../data/task-definitions/neighbours.ts'
import { revisionQuery } from '../../../data/task-definitions/revisions.ts'
import { serverOffset } from '../../../lib/clock.ts'
import type { WorkbenchSearch } from './search.ts'

interface Target {
  context: LintContext
  /** Something that was asked for is not known: rules that need it say nothing. */
  error: unknown
  isPending: boolean
}

const noArns: readonly string[] = []
const none: readonly never[] = []
const nowhere = whereaboutsOf({ subnets: [], securityGroups: [] }, none, none)

/** Asks nothing while no service is chosen. */
export function useTargetContext({ launch, cluster = '', service: name = '' }: WorkbenchSearch): Target {
  const aws = useAws()
  const { account, region } = useSession()
  const isChosen = cluster !== '' && name !== ''
  const service = useQuery({ ...serviceQuery(aws, cluster, name), enabled: isChosen })
  const arns = useMemo(
    () => service.data?.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []) ?? noArns,
    [service.data],
  )
  const groups = useQuery({ ...targetGroupsByArnQuery(aws, arns), enabled: arns.length > 0 })
  const attributes = useQueries({
    queries: arns.map((arn) => targetGroupAttributesQuery(aws, arn)),
    combine: (all) => all.map(({ data }) => data),
  })
  const running = useQuery({
    ...revisionQuery(aws, service.data?.taskDefinitionArn ?? ''),
    enabled: service.data !== undefined,
  })
  const onInstances = isChosen && (launch ?? service.data?.launchType) === 'EC2'
  const instances = useQuery({ ...containerInstancesQuery(aws, cluster), enabled: onInstances })
  const neighbours = useQuery({ ...neighboursQuery(aws, cluster, name), enabled: onInstances })
  const surroundings = useSurroundings(service.data, groups.data, onInstances ? instances.data?.items : none)
  const context = useMemo((): LintContext => {
    const launchType = launch ?? service.data?.launchType
    return {
      place: { account, region },
      ...(launchType !== undefined && { launchType }),
      ...(service.data && { service: service.data }),
      ...(groups.data && {
        targetGroups: groups.data.map((group) => ({ ...group, ...attributes[arns.indexOf(group.arn)] })),
      }),
      ...(instances.data && {
        instances: instances.data.items,
        now: instances.dataUpdatedAt + serverOffset(),
      }),
      ...surroundings.data,
      ...(neighbours.data && { neighbours: neighbours.data }),
      ...(running.data && { running: running.data.definition }),
    }
  }, [
    account,
    region,
    launch,
    service.data,
    groups.data,
    attributes,
    arns,
    instances.data,
    instances.dataUpdatedAt,
    surroundings.data,
    neighbours.data,
    running.data,
  ])
  const asked = [service, groups, running, instances, surroundings, neighbours]
  return {
    context,
    error: asked.find(({ error }) => error)?.error,
    isPending: asked.some(({ isPending, fetchStatus }) => isPending && fetchStatus === 'fetching'),
  }
}

/** Asks once the parts are known of which the service is made. */
function useSurroundings(
  service: Service | undefined,
  targetGroups: readonly TargetGroup[] | undefined,
  instances: readonly ContainerInstance[] | undefined,
) {
  const aws = useAws()
  const where =
    service && targetGroups && instances ? whereaboutsOf(service, targetGroups, instances) : undefined
  return useQuery({ ...surroundingsQuery(aws, where ?? nowhere), enabled: where !== undefined })
}
