/** Makes CloudWatch alarms and sets their states: nothing computes them. */
import { regionOf } from '../world/create.ts'
import type { AlarmRecord } from '../world/alarm-tables.ts'
import { arn } from '../world/ids.ts'
import { journal } from '../world/journal.ts'
import type { World } from '../world/world.ts'

export type AlarmOptions = Pick<AlarmRecord, 'name' | 'namespace' | 'metricName' | 'threshold'> &
  Partial<Omit<AlarmRecord, 'arn' | 'stateUpdatedAt' | 'stateTransitionedAt' | 'configuredAt'>>

/** An alarm that is OK unless its state is given. */
export function createAlarm(world: World, region: string, options: AlarmOptions): AlarmRecord {
  const made: AlarmRecord = {
    arn: arn(world, 'cloudwatch', region, `alarm:${options.name}`),
    dimensions: {},
    statistic: 'Sum',
    periodSeconds: 60,
    evaluationPeriods: 1,
    comparisonOperator: 'GreaterThanThreshold',
    treatMissingData: 'missing',
    actionsEnabled: true,
    alarmActions: [],
    state: 'OK',
    stateReason: 'Unchecked: Initial alarm creation',
    stateUpdatedAt: world.now,
    stateTransitionedAt: world.now,
    configuredAt: world.now,
    tags: {},
    ...options,
  }
  regionOf(world, region).alarms[made.name] = made
  return made
}

/** Sets the state, as SetAlarmState does. An alarm that does not exist is left alone. */
export function setAlarmState(
  world: World,
  region: string,
  name: string,
  { state, reason, data }: { state: AlarmRecord['state']; reason: string; data?: string | undefined },
): void {
  const alarm = regionOf(world, region).alarms[name]
  if (!alarm) return
  const detail = { before: alarm.state, after: state, reason }
  if (alarm.state !== state) alarm.stateTransitionedAt = world.now
  alarm.state = state
  alarm.stateReason = reason
  alarm.stateUpdatedAt = world.now
  if (data === undefined) delete alarm.stateReasonData
  else alarm.stateReasonData = data
  journal(world, { type: 'effect', name: 'alarm-state-set', region, subject: alarm.arn, detail })
}
