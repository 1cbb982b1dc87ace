/** DescribeAlarms. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
import {
  DescribeAlarms$,
  type DescribeAlarmsCommandInput,
  type DescribeAlarmsCommandOutput,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch'
import { AwsError, operation } from '../../operation.ts'
import type { AlarmRecord } from '../../world/alarm-tables.ts'
import { pageOf } from '../page.ts'

/** Alarms per answer: what CloudWatch gives unasked, and its limit, which holds for names too. */
const PAGE = 50
const LIMIT = 100

/** Metric alarms in order of their names; names that do not exist are left out. */
export const DescribeAlarms = operation<DescribeAlarmsCommandInput, DescribeAlarmsCommandOutput>(
  DescribeAlarms$,
  (input, { region }) => {
    const { AlarmNames: names = [], AlarmTypes: types = [], MaxRecords = PAGE } = input
    check(input)
    const wanted = Object.values(region.alarms)
      .filter((alarm) => fits(alarm, input) && (names.length === 0 || names.includes(alarm.name)))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    // Without a type CloudWatch gives metric alarms only; there are no others here.
    const asked = types.length === 0 || types.includes('MetricAlarm') ? wanted : []
    const page = pageOf(asked, names.length > 0 ? LIMIT : MaxRecords, input.NextToken)
    if (!page) throw new AwsError('InvalidNextToken', 'The next token is not valid')
    return { CompositeAlarms: [], MetricAlarms: page.items.map(toAlarm), NextToken: page.nextToken }
  },
)

/** @throws AwsError ValidationError, InvalidParameterCombination */
function check({ AlarmNames = [], AlarmNamePrefix, MaxRecords = PAGE }: DescribeAlarmsCommandInput): void {
  if (AlarmNames.length > LIMIT || MaxRecords < 1 || MaxRecords > LIMIT) {
    const [value, member] =
      AlarmNames.length > LIMIT ? [AlarmNames.length, 'alarmNames'] : [MaxRecords, 'maxRecords']
    throw new AwsError(
      'ValidationError',
      `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${LIMIT}`,
    )
  }
  if (AlarmNames.length > 0 && AlarmNamePrefix !== undefined) {
    throw new AwsError('ValidationError', 'AlarmNames and AlarmNamePrefix must not be specified together')
  }
}

function fits(
  alarm: AlarmRecord,
  { AlarmNamePrefix = '', ActionPrefix, StateValue }: DescribeAlarmsCommandInput,
): boolean {
  const acts = alarm.alarmActions.some((action) => action.startsWith(ActionPrefix ?? ''))
  return (
    alarm.name.startsWith(AlarmNamePrefix) &&
    (StateValue === undefined || StateValue === alarm.state) &&
    (ActionPrefix === undefined || acts)
  )
}

function toAlarm(alarm: AlarmRecord): MetricAlarm {
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmDescription: alarm.description,
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: [],
    AlarmActions: alarm.alarmActions,
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: alarm.stateReason,
    StateReasonData: alarm.stateReasonData,
    StateUpdatedTimestamp: new Date(alarm.stateUpdatedAt),
    StateTransitionedTimestamp: new Date(alarm.stateTransitionedAt),
    MetricName: alarm.metricName,
    Namespace: alarm.namespace,
    Statistic: alarm.statistic,
    Dimensions: Object.entries(alarm.dimensions).map(([Name, Value]) => ({ Name, Value })),
    Period: alarm.periodSeconds,
    EvaluationPeriods: alarm.evaluationPeriods,
    Threshold: alarm.threshold,
    ComparisonOperator: alarm.comparisonOperator,
    TreatMissingData: alarm.treatMissingData,
  }
}
