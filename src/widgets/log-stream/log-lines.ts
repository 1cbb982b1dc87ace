/** Pure parts of a log view: what is shown of many lines, and how loud each is. */
export interface LogLine {
  /** ms since the epoch. */
  at: number
  message: string
}

/** Drawn at most; more would make the page slow, and the whole stream is one click away in CloudWatch. */
export const MOST_LINES = 500

export type Loudness = 'error' | 'warning' | 'plain'

const error = /\b(error|fatal|panic|exception|critical|traceback|emerg)\b/i
const warning = /\bwarn(ing)?\b/i
/** Levels of structured lines are taken from the level itself, so that `"error":null` is not loud. */
const level = /"(?:level|severity|lvl)"\s*:\s*"?(\w+)/i

/** How loud a line is, from its level where it is structured, else from its words. */
export function loudness(message: string): Loudness {
  const text = level.exec(message)?.[1] ?? message
  if (error.test(text)) return 'error'
  return warning.test(text) ? 'warning' : 'plain'
}

/** The newest lines that contain `filter` (any case), oldest first, at most `MOST_LINES`. */
export function linesToShow(lines: readonly LogLine[], filter: string): LogLine[] {
  const wanted = filter.trim().toLowerCase()
  const found = wanted === '' ? lines : lines.filter((line) => line.message.toLowerCase().includes(wanted))
  return found.toSorted((a, b) => a.at - b.at).slice(-MOST_LINES)
}
