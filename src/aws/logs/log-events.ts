/** Log events of some streams of a group. */
import { FilterLogEventsCommand, type FilterLogEventsCommandOutput } from '@aws-sdk/client-cloudwatch-logs'
import type { LogEvent } from '../../core/logs/log-event.ts'
import type { TimeRange } from '../../core/metrics/series.ts'
import { list, required, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { logs } from './logs.ts'

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html (100 streams, 10,000 events) */
const mostStreams = 100
const pageSize = 10_000
/** Pages of one range read at most: a page may be empty while AWS searches on. */
const mostPages = 5
/** A range that holds more than its pages is halved so many times, to get at its end. */
const mostHalvings = 8
/** Lines kept: the newest. */
const mostEvents = 2_000

export interface LogQuery {
  group: string
  /** At most a hundred. */
  streams: readonly string[]
  range: TimeRange
}

export interface LogPage {
  /** Oldest first. */
  events: LogEvent[]
  /** True when the range holds older events than these. */
  truncated: boolean
}

/** The newest events of some streams within a range (at most 2,000), oldest first. AWS answers the oldest first. */
export async function filterLogEvents(aws: Aws, query: LogQuery, options?: CallOptions): Promise<LogPage> {
  let { range } = query
  for (let halving = 0; ; halving++) {
    const { events, complete } = await readPages(aws, { ...query, range }, options)
    if (complete || halving === mostHalvings) {
      const truncated = halving > 0 || events.length > mostEvents
      return { events: events.slice(-mostEvents), truncated }
    }
    range = { from: Math.floor((range.from + range.to) / 2), to: range.to }
  }
}

async function readPages(
  aws: Aws,
  { group, streams, range }: LogQuery,
  options: CallOptions | undefined,
): Promise<{ events: LogEvent[]; complete: boolean }> {
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
    if (nextToken === undefined || seen.has(nextToken)) return { events: byTime(events), complete: true }
    seen.add(nextToken)
  }
  return { events: byTime(events), complete: false }
}

function byTime(events: ReadonlyMap<string, LogEvent>): LogEvent[] {
  return [...events.values()].toSorted((a, b) => a.at - b.at)
}

function toPage({ events, nextToken }: FilterLogEventsCommandOutput): {
  events: LogEvent[]
  next: string | undefined
} {
  return {
    events: list(events, 'events').map(({ eventId, timestamp, message = '', logStreamName = '' }) => ({
      id: text(eventId, 'eventId'),
      at: required(timestamp, 'timestamp'),
      message,
      stream: logStreamName,
    })),
    next: nextToken,
  }
}
