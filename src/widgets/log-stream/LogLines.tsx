/** Log lines in a box of fixed height: newest at the end and in sight, unless the reader scrolled up. */
import Box from '@cloudscape-design/components/box'
import { useLayoutEffect, useRef } from 'react'
import { useLocale } from '../../i18n/use-text.ts'
import { formatTime } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/time-context.ts'
import { formatClock, formatDay } from './log-time.ts'
import { loudness, type LogLine, type Loudness } from './log-lines.ts'
import { monospace, palette } from '../metric-chart/palette.ts'

interface LogLinesProps {
  label: string
  lines: readonly LogLine[]
  /** Said in the box's middle when there are no lines. */
  empty: string
  wrap: boolean
}

const colors: Record<Loudness, string> = {
  error: palette.textError,
  warning: palette.textWarning,
  plain: palette.text,
}

/** This close to the end (pixels) counts as reading along. */
const NEAR_END = 24

export function LogLines({ label, lines, empty, wrap }: LogLinesProps) {
  const box = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  useLayoutEffect(() => {
    if (lines.length > 0 && box.current && follows.current) box.current.scrollTop = box.current.scrollHeight
  }, [lines])
  return (
    <div
      ref={box}
      role="log"
      aria-label={label}
      // Lines arrive every few seconds; a screen reader asks for them, it is not told each.
      aria-live="off"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        follows.current = scrollHeight - scrollTop - clientHeight < NEAR_END
      }}
      style={{
        blockSize: 320,
        overflow: 'auto',
        background: palette.surface,
        border: `1px solid ${palette.border}`,
        borderRadius: 8,
        padding: 8,
        fontFamily: monospace,
        fontSize: 12,
        lineHeight: '18px',
      }}
    >
      {lines.length === 0 && (
        <Box textAlign="center" color="text-body-secondary" padding="xl">
          {empty}
        </Box>
      )}
      {lines.map((line, index) => (
        <Line
          // Lines have no identity of their own, and two may be equal.
          // oxlint-disable-next-line react/no-array-index-key
          key={`${String(line.at)} ${String(index)}`}
          line={line}
          before={lines[index - 1]}
          wrap={wrap}
        />
      ))}
    </div>
  )
}

interface LineProps {
  line: LogLine
  before: LogLine | undefined
  wrap: boolean
}

/** The time of day and the message; the date stands above the first line of each day. */
function Line({ line: { at, message }, before, wrap }: LineProps) {
  const locale = useLocale()
  const utc = useTimeZone() === 'utc'
  const day = formatDay(at, locale, utc)
  return (
    <>
      {(!before || formatDay(before.at, locale, utc) !== day) && (
        <div style={{ color: palette.textQuiet, paddingBlock: 4 }}>{day}</div>
      )}
      <div
        style={{
          display: 'flex',
          gap: 12,
          whiteSpace: wrap ? 'pre-wrap' : 'pre',
          overflowWrap: 'anywhere',
        }}
      >
        <time
          dateTime={new Date(at).toISOString()}
          title={formatTime(at, locale, utc ? 'UTC' : undefined)}
          style={{ color: palette.textQuiet, flex: 'none', whiteSpace: 'nowrap' }}
        >
          {formatClock(at, locale, utc)}
        </time>
        <span style={{ color: colors[loudness(message)] }}>{message}</span>
      </div>
    </>
  )
}
