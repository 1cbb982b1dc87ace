/** Requests, errors, latency and targets of a cutover over a time range; null where the new side cannot be found. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { readTrafficHistory, type TrafficHistory } from '../../aws/cutover/traffic-history.ts'
import { periodFor, type TimeRange } from '../../core/metrics/series.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'
import type { CutoverSession } from './cutover-session.ts'

export type { TrafficHistory } from '../../aws/cutover/traffic-history.ts'

export function trafficQuery(aws: Aws, session: CutoverSession, range: TimeRange) {
  const { from, to } = range
  return queryOptions({
    queryKey: [aws.key, 'cutover-traffic', session.id, String(from), String(to)] as const,
    queryFn: async (context): Promise<TrafficHistory | null> => {
      const subject = await session.sources.subject()
      return (
        (subject &&
          readTrafficHistory(aws, subject, { from, to }, periodFor({ from, to }), urgency(context))) ??
        null
      )
    },
    ...polling<TrafficHistory | null>(aws, intervals.metrics),
  })
}
