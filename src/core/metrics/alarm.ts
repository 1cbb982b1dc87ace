/** A CloudWatch alarm as the console sees it. Times are ms since the epoch. */
export interface Alarm {
  name: string
  arn: string
  /** A composite alarm has a rule over other alarms instead of a metric. */
  kind: 'metric' | 'composite'
  state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'
  stateReason?: string
  stateUpdatedAt?: number
  description?: string
}
