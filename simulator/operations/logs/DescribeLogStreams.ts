import {
  DescribeLogStreams$,
  type DescribeLogStreamsCommandInput,
  type DescribeLogStreamsCommandOutput,
  type LogStream,
} from '@aws-sdk/client-cloudwatch-logs'
import { extent, type LogSource, sourceOf } from '../../engine/logs/lines.ts'
import { linesBackward, linesForward } from '../../engine/logs/read.ts'
import { AwsError, operation } from '../../operation.ts'
import type { LogGroupRecord } from '../../world/log-tables.ts'
import { authorizeGroup, groupOf, INGESTION_MS, limitOf, pageAfter } from './look-up.ts'

/** Streams of a log group, by name or by when they last got a line. */
export const DescribeLogStreams = operation<DescribeLogStreamsCommandInput, DescribeLogStreamsCommandOutput>(
  DescribeLogStreams$,
  (input, { world, region }) => {
    const { logStreamNamePrefix: prefix, orderBy = 'LogStreamName' } = input
    const group = groupOf(region, input)
    if (prefix !== undefined && orderBy === 'LastEventTime') {
      const message = 'Cannot order by LastEventTime with a logStreamNamePrefix.'
      throw new AwsError('InvalidParameterException', message)
    }
    const sources = Object.values(group.streams)
      .filter(({ name }) => name.startsWith(prefix ?? ''))
      .map((stream) => sourceOf(world, region, stream))
      .toSorted(orderBy === 'LastEventTime' ? byLastEvent : byName)
    if (input.descending) sources.reverse()
    const { shown, nextToken } = pageAfter(
      sources,
      { nextToken: input.nextToken, limit: limitOf(input.limit, 50) },
      ({ stream }) => stream.name,
    )
    return { logStreams: shown.map((source) => toLogStream(group, source)), nextToken }
  },
  (input, call) => authorizeGroup(input, call),
)

function byName(a: LogSource, b: LogSource): number {
  return a.stream.name < b.stream.name ? -1 : 1
}

function byLastEvent(a: LogSource, b: LogSource): number {
  return extent(a).last - extent(b).last || byName(a, b)
}

const ALWAYS = { from: 0, to: Infinity }

function toLogStream({ arn }: LogGroupRecord, source: LogSource): LogStream {
  const { name, createdAt } = source.stream
  const [first] = linesForward(source, ALWAYS, 1)
  const [last] = linesBackward(source, ALWAYS, 1)
  return {
    logStreamName: name,
    creationTime: createdAt,
    firstEventTimestamp: first?.at,
    lastEventTimestamp: last?.at,
    lastIngestionTime: last && last.at + INGESTION_MS,
    arn: `${arn}:log-stream:${name}`,
    storedBytes: 0,
  }
}
