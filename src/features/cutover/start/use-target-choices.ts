/** What can be chosen for the new side, and what follows from a choice: the service proposes its load balancer, a target group its service. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { loadBalancerName, targetGroupName } from '../../../core/elb/arn-name.ts'
import type { LoadBalancer } from '../../../core/elb/load-balancer.ts'
import type { TargetGroup } from '../../../core/elb/target-group.ts'
import { owningServiceQuery, serviceNamesQuery } from '../../../data/cutover/target-choice.ts'
import { clustersQuery } from '../../../data/ecs/clusters.ts'
import { serviceQuery } from '../../../data/ecs/services.ts'
import { loadBalancersQuery } from '../../../data/elb/load-balancers.ts'
import { targetGroupsByArnQuery, targetGroupsQuery } from '../../../data/elb/target-groups.ts'
import { useAws } from '../../../data/session.ts'
import type { NewCutoverSearch } from './search.ts'
import { useWizard } from './wizard-context.ts'

interface Reading {
  isPending: boolean
  error: unknown
  refetch: () => unknown
}

interface Choice {
  names: readonly string[]
  /** Absent while something else must be chosen first. */
  reading?: Reading
}

interface TargetChoices {
  clusters: Choice
  services: Choice
  balancers: Choice
  groups: Choice
  /** Load balancer and target group are the ones that the service says. */
  isProposed: boolean
  /** The service is behind no load balancer. */
  isUnattached: boolean
}

export function useTargetChoices(): TargetChoices {
  const aws = useAws()
  const { search, targetGroup } = useWizard()
  const { cluster = '', service = '' } = search
  const clusters = useQuery(clustersQuery(aws))
  const services = useQuery({ ...serviceNamesQuery(aws, cluster), enabled: cluster !== '' })
  const balancers = useQuery(loadBalancersQuery(aws))
  const offered = useServiceGroups(cluster, service)
  useProposals(offered.groups, targetGroup)
  return {
    clusters: { names: clusters.data?.items.map(({ name }) => name) ?? [], reading: clusters },
    services: { names: services.data ?? [], ...(cluster !== '' && { reading: services }) },
    balancers: { names: applicationNames(balancers.data), reading: balancers },
    groups: useGroupChoice(search, offered),
    isProposed: offered.groups?.some((group) => isChosen(group, search)) ?? false,
    isUnattached: offered.groups?.every((group) => namesOf(group).length === 0) ?? false,
  }
}

/** Those of the service, or of the load balancer as long as no service is chosen. */
function useGroupChoice({ service, loadBalancer = '' }: NewCutoverSearch, offered: Offered): Choice {
  const aws = useAws()
  const isFromBalancer = service === undefined && loadBalancer !== ''
  const all = useQuery({ ...targetGroupsQuery(aws), enabled: isFromBalancer })
  const groups = (isFromBalancer ? all.data : offered.groups) ?? []
  return {
    names: groups
      .filter((group) => loadBalancer === '' || namesOf(group).includes(loadBalancer))
      .map(({ name }) => name),
    ...(loadBalancer !== '' && { reading: isFromBalancer ? all : offered.reading }),
  }
}

function applicationNames(balancers: readonly LoadBalancer[] = []): string[] {
  return balancers.filter(({ type }) => type === 'application').map(({ name }) => name)
}

interface Offered {
  /** Undefined while they are not known. */
  groups: TargetGroup[] | undefined
  reading: Reading
}

function isChosen(group: TargetGroup, { targetGroup, loadBalancer = '' }: NewCutoverSearch): boolean {
  return group.name === targetGroup && namesOf(group).includes(loadBalancer)
}

/** Target groups in which the service registers its tasks. */
function useServiceGroups(cluster: string, service: string): Offered {
  const aws = useAws()
  const one = useQuery({ ...serviceQuery(aws, cluster, service), enabled: service !== '' })
  const arns = (one.data?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  const groups = useQuery({ ...targetGroupsByArnQuery(aws, arns), enabled: one.data !== undefined })
  return {
    groups: service === '' || !one.data ? undefined : groups.data,
    reading: one.error ? one : groups,
  }
}

/** Fills in what follows from what was chosen, and never what somebody chose otherwise. */
function useProposals(groups: readonly TargetGroup[] | undefined, chosen: TargetGroup | undefined): void {
  const aws = useAws()
  const { search, change } = useWizard()
  const owner = useQuery({
    ...owningServiceQuery(aws, chosen?.arn ?? ''),
    enabled: chosen !== undefined && search.service === undefined,
  })
  const proposal =
    propose(search, groups) ?? (search.service === undefined && owner.data ? owner.data : undefined)
  const text = proposal && JSON.stringify(proposal)
  useEffect(() => {
    if (text !== undefined) change(JSON.parse(text) as NewCutoverSearch)
  }, [text, change])
}

function propose(
  { loadBalancer, targetGroup }: NewCutoverSearch,
  groups: readonly TargetGroup[] = [],
): NewCutoverSearch | undefined {
  if (targetGroup !== undefined) return undefined
  const group = groups.find((each) => loadBalancer === undefined || namesOf(each).includes(loadBalancer))
  const [balancer] = group ? namesOf(group) : []
  if (!group || balancer === undefined) return undefined
  return { loadBalancer: loadBalancer ?? balancer, targetGroup: targetGroupName(group.arn) }
}

function namesOf({ loadBalancerArns }: TargetGroup): string[] {
  return loadBalancerArns.map(loadBalancerName)
}
