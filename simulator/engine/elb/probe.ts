/** What one health check of one target would find. Words as DescribeTargetHealth gives them. */
import type { TargetGroupRecord, TargetRecord } from '../../world/elb-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { endpointAt } from '../endpoints.ts'
import { matches } from './matcher.ts'

/** A passing check is `{}`. */
export interface ProbeResult {
  reason?: string
  description?: string
}

const REFUSED: ProbeResult = { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' }
const TIMED_OUT: ProbeResult = { reason: 'Target.Timeout', description: 'Request timed out' }

/** The port health checks go to. */
export function healthCheckPort(group: TargetGroupRecord, target: Pick<TargetRecord, 'port'>): number {
  return group.healthCheck.port === 'traffic-port' ? target.port : Number(group.healthCheck.port)
}

/** The answer to a check sent now, and when it would change by itself because the software becomes ready. */
export function probe(
  world: World,
  region: string,
  group: TargetGroupRecord,
  target: Pick<TargetRecord, 'id' | 'port'>,
): { result: ProbeResult; changesAt?: number } {
  const endpoint = endpointAt(world, region, target.id, healthCheckPort(group, target))
  if (!endpoint) return { result: REFUSED }
  if (endpoint.readyAt > world.now) return { result: REFUSED, changesAt: endpoint.readyAt }
  if (group.healthCheck.protocol === 'TCP') return { result: {} }
  const { status, latencyMs } = answerTo(endpoint.behaviour, group.healthCheck.path)
  if (status === 0 || latencyMs > group.healthCheck.timeoutSeconds * 1000) return { result: TIMED_OUT }
  if (matches(group.healthCheck.matcher, status)) return { result: {} }
  return {
    result: {
      reason: 'Target.ResponseCodeMismatch',
      description: `Health checks failed with these codes: [${status}]`,
    },
  }
}

/** How the software answers a path: the longest prefix it names, else 200 in 20 ms. Latency in ms; status 0: no answer. */
export function answerTo(behaviour: ImageBehaviour, path: string): { status: number; latencyMs: number } {
  const prefixes = Object.keys(behaviour.http ?? {}).filter((prefix) => path.startsWith(prefix))
  const longest = prefixes.toSorted((a, b) => b.length - a.length)[0]
  return (longest === undefined ? undefined : behaviour.http?.[longest]) ?? { status: 200, latencyMs: 20 }
}
