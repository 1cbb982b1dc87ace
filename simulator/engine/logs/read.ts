/** Pages through streams of computed lines, window by window, so that a page costs what it shows and not what exists. */
import { extent, inOrder, type LogLine, linesBetween, type LogSource } from './lines.ts'

/** How much time is computed at once, ms. */
const WINDOW_MS = 10 * 60_000
/** The place of a line in its stream. */
export type Position = Pick<LogLine, 'at' | 'ordinal'>

/** Up to `limit` lines after a position (or from the start of the range), oldest first. */
export function linesForward(
  source: LogSource,
  range: { from: number; to: number },
  limit: number,
  after?: Position,
): LogLine[] {
  const { first, last } = extent(source)
  const end = Math.min(range.to, last + 1)
  const found: LogLine[] = []
  let from = Math.max(range.from, first, after?.at ?? -Infinity)
  while (from < end && found.length < limit) {
    const to = Math.min(from + WINDOW_MS, end)
    found.push(...linesBetween(source, from, to).filter((line) => !after || inOrder(line, toLine(after)) > 0))
    from = to
  }
  return found.slice(0, limit)
}

/** Up to `limit` lines before a position (or the end of the range), in order of time. */
export function linesBackward(
  source: LogSource,
  range: { from: number; to: number },
  limit: number,
  before?: Position,
): LogLine[] {
  const { first, last } = extent(source)
  const start = Math.max(range.from, first)
  let found: LogLine[] = []
  let to = Math.min(range.to, last + 1, before === undefined ? Infinity : before.at + 1)
  while (to > start && found.length < limit) {
    const from = Math.max(start, to - WINDOW_MS)
    const lines = linesBetween(source, from, to)
    found = [...lines.filter((line) => !before || inOrder(line, toLine(before)) < 0), ...found]
    to = from
  }
  return found.slice(-limit)
}

function toLine(position: Position): LogLine {
  return { ...position, message: '' }
}

/** A line of one of several streams. */
export interface StreamLine extends LogLine {
  stream: string
}

export type StreamPosition = Position & { stream: string }

/**
 * Lines of several streams that satisfy `wanted`, oldest first (or newest first), beyond a position in that direction.
 * `next` is set when there may be more.
 */
export function linesOfAll(
  sources: LogSource[],
  range: { from: number; to: number },
  { limit, wanted, beyond, newestFirst = false }: Search,
): { lines: StreamLine[]; next?: StreamPosition } {
  const found: StreamLine[] = []
  const order = newestFirst ? (a: StreamPosition, b: StreamPosition) => inAll(b, a) : inAll
  let computed = 0
  for (const [from, to] of windows(
    overlap(sources, range),
    windowFor(sources.length),
    newestFirst,
    beyond?.at,
  )) {
    const lines = sources
      .flatMap((source) =>
        linesBetween(source, from, to).map((line) => ({ ...line, stream: source.stream.name })),
      )
      .filter((line) => !beyond || order(line, beyond) > 0)
      .toSorted(order)
    computed += lines.length
    found.push(...lines.filter(({ message }) => wanted(message)))
    if (found.length > limit) return { lines: found.slice(0, limit), next: placeOf(found[limit - 1]) }
    // As AWS does: a page may end early, even empty, when much had to be searched.
    const last = lines.at(-1)
    if (computed > MOST_LINES && last) return { lines: found, next: placeOf(last) }
  }
  return { lines: found }
}

export interface Search {
  limit: number
  wanted: (message: string) => boolean
  beyond?: StreamPosition
  newestFirst?: boolean
}

/** Lines looked at for one page of a search. */
const MOST_LINES = 10_000
/** Streams searched side by side in a whole window; with more of them windows are shorter. */
const WINDOW_STREAMS = 10

function windowFor(streams: number): number {
  return Math.ceil(WINDOW_MS / Math.max(1, streams / WINDOW_STREAMS))
}

/** The part of a range in which any of the streams may have lines. */
function overlap(sources: LogSource[], range: { from: number; to: number }): { from: number; to: number } {
  const extents = sources.map(extent)
  return {
    from: Math.max(range.from, Math.min(Infinity, ...extents.map(({ first }) => first))),
    to: Math.min(range.to, Math.max(-Infinity, ...extents.map(({ last }) => last + 1))),
  }
}

/** Cuts a range into windows, from the oldest or the newest on, beginning with the one that holds `at`. */
function* windows(
  { from, to }: { from: number; to: number },
  windowMs: number,
  newestFirst: boolean,
  at?: number,
): Generator<[number, number]> {
  if (newestFirst) {
    for (let end = Math.min(to, (at ?? Infinity) + 1); end > from; end -= windowMs) {
      yield [Math.max(from, end - windowMs), end]
    }
    return
  }
  for (let start = Math.max(from, at ?? -Infinity); start < to; start += windowMs) {
    yield [start, Math.min(start + windowMs, to)]
  }
}

function inAll(a: StreamPosition, b: StreamPosition): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1
  return a.ordinal - b.ordinal
}

function placeOf(line: StreamLine | undefined): StreamPosition | undefined {
  return line && { at: line.at, ordinal: line.ordinal, stream: line.stream }
}
