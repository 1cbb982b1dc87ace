/** CloudWatch alarms as plain tables. Their states are set, not computed. Times are ms since the epoch. */
import type { ComparisonOperator, StateValue, Statistic } from '@aws-sdk/client-cloudwatch'

export interface AlarmRecord {
  name: string
  arn: string
  description?: string
  namespace: string
  metricName: string
  dimensions: Record<string, string>
  statistic: Statistic
  periodSeconds: number
  evaluationPeriods: number
  threshold: number
  comparisonOperator: ComparisonOperator
  treatMissingData: 'breaching' | 'notBreaching' | 'ignore' | 'missing'
  actionsEnabled: boolean
  alarmActions: string[]
  state: StateValue
  stateReason: string
  stateReasonData?: string
  stateUpdatedAt: number
  /** When the state last became another one. */
  stateTransitionedAt: number
  configuredAt: number
  tags: Record<string, string>
}
