/** What watches, scales and deploys the services of a copy: alarms, scalable targets, deployment groups. */
import type {
  DescribeScalableTargetsCommandInput,
  DescribeScalableTargetsCommandOutput,
  ScalableTarget,
  SuspendedState,
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
  TargetGroupPairInfo,
} from '@aws-sdk/client-codedeploy'
import { createAlarm } from '../../engine/alarms.ts'
import { createDeploymentGroup } from '../../engine/deployment-groups.ts'
import { registerScalableTarget } from '../../engine/scalable-targets.ts'
import type { AlarmRecord } from '../../world/alarm-tables.ts'
import type { DeploymentGroupRecord } from '../../world/codedeploy-tables.ts'
import type { World } from '../../world/world.ts'
import { answersOf, at, filled, type RecordedCall } from './recorded.ts'

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

const alarmDefaults = {
  AlarmName: '',
  Namespace: '',
  MetricName: '',
  Threshold: 0,
  Dimensions: [],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  ComparisonOperator: 'GreaterThanThreshold',
  ActionsEnabled: true,
  StateValue: 'OK',
  StateReason: '',
} satisfies MetricAlarm

function addAlarm(world: World, region: string, recorded: MetricAlarm): void {
  const given = filled<MetricAlarm, typeof alarmDefaults>(recorded, alarmDefaults)
  const made: AlarmRecord = createAlarm(world, region, {
    name: given.AlarmName,
    namespace: given.Namespace,
    metricName: given.MetricName,
    threshold: given.Threshold,
    dimensions: Object.fromEntries(given.Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
    statistic: given.Statistic,
    periodSeconds: given.Period,
    evaluationPeriods: given.EvaluationPeriods,
    comparisonOperator: given.ComparisonOperator,
    treatMissingData: treatments.find((each) => each === given.TreatMissingData) ?? 'missing',
    actionsEnabled: given.ActionsEnabled,
    // Whom they would tell is of no use here.
    alarmActions: [],
    state: given.StateValue,
    stateReason: given.StateReason,
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
    for (const target of output.ScalableTargets ?? []) addScalableTarget(world, region, target)
  }
}

const targetDefaults = { ResourceId: '', MinCapacity: 0, MaxCapacity: 0 }

const nothingSuspended = {
  DynamicScalingInSuspended: false,
  DynamicScalingOutSuspended: false,
  ScheduledScalingSuspended: false,
}

function addScalableTarget(world: World, region: string, recorded: ScalableTarget): void {
  const given = filled<ScalableTarget, typeof targetDefaults>(recorded, targetDefaults)
  const [, cluster = '', service = ''] = given.ResourceId.split('/')
  const suspended = filled<SuspendedState, typeof nothingSuspended>(given.SuspendedState, nothingSuspended)
  registerScalableTarget(world, region, {
    cluster,
    service,
    minCapacity: given.MinCapacity,
    maxCapacity: given.MaxCapacity,
    suspended: {
      scaleIn: suspended.DynamicScalingInSuspended,
      scaleOut: suspended.DynamicScalingOutSuspended,
      scheduled: suspended.ScheduledScalingSuspended,
    },
  })
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

const groupDefaults = {
  applicationName: '',
  deploymentGroupName: '',
  ecsServices: [],
} satisfies DeploymentGroupInfo

function addDeploymentGroup(world: World, region: string, recorded: DeploymentGroupInfo): void {
  const given = filled<DeploymentGroupInfo, typeof groupDefaults>(recorded, groupDefaults)
  const { deploymentConfigName } = given
  const [pair] = given.loadBalancerInfo?.targetGroupPairInfoList ?? []
  createDeploymentGroup(world, region, {
    application: given.applicationName,
    name: given.deploymentGroupName,
    ecsServices: given.ecsServices.map(({ clusterName = '', serviceName = '' }) => ({
      clusterName,
      serviceName,
    })),
    ...leads(pair),
    ...(deploymentConfigName !== undefined && { deploymentConfigName }),
  })
}

function leads(
  pair: TargetGroupPairInfo | undefined,
): Pick<DeploymentGroupRecord, 'targetGroupNames' | 'productionListenerArns' | 'testListenerArns'> {
  return {
    targetGroupNames: (pair?.targetGroups ?? []).flatMap(({ name }) => name ?? []),
    productionListenerArns: pair?.prodTrafficRoute?.listenerArns ?? [],
    testListenerArns: pair?.testTrafficRoute?.listenerArns ?? [],
  }
}
