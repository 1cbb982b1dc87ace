/** How the legacy did before a cutover, and whether anybody still uses it: hour by hour in one call. */
import { baselineOf, type LegacyHour } from '../../core/cutover/guards/baseline.ts'
import type { Baseline } from '../../core/cutover/guards/readings.ts'
import type { LegacyTraffic, TrafficHour } from '../../core/cutover/hold/evidence.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import { loadBalancerName } from '../../core/elb/arn-name.ts'
import { median } from '../../core/metrics/median.ts'
import type { Series } from '../../core/metrics/series.ts'
import type { CallOptions } from '../call.ts'
import { getMetricData, type Metric } from '../cloudwatch/metric-data.ts'
import type { Aws } from '../context.ts'
import { balancerDimensions } from './guard-metrics.ts'

const hour = 3_600_000
/** What is compared with: a day has quiet and busy hours. */
const before = 24 * hour

export interface LegacyPast {
  /** Of all legacy load balancers together, before the cutover. */
  baseline: Baseline
  /** One for each legacy target, with all whole hours since a day before the cutover. */
  traffic: LegacyTraffic[]
}

interface LegacyQuestion {
  targets: readonly LegacyTarget[]
  /** When the cutover began, ms since the epoch; now, while it is being planned. */
  began: number
  now: number
  /** What somebody wrote about targets that CloudWatch does not see, by name. */
  notes?: Readonly<Record<string, string>>
}

type Measure = keyof LegacyHour | 'packets'

interface Measured {
  target: LegacyTarget
  measure: Measure
  metric: Metric
}

/** @throws AwsProblem */
export async function readLegacyPast(
  aws: Aws,
  { targets, began, now, notes = {} }: LegacyQuestion,
  options?: CallOptions,
): Promise<LegacyPast> {
  const range = { from: wholeHour(began - before), to: wholeHour(now) }
  const measured = targets.flatMap(measuresOf)
  const metrics = measured.map(({ metric }) => metric)
  const series = metrics.length > 0 ? await getMetricData(aws, metrics, range, hour, options) : []
  const starts = Array.from(
    { length: (range.to - range.from) / hour },
    (_, index) => range.from + index * hour,
  )
  const past = starts.filter((at) => at + hour <= began)
  const pointsOf = (wanted: Measure, of?: LegacyTarget): Series['points'] =>
    measured.flatMap(({ measure, target }, index) =>
      measure === wanted && (of === undefined || target === of) ? (series[index]?.points ?? []) : [],
    )
  const isBalanced = targets.some(({ kind }) => kind === 'application' || kind === 'classic')
  return {
    baseline: isBalanced ? baselineOf(past.map((at) => hourOf(at, pointsOf))) : {},
    traffic: targets.map((target) => trafficOf(target, { starts, past, notes, pointsOf })),
  }
}

interface Hours {
  starts: readonly number[]
  past: readonly number[]
  notes: Readonly<Record<string, string>>
  pointsOf: (measure: Measure, of?: LegacyTarget) => Series['points']
}

function trafficOf(target: LegacyTarget, { starts, past, notes, pointsOf }: Hours): LegacyTraffic {
  const name = nameOf(target)
  if (target.kind === 'elsewhere') return { kind: 'attested', name, note: notes[name] }
  const kind = target.kind === 'instance' ? 'packets' : 'requests'
  const byStart = new Map(pointsOf(kind, target).map(({ at, value }) => [at, value]))
  const hours = starts.map((at): TrafficHour => ({ at, value: byStart.get(at) }))
  const earlier = hours.slice(0, past.length).map(({ value }) => value)
  // Without a request CloudWatch has no value; an instance without one did not run.
  const known =
    kind === 'requests' ? earlier.map((value = 0) => value) : earlier.flatMap((value) => value ?? [])
  return { kind, name, hours, before: median(known) }
}

/** All targets together: counts add up, and the slowest one decides. */
function hourOf(at: number, pointsOf: Hours['pointsOf']): LegacyHour {
  const values = (measure: Measure): number[] =>
    pointsOf(measure).flatMap((point) => (point.at === at ? [point.value] : []))
  const total = (measure: Measure): number => values(measure).reduce((sum, value) => sum + value, 0)
  const slowest = Math.max(...values('p95'))
  return {
    requests: total('requests'),
    errors: total('errors'),
    clientErrors: total('clientErrors'),
    ...(Number.isFinite(slowest) && { p95: slowest }),
  }
}

function nameOf(target: LegacyTarget): string {
  if (target.kind === 'application') return loadBalancerName(target.loadBalancerArn)
  return target.kind === 'instance' ? target.instanceId : target.name
}

type Row = readonly [Measure, string, string]

/** Errors that a shared load balancer answers by itself may be about another service. */
const groupRows: readonly Row[] = [
  ['requests', 'RequestCount', 'Sum'],
  ['errors', 'HTTPCode_Target_5XX_Count', 'Sum'],
  ['clientErrors', 'HTTPCode_Target_4XX_Count', 'Sum'],
  ['p95', 'TargetResponseTime', 'p95'],
]
const balancerRows: readonly Row[] = [
  ...groupRows,
  ['errors', 'HTTPCode_ELB_5XX_Count', 'Sum'],
  ['clientErrors', 'HTTPCode_ELB_4XX_Count', 'Sum'],
]
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-cloudwatch-metrics.html */
const classicRows: readonly Row[] = [
  ['requests', 'RequestCount', 'Sum'],
  ['errors', 'HTTPCode_Backend_5XX', 'Sum'],
  ['errors', 'HTTPCode_ELB_5XX', 'Sum'],
  ['clientErrors', 'HTTPCode_Backend_4XX', 'Sum'],
  ['clientErrors', 'HTTPCode_ELB_4XX', 'Sum'],
  ['p95', 'Latency', 'p95'],
]
/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html */
const instanceRows: readonly Row[] = [['packets', 'NetworkPacketsIn', 'Sum']]

function measuresOf(target: LegacyTarget): Measured[] {
  const of = (
    rows: readonly Row[],
    namespace: Metric['namespace'],
    dimensions: Record<string, string>,
  ): Measured[] =>
    rows.map(([measure, name, stat]) => ({
      target,
      measure,
      metric: { namespace, name, dimensions, stat, label: name },
    }))
  if (target.kind === 'application') {
    const { loadBalancerArn, targetGroupArn } = target
    const rows = targetGroupArn === undefined ? balancerRows : groupRows
    return of(rows, 'AWS/ApplicationELB', balancerDimensions(loadBalancerArn, targetGroupArn))
  }
  if (target.kind === 'classic') return of(classicRows, 'AWS/ELB', { LoadBalancerName: target.name })
  return target.kind === 'instance' ? of(instanceRows, 'AWS/EC2', { InstanceId: target.instanceId }) : []
}

function wholeHour(at: number): number {
  return Math.floor(at / hour) * hour
}
