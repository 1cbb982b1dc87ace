import {
  GetLogEvents$,
  type GetLogEventsCommandInput,
  type GetLogEventsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs'
import { type LogSource, sourceOf } from '../../engine/logs/lines.ts'
import { linesBackward, linesForward, type Position } from '../../engine/logs/read.ts'
import { operation } from '../../operation.ts'
import { authorizeGroup, groupOf, INGESTION_MS, limitOf, streamOf, wrongToken } from './look-up.ts'

/**
 * Lines of one stream in order of time: the latest ones, or with `startFromHead` the first. Tokens lead forward and
 * backward from what was given; at the end of the stream the caller gets the token it came with.
 */
export const GetLogEvents = operation<GetLogEventsCommandInput, GetLogEventsCommandOutput>(
  GetLogEvents$,
  (input, { world, region }) => {
    const stream = streamOf(groupOf(region, input), input.logStreamName ?? '')
    const source = sourceOf(world, region, stream)
    const token = input.nextToken === undefined ? undefined : parse(input.nextToken)
    const lines = read(source, input, token)
    const from = input.startTime ?? stream.createdAt
    const first = lines[0] ?? token?.position ?? { at: from, ordinal: 0 }
    const last = lines.at(-1) ?? token?.position ?? { at: from, ordinal: 0 }
    return {
      events: lines.map(({ at, message }) => ({
        timestamp: at,
        message,
        ingestionTime: at + INGESTION_MS,
      })),
      nextForwardToken: format('f', last),
      nextBackwardToken: format('b', first),
    }
  },
  (input, call) => authorizeGroup(input, call, input.logStreamName),
)

interface Token {
  direction: 'f' | 'b'
  position: Position
}

function read(
  source: LogSource,
  input: GetLogEventsCommandInput,
  token: Token | undefined,
): ReturnType<typeof linesForward> {
  const range = { from: input.startTime ?? 0, to: input.endTime ?? Infinity }
  const limit = limitOf(input.limit, 10_000)
  const forward = token ? token.direction === 'f' : (input.startFromHead ?? false)
  return forward
    ? linesForward(source, range, limit, token?.position)
    : linesBackward(source, range, limit, token?.position)
}

/** AWS's tokens are a direction and 56 digits. */
function format(direction: Token['direction'], { at, ordinal }: Position): string {
  return `${direction}/${String(at).padStart(28, '0')}${String(ordinal).padStart(28, '0')}`
}

/** @throws AwsError InvalidParameterException */
function parse(text: string): Token {
  const [, direction, at, ordinal] = /^([fb])\/(\d{28})(\d{28})$/.exec(text) ?? []
  if (direction !== 'f' && direction !== 'b') throw wrongToken()
  return { direction, position: { at: Number(at), ordinal: Number(ordinal) } }
}
