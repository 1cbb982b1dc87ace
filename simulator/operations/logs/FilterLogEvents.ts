import {
  FilterLogEvents$,
  type FilterLogEventsCommandInput,
  type FilterLogEventsCommandOutput,
  type FilteredLogEvent,
} from '@aws-sdk/client-cloudwatch-logs'
import { filterFor } from '../../engine/logs/filter-pattern.ts'
import { sourceOf } from '../../engine/logs/lines.ts'
import { linesOfAll, type StreamLine, type StreamPosition } from '../../engine/logs/read.ts'
import { AwsError, operation } from '../../operation.ts'
import type { LogGroupRecord, LogStreamRecord } from '../../world/log-tables.ts'
import { noise } from '../../world/random.ts'
import { authorizeGroup, groupOf, INGESTION_MS, limitOf, streamOf, wrongToken } from './look-up.ts'

/** Lines of a group's streams, interleaved in order of time, that match a pattern. A page may be short and have a next one. */
export const FilterLogEvents = operation<FilterLogEventsCommandInput, FilterLogEventsCommandOutput>(
  FilterLogEvents$,
  (input, { world, region }) => {
    const group = groupOf(region, input)
    const sources = streamsOf(group, input).map((stream) => sourceOf(world, region, stream))
    const token = input.nextToken === undefined ? undefined : parse(input.nextToken)
    const newestFirst = token ? token.newestFirst : input.startFromHead === false
    // The end of the range belongs to it, unlike in GetLogEvents.
    const range = { from: input.startTime ?? 0, to: (input.endTime ?? Infinity) + 1 }
    const { lines, next } = linesOfAll(sources, range, {
      limit: limitOf(input.limit, 10_000),
      wanted: wantedBy(input.filterPattern ?? ''),
      beyond: token?.beyond,
      newestFirst,
    })
    return {
      events: lines.map(toEvent),
      searchedLogStreams: [],
      nextToken: next && format(next, newestFirst),
    }
  },
  (input, call) => authorizeGroup(input, call),
)

function streamsOf(group: LogGroupRecord, input: FilterLogEventsCommandInput): LogStreamRecord[] {
  const { logStreamNames: names, logStreamNamePrefix: prefix } = input
  if (names && prefix !== undefined) {
    const message = 'logStreamNamePrefix and logStreamNames are mutually exclusive parameters.'
    throw new AwsError('InvalidParameterException', message)
  }
  if (names) return names.map((name) => streamOf(group, name))
  return Object.values(group.streams).filter(({ name }) => name.startsWith(prefix ?? ''))
}

function wantedBy(pattern: string): (message: string) => boolean {
  const wanted = filterFor(pattern)
  if (wanted) return wanted
  throw new AwsError('InvalidParameterException', 'Invalid filter pattern (the simulator knows terms only)')
}

function toEvent({ at, message, stream, ordinal }: StreamLine): FilteredLogEvent {
  const who = Math.floor(noise(stream) * 1e12)
  const eventId = `${String(at).padStart(20, '3')}${String(who).padStart(16, '0')}${String(ordinal).padStart(20, '0')}`
  return { logStreamName: stream, timestamp: at, message, ingestionTime: at + INGESTION_MS, eventId }
}

function format({ at, ordinal, stream }: StreamPosition, newestFirst: boolean): string {
  return btoa(encodeURIComponent(JSON.stringify([at, ordinal, stream, newestFirst])))
}

/** @throws AwsError InvalidParameterException */
function parse(token: string): { beyond: StreamPosition; newestFirst: boolean } {
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(atob(token)))
    if (!Array.isArray(parts) || parts.length !== 4) throw wrongToken()
    const [at, ordinal, stream, newestFirst] = parts as [number, number, string, boolean]
    return { beyond: { at, ordinal, stream }, newestFirst }
  } catch {
    throw wrongToken()
  }
}
