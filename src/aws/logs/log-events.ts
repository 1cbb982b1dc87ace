/** Log events of some streams of a group. */
import { FilterLogEventsCommand, type FilterLogEventsCommandOutput } from '@aws-sdk/client-cloudwatch-logs'
import type { LogEvent } from '../../core/logs/log-event.ts'
import type { TimeRange } from '../../core/metrics/series.ts'
import { required } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { logs } from './logs.ts'

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html (100 streams, 10,000 events) */
export const mostStreams = 100
const pageSize = 1_000
/** Pages read at most: a page may be empty while AWS searches on. */
const mostPages = 10

export interface LogPage {
  /** By time. */
  events: LogEvent[]
  /** True when the range holds more than was read. */
  truncated: boolean
}

/** Events of at most a hundred streams within a range, oldest first, `most` at most. */
export async function filterLogEvents(
  aws: Aws,
  {
    group,
    streams,
    range,
    most = pageSize,
  }: { group: string; streams: readonly string[]; range: TimeRange; most?: number },
  options?: CallOptions,
): Promise<LogPage> {
  const events = new Map<string, LogEvent>()
  const seen = new Set<string>()
  let nextToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const command = new FilterLogEventsCommand({
      logGroupName: group,
      logStreamNames: streams.slice(0, mostStreams),
      startTime: range.from,
      endTime: range.to,
      limit: pageSize,
      nextToken,
    })
    const { value } = await call(
      aws,
      { service: logs, bucket: 'logs:filter', command, take: toPage },
      options,
    )
    for (const event of value.events) events.set(event.id, event)
    nextToken = value.next
    // A token that repeats says that there is nothing new behind it.
    if (nextToken === undefined || seen.has(nextToken) || events.size >= most) break
    seen.add(nextToken)
  }
  const sorted = [...events.values()].toSorted((a, b) => a.at - b.at)
  return { events: sorted.slice(0, most), truncated: nextToken !== undefined || sorted.length > most }
}

function toPage({ events, nextToken }: FilterLogEventsCommandOutput): {
  events: LogEvent[]
  next: string | undefined
} {
  return {
    events: required(events, 'events').map(({ eventId, timestamp, message = '', logStreamName = '' }) => ({
      id: required(eventId, 'eventId'),
      at: required(timestamp, 'timestamp'),
      message,
      stream: logStreamName,
    })),
    next: nextToken,
  }
}
