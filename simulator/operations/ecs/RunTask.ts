/** RunTask. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
import { type RunTaskCommandInput, type RunTaskCommandOutput, RunTask$ } from '@aws-sdk/client-ecs'
import { instancesInCluster } from '../../engine/ecs/ecs-index.ts'
import { networkModeOf } from '../../engine/ecs/requirements.ts'
import { type RunRequest, runTasks } from '../../engine/ecs/run-task.ts'
import { findTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { AwsError, type Call, operation } from '../../operation.ts'
import type { TaskDefinitionRecord, TaskRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { fromTags } from './described.ts'
import { findCluster, inCluster, own } from './look-up.ts'
import { taskView } from './task-view.ts'

export const RunTask = operation<RunTaskCommandInput, RunTaskCommandOutput>(
  RunTask$,
  (input, call) => {
    const { world, region } = call
    const cluster = findCluster(call, input.cluster)
    const definition = findTaskDefinition(region, input.taskDefinition ?? '')
    if (definition?.status !== 'ACTIVE') throw new AwsError('ClientException', 'TaskDefinition not found.')
    const count = input.count ?? 1
    check(input, definition, count)
    const sent = startedBefore(input, region)
    if (sent) return { tasks: sent.map((task) => taskView(task, true)), failures: [] }
    const provider = input.capacityProviderStrategy?.[0]?.capacityProvider
    const launchType = launchTypeOf(input, provider)
    if (launchType === 'EC2' && instancesInCluster(region.ecs, cluster.clusterArn).size === 0) {
      throw new AwsError('InvalidParameterException', 'No Container Instances were found in your cluster.')
    }
    const { tasks, failures } = runTasks(world, region, {
      clusterArn: cluster.clusterArn,
      definition,
      count,
      launchType,
      ...optional(input, provider),
      tags: fromTags(input.tags),
    })
    remember(input, region, tasks)
    return { tasks: tasks.map((task) => taskView(task, true)), failures }
  },
  (input, call) => ({ ...inCluster(call, input.cluster), resources: definitionArn(input, call) }),
)

function launchTypeOf({ launchType }: RunTaskCommandInput, provider: string | undefined): 'EC2' | 'FARGATE' {
  return launchType === 'FARGATE' || provider?.startsWith('FARGATE') ? 'FARGATE' : 'EC2'
}

/**
 * The tasks that the same request started when it was sent before with its client token.
 * @throws AwsError ConflictException when the token came with another request
 */
function startedBefore(input: RunTaskCommandInput, { ecs }: RegionTables): TaskRecord[] | undefined {
  const before = input.clientToken === undefined ? undefined : own(ecs.runTokens ?? {}, input.clientToken)
  if (!before) return undefined
  if (before.request !== JSON.stringify(input)) {
    const members = { resourceIds: before.taskArns }
    const message = 'The client token was used with another request.'
    throw new AwsError('ConflictException', message, { members })
  }
  return before.taskArns.flatMap((arn) => ecs.tasks[arn] ?? [])
}

function remember(input: RunTaskCommandInput, { ecs }: RegionTables, tasks: TaskRecord[]): void {
  if (input.clientToken === undefined || tasks.length === 0) return
  const taskArns = tasks.map((task) => task.taskArn)
  ecs.runTokens = { ...ecs.runTokens, [input.clientToken]: { request: JSON.stringify(input), taskArns } }
}

function definitionArn({ taskDefinition = '' }: RunTaskCommandInput, { region }: Call): string[] {
  return [findTaskDefinition(region, taskDefinition)?.taskDefinitionArn ?? taskDefinition]
}

function optional(input: RunTaskCommandInput, provider: string | undefined): Partial<RunRequest> {
  const { group, startedBy, networkConfiguration, placementConstraints, placementStrategy } = input
  return {
    ...(provider === undefined ? {} : { capacityProviderName: provider }),
    ...(group === undefined ? {} : { group }),
    ...(startedBy === undefined ? {} : { startedBy }),
    ...(networkConfiguration ? { networkConfiguration } : {}),
    ...(placementConstraints ? { constraints: placementConstraints } : {}),
    ...(placementStrategy ? { strategy: placementStrategy } : {}),
    enableExecuteCommand: input.enableExecuteCommand ?? false,
  }
}

/** @throws AwsError InvalidParameterException */
function check(input: RunTaskCommandInput, { definition }: TaskDefinitionRecord, count: number): void {
  if (count < 1 || count > 10) {
    throw new AwsError('InvalidParameterException', 'count must be between 1 and 10.')
  }
  const awsvpc = networkModeOf(definition) === 'awsvpc'
  if (awsvpc && !input.networkConfiguration?.awsvpcConfiguration) {
    throw new AwsError(
      'InvalidParameterException',
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    )
  }
  if (!awsvpc && input.networkConfiguration) {
    throw new AwsError(
      'InvalidParameterException',
      'Network Configuration is not valid for the given networkMode of this task definition.',
    )
  }
}
