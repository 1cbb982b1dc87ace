/** Lines of a container's log. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { type LogPage, filterLogEvents } from '../../aws/logs/log-events.ts'
import { serverNow } from '../../lib/clock.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** The newest 2,000 lines of at most a hundred streams, oldest first. Times in ms since the epoch; no `to`: until now. */
export function logEventsQuery(
  aws: Aws,
  group: string,
  streamNames: readonly string[],
  { from, to }: { from: number; to?: number },
) {
  return queryOptions({
    queryKey: [aws.key, 'log-events', group, String(from), String(to), ...streamNames] as const,
    queryFn: (context): Promise<LogPage> =>
      filterLogEvents(
        aws,
        { group, streams: streamNames, range: { from, to: to ?? serverNow() } },
        urgency(context),
      ),
    ...polling<LogPage>(aws, intervals.logs),
  })
}
