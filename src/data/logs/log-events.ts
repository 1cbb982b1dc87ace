/** Lines of a container's log. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { type LogPage, filterLogEvents } from '../../aws/logs/log-events.ts'
import type { TimeRange } from '../../core/metrics/series.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** Lines of at most a hundred streams within a range, oldest first. */
export function logEventsQuery(aws: Aws, group: string, streamNames: readonly string[], range: TimeRange) {
  const { from, to } = range
  return queryOptions({
    queryKey: [aws.key, 'log-events', group, String(from), String(to), ...streamNames] as const,
    queryFn: (context): Promise<LogPage> =>
      filterLogEvents(aws, { group, streams: streamNames, range: { from, to } }, urgency(context)),
    ...polling<LogPage>(aws, intervals.logs),
  })
}
