/** Facts about the side that is moved away from, and the probe of the other one. */
import type { Baseline, LegacyPart } from '../../core/cutover/preflight/facts.ts'
import { effectiveOf } from '../../core/cutover/preflight/serving.ts'
import type { LegacyTarget } from '../../core/cutover/hold/legacy-target.ts'
import { getMetricData, type Metric } from '../cloudwatch/metric-data.ts'
import { listClassicInstanceHealth } from '../elb/classic-load-balancers.ts'
import { listTargetHealth } from '../elb/target-health.ts'
import type { FactContext, Readers } from './fact-context.ts'
import { balancerDimensions } from './guard-metrics.ts'
import { resolveLegacy } from './legacy-parts.ts'
import { probe } from './probe.ts'

const minute = 60_000
const day = 86_400_000

export const legacyReaders = {
  legacy: async (context) => {
    const { get, subject, ports, options } = context
    const { rule } = subject.choices
    if (rule) return ofRule(context, rule.legacyGroupArn)
    const zone = await get('zone')
    const records = subject.original ?? (await effectiveRecords(context))
    const { aws, doh } = ports
    return resolveLegacy({ aws, zone, ...(doh && { doh }) }, records, options)
  },
  baseline: async (context) => {
    const targets = (await context.get('legacy')).flatMap(({ target }) => target ?? [])
    const [peakPerSecond, hosts] = await Promise.all([peakOf(context, targets), hostsOf(context, targets)])
    return {
      ...(peakPerSecond !== undefined && { peakPerSecond }),
      ...(hosts > 0 && { hosts }),
    } satisfies Baseline
  },
  probe: async (context) => {
    const choice = context.subject.probe
    return choice.kind === 'health-check' ? probe(context) : choice
  },
} satisfies Partial<Readers>

async function effectiveRecords({
  get,
  subject,
}: FactContext): Promise<ReturnType<typeof effectiveOf>['managed']> {
  const [zone, sweep, records] = await Promise.all([get('zone'), get('sweep'), get('records')])
  return effectiveOf({ subject, zone, sweep, records }).managed
}

/** The way back of a rule is its legacy target group, which must still have somebody who answers. */
async function ofRule({ get, ports, options }: FactContext, arn: string): Promise<LegacyPart[]> {
  const [loadBalancer, targets] = await Promise.all([
    get('loadBalancer'),
    listTargetHealth(ports.aws, arn, options),
  ])
  const target = { kind: 'application' as const, loadBalancerArn: loadBalancer.arn, targetGroupArn: arn }
  const answers = targets.some(({ state }) => state === 'healthy')
  return [{ value: arn, kind: 'load-balancer', state: answers ? 'there' : 'gone', target }]
}

/** The busiest minute of the last 24 hours, all load balancers together; undefined when none counts requests. */
async function peakOf(
  { ports, options }: FactContext,
  targets: readonly LegacyTarget[],
): Promise<number | undefined> {
  const metrics = targets.flatMap((target) => requestsOf(target) ?? [])
  if (metrics.length === 0) return undefined
  const now = ports.now()
  const series = await getMetricData(ports.aws, metrics, { from: now - day, to: now }, minute, options)
  const byMinute = new Map<number, number>()
  for (const { at, value } of series.flatMap(({ points }) => points))
    byMinute.set(at, (byMinute.get(at) ?? 0) + value)
  return byMinute.size > 0 ? Math.max(...byMinute.values()) / 60 : undefined
}

function requestsOf(target: LegacyTarget): Metric | undefined {
  const metric = { name: 'RequestCount', stat: 'Sum', label: 'RequestCount' }
  if (target.kind === 'classic')
    return { ...metric, namespace: 'AWS/ELB', dimensions: { LoadBalancerName: target.name } }
  if (target.kind !== 'application') return undefined
  const dimensions = balancerDimensions(target.loadBalancerArn, target.targetGroupArn)
  return { ...metric, namespace: 'AWS/ApplicationELB', dimensions }
}

/** Machines that answer: instances, and those behind classic load balancers and target groups. */
async function hostsOf({ ports, options }: FactContext, targets: readonly LegacyTarget[]): Promise<number> {
  const counts = await Promise.all(
    targets.map(async (target) => {
      if (target.kind === 'classic') {
        const health = await listClassicInstanceHealth(ports.aws, target.name, options)
        return health.filter(({ state }) => state === 'InService').length
      }
      if (target.kind === 'application' && target.targetGroupArn !== undefined) {
        const health = await listTargetHealth(ports.aws, target.targetGroupArn, options)
        return health.filter(({ state }) => state === 'healthy').length
      }
      return target.kind === 'instance' ? 1 : 0
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
