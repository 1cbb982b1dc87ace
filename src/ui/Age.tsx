/** "12 s ago", ticking by itself: only this text renders again, never the table around it. */
import Box from '@cloudscape-design/components/box'
import Icon from '@cloudscape-design/components/icon'
import { useCallback, useSyncExternalStore } from 'react'
import type { Text } from '../i18n/text.ts'
import { useLocale, useText } from '../i18n/use-text.ts'
import { translate } from '../i18n/translate.ts'
import { now } from '../lib/clock.ts'
import { freshness } from './block-state.ts'
import { onSecond } from './ticker.ts'
import { useServerClock, useTimeZone } from './time-context.ts'
import { agoMessage, formatTime } from './time-format.ts'
import { useTick } from './use-tick.ts'

const words = {
  late: { en: 'Older than it should be', ko: '갱신이 늦어지고 있음' },
  old: { en: 'Out of date', ko: '오래된 데이터' },
} satisfies Record<string, Text>

/** How long ago `at` (ms since the epoch) was; the full time is in the tooltip. */
export function Ago({ at }: { at: number }) {
  const clock = useServerClock()
  const locale = useLocale()
  const zone = useTimeZone()
  const text = useTick(useCallback(() => translate(locale, agoMessage(clock() - at)), [at, clock, locale]))
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatTime(at, locale, zone === 'utc' ? 'UTC' : undefined)}
      style={{ whiteSpace: 'nowrap' }}
    >
      {text}
    </time>
  )
}

interface AgeProps {
  /** When the data were fetched, ms since the epoch by this computer's clock (as TanStack Query notes it). */
  at: number
  intervalMs?: number | undefined
  /** The last fetch failed. */
  failed?: boolean
}

/** The age of fetched data: amber over twice its interval, red over five times or when the last fetch failed. */
export function Age({ at, intervalMs, failed = false }: AgeProps) {
  const clock = useServerClock()
  const say = useText()
  const state = useSyncExternalStore(
    onSecond,
    useCallback(() => freshness(now() - at, intervalMs, failed), [at, failed, intervalMs]),
  )
  const serverAt = at + Math.round((clock() - now()) / 1000) * 1000
  if (state === 'fresh') {
    return (
      <Box variant="span" color="text-body-secondary" fontSize="body-s">
        <Ago at={serverAt} />
      </Box>
    )
  }
  return (
    <Box
      variant="span"
      color={state === 'late' ? 'text-status-warning' : 'text-status-error'}
      fontSize="body-s"
    >
      <Icon
        name={state === 'late' ? 'status-warning' : 'status-negative'}
        size="small"
        ariaLabel={say(words[state])}
      />{' '}
      <Ago at={serverAt} />
    </Box>
  )
}
