/** What the guards look at: one evaluation's worth of facts, absent wherever AWS had nothing to say. Times are ms since the epoch. */

/**
 * One period of 60 s; a member is absent where CloudWatch has no value.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export interface MetricMinute {
  /** Start of the period. */
  at: number
  /** RequestCount of the target group: only requests for which a target could be chosen. */
  requests?: number
  target5xx?: number
  target4xx?: number
  /** HTTPCode_ELB_5XX_Count of the whole load balancer. */
  elb5xx?: number
  elb4xx?: number
  /** TargetResponseTime p95, seconds. */
  p95?: number
  /** HealthyHostCount, maximum. */
  healthyHosts?: number
  /** UnHealthyHostCount, maximum. */
  unhealthyHosts?: number
  connectionErrors?: number
  /** ClientTLSNegotiationErrorCount of the whole load balancer. */
  tlsErrors?: number
}

export type MinuteMetric = Exclude<keyof MetricMinute, 'at'>

/** How the legacy side did before anything moved; absent where it could not be measured. */
export interface Baseline {
  /** Median. */
  requestsPerHour?: number
  /** Median of the hours' 95th percentiles, seconds. */
  p95?: number
  /** Share of requests answered with 5XX, 0–1. */
  errorRatio?: number
  /** Share of requests answered with 4XX, 0–1. */
  clientErrorRatio?: number
}

export interface WatchedAlarm {
  name: string
  /** Absent when it does not exist any more. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html */
  state?: string
}

export interface WatchedService {
  /** Id of the PRIMARY deployment. */
  deployment: string | undefined
  /** The one that was there when the cutover began. */
  expectedDeployment: string | undefined
  failed: boolean
  running: number
  desired: number
  /** Since when every evaluation saw fewer running than desired tasks. */
  belowSince?: number
}

export interface WatchReadings {
  now: number
  /** Of answers for the new side, percent. */
  share: number
  /** Nothing else is served by the load balancer, so what it answers by itself is about this service. */
  dedicated: boolean
  /** Every period of the window, oldest first, also those without a value. */
  minutes: readonly MetricMinute[]
  /** CloudWatch could not be read, and what was read last is too old to judge by. */
  isUnread?: boolean
  baseline: Baseline
  /** Healthy targets by DescribeTargetHealth, in the last evaluations, newest last. */
  healthyTargets: readonly number[]
  /** The alarms that were chosen; undefined when they could not be read. */
  alarms: readonly WatchedAlarm[] | undefined
  service: WatchedService | undefined
  /** The live records are not those of the state; undefined when they could not be read. */
  drift: boolean | undefined
  /** The person accepted, for this state, that there is too little traffic to judge by. */
  tooLittleAccepted: boolean
}
