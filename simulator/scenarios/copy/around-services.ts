/** What watches, scales and deploys the services of a copy: alarms, scalable targets, deployment groups. */
import type {
  DescribeScalableTargetsCommandInput,
  DescribeScalableTargetsCommandOutput,
} from '@aws-sdk/client-application-auto-scaling'
import type {
  DescribeAlarmsCommandInput,
  DescribeAlarmsCommandOutput,
  MetricAlarm,
} from '@aws-sdk/client-cloudwatch'
import type {
  BatchGetDeploymentGroupsCommandInput,
  BatchGetDeploymentGroupsCommandOutput,
  DeploymentGroupInfo,
} from '@aws-sdk/client-codedeploy'
import { createAlarm } from '../../engine/alarms.ts'
import { createDeploymentGroup } from '../../engine/deployment-groups.ts'
import { registerScalableTarget } from '../../engine/scalable-targets.ts'
import type { AlarmRecord } from '../../world/alarm-tables.ts'
import type { World } from '../../world/world.ts'
import { answersOf, at, type RecordedCall } from './recorded.ts'

/** Alarms of one metric; nothing computes their states, so they stay what they were. */
export function copyAlarms(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<DescribeAlarmsCommandInput, DescribeAlarmsCommandOutput>(
    recorded,
    'cloudwatch',
    'DescribeAlarms',
  )
  for (const { region, output } of answers) {
    for (const alarm of output.MetricAlarms ?? []) addAlarm(world, region, alarm)
  }
}

const treatments = ['breaching', 'notBreaching', 'ignore', 'missing'] as const

function addAlarm(world: World, region: string, given: MetricAlarm): void {
  const treatment = treatments.find((each) => each === given.TreatMissingData) ?? 'missing'
  const made: AlarmRecord = createAlarm(world, region, {
    name: given.AlarmName ?? '',
    namespace: given.Namespace ?? '',
    metricName: given.MetricName ?? '',
    threshold: given.Threshold ?? 0,
    dimensions: Object.fromEntries(
      (given.Dimensions ?? []).map(({ Name = '', Value = '' }) => [Name, Value]),
    ),
    statistic: given.Statistic ?? 'Sum',
    periodSeconds: given.Period ?? 60,
    evaluationPeriods: given.EvaluationPeriods ?? 1,
    comparisonOperator: given.ComparisonOperator ?? 'GreaterThanThreshold',
    treatMissingData: treatment,
    actionsEnabled: given.ActionsEnabled ?? true,
    // Whom they would tell is of no use here.
    alarmActions: [],
    state: given.StateValue ?? 'OK',
    stateReason: given.StateReason ?? '',
    ...(given.AlarmDescription !== undefined && { description: given.AlarmDescription }),
  })
  made.stateUpdatedAt = at(given.StateUpdatedTimestamp, world.now)
  made.stateTransitionedAt = at(given.StateTransitionedTimestamp, world.now)
}

export function copyScalableTargets(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<DescribeScalableTargetsCommandInput, DescribeScalableTargetsCommandOutput>(
    recorded,
    'applicationAutoScaling',
    'DescribeScalableTargets',
  )
  for (const { region, output } of answers) {
    for (const {
      ResourceId = '',
      MinCapacity = 0,
      MaxCapacity = 0,
      SuspendedState,
    } of output.ScalableTargets ?? []) {
      const [, cluster = '', service = ''] = ResourceId.split('/')
      registerScalableTarget(world, region, {
        cluster,
        service,
        minCapacity: MinCapacity,
        maxCapacity: MaxCapacity,
        suspended: {
          scaleIn: SuspendedState?.DynamicScalingInSuspended ?? false,
          scaleOut: SuspendedState?.DynamicScalingOutSuspended ?? false,
          scheduled: SuspendedState?.ScheduledScalingSuspended ?? false,
        },
      })
    }
  }
}

export function copyDeploymentGroups(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<BatchGetDeploymentGroupsCommandInput, BatchGetDeploymentGroupsCommandOutput>(
    recorded,
    'codedeploy',
    'BatchGetDeploymentGroups',
  )
  for (const { region, output } of answers) {
    for (const group of output.deploymentGroupsInfo ?? []) {
      if (group.computePlatform === 'ECS') addDeploymentGroup(world, region, group)
    }
  }
}

function addDeploymentGroup(world: World, region: string, given: DeploymentGroupInfo): void {
  const [pair] = given.loadBalancerInfo?.targetGroupPairInfoList ?? []
  createDeploymentGroup(world, region, {
    application: given.applicationName ?? '',
    name: given.deploymentGroupName ?? '',
    ecsServices: (given.ecsServices ?? []).map(({ clusterName = '', serviceName = '' }) => ({
      clusterName,
      serviceName,
    })),
    targetGroupNames: (pair?.targetGroups ?? []).flatMap(({ name }) => name ?? []),
    productionListenerArns: pair?.prodTrafficRoute?.listenerArns ?? [],
    testListenerArns: pair?.testTrafficRoute?.listenerArns ?? [],
    ...(given.deploymentConfigName !== undefined && { deploymentConfigName: given.deploymentConfigName }),
  })
}
