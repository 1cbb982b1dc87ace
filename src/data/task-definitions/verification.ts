/** What the account says about a definition before it is registered: one query for each thing that it names. */
import { queryOptions, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CallOptions } from '../../aws/call.ts'
import type { Aws } from '../../aws/context.ts'
import { describeContainerInstances, listContainerInstances } from '../../aws/ecs/container-instances.ts'
import { getService } from '../../aws/ecs/services.ts'
import { describeTasks, listTasks } from '../../aws/ecs/tasks.ts'
import { describeTargetGroups } from '../../aws/elb/target-groups.ts'
import { factOf } from '../../aws/task-definition/facts.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Service } from '../../core/ecs/service.ts'
import type { Task } from '../../core/ecs/task.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import type { Check, Fact } from '../../core/task-definition/verify/check.ts'
import { fitCheck, fitOf, needOf } from '../../core/task-definition/verify/fit.ts'
import { type Question, questionsOf } from '../../core/task-definition/verify/questions.ts'
import { targetChecks } from '../../core/task-definition/verify/target.ts'
import { checkOf, type Found } from '../../core/task-definition/verify/verdicts.ts'
import { useAws } from '../session.ts'

/** ms: while a dialog is open, nothing is looked up twice. */
const staleTime = 60_000

function factQuery(aws: Aws, question: Question) {
  return queryOptions({
    queryKey: [aws.key, 'fact', question.id, question] as const,
    // A query has to have something: null is "elsewhere".
    queryFn: async ({ signal }): Promise<Fact<Found[keyof Found]> | null> =>
      (await factOf(aws, question, { signal })) ?? null,
    staleTime,
  })
}

export interface Verification {
  /** In the order of the definition; those without an answer yet are left out. */
  checks: Check[]
  /** How many are being looked up. */
  pending: number
  again: () => void
}

/** Looks up everything that `definition` names. */
export function useVerification(definition: Definition): Verification {
  const aws = useAws()
  const { account, region } = aws
  const questions = useMemo(() => questionsOf(definition, { account, region }), [definition, account, region])
  const answers = useQueries({ queries: questions.map((question) => factQuery(aws, question)) })
  return {
    checks: questions.flatMap((question, index) => {
      const fact = answers[index]?.data
      return fact === undefined ? [] : [checkOf(question, fact ?? undefined)]
    }),
    pending: answers.filter(({ isFetching }) => isFetching).length,
    again: () => void Promise.all(answers.map(({ refetch }) => refetch())),
  }
}

/** A service that runs the definition, or is to. */
export interface Target {
  cluster: string
  service: string
}

/** Whether the definition fits the load balancing, the network and the instances of these services. `attributes`: see Need. */
export function useServiceChecks(
  definition: Definition,
  targets: readonly Target[],
  attributes?: readonly string[],
): Verification {
  const aws = useAws()
  const answers = useQueries({
    queries: targets.map(({ cluster, service }) => targetQuery(aws, cluster, service)),
  })
  return {
    checks: answers.flatMap(({ data }) => (data ? checksOf(definition, data, attributes) : [])),
    pending: answers.filter(({ isFetching }) => isFetching).length,
    again: () => void Promise.all(answers.map(({ refetch }) => refetch())),
  }
}

interface TargetFacts {
  cluster: string
  service: Service
  groups: TargetGroup[]
  /** Undefined for services that run on Fargate. */
  instances: ContainerInstance[] | undefined
  tasks: Task[]
}

function targetQuery(aws: Aws, cluster: string, service: string) {
  return queryOptions({
    queryKey: [aws.key, 'target-facts', cluster, service] as const,
    queryFn: ({ signal }): Promise<TargetFacts> => readTarget(aws, cluster, service, { signal }),
    staleTime,
  })
}

async function readTarget(
  aws: Aws,
  cluster: string,
  name: string,
  options: CallOptions,
): Promise<TargetFacts> {
  const service = await getService(aws, cluster, name, options)
  const arns = service.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  const groups = arns.length === 0 ? [] : await describeTargetGroups(aws, arns, options)
  if (runsOnFargate(service)) return { cluster, service, groups, instances: undefined, tasks: [] }
  const instanceArns = await listContainerInstances(aws, cluster, options)
  const instances = await describeContainerInstances(aws, cluster, instanceArns, options)
  const taskArns = await listTasks(aws, cluster, { desiredStatus: 'RUNNING', serviceName: name }, options)
  const tasks = await describeTasks(aws, cluster, taskArns, options)
  return { cluster, service, groups, instances: instances.items, tasks: tasks.items }
}

function runsOnFargate({ launchType, capacityProviderStrategy }: Service): boolean {
  return (
    launchType === 'FARGATE' ||
    capacityProviderStrategy.some(({ capacityProvider }) => capacityProvider.startsWith('FARGATE'))
  )
}

function checksOf(
  definition: Definition,
  { cluster, service, groups, instances, tasks }: TargetFacts,
  attributes: readonly string[] | undefined,
): Check[] {
  const target = targetChecks(definition, service, groups)
  if (!instances) return target
  return [...target, fitCheck(cluster, instances, fitOf(needOf(definition, attributes), instances, tasks))]
}
