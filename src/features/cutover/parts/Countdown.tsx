/** The time that is left until something, each second, in figures that never change their width. */
import { useCallback } from 'react'
import { useServerClock } from '../../../ui/time-context.ts'
import { useTick } from '../../../ui/use-tick.ts'
import './parts.css'

/** `1:04:59` above an hour, `04:59` below; `00:00` once it is over. `ms`: what is left. */
export function countdownText(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1000))
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60]
  const rest = `${String(minutes).padStart(2, '0')}:${String(seconds).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** `until` in ms since the epoch by AWS's clock. */
export function Countdown({ until }: { until: number }) {
  const clock = useServerClock()
  const text = useTick(useCallback(() => countdownText(until - clock()), [until, clock]))
  return (
    <span role="timer" aria-live="off" className="tg-figures">
      {text}
    </span>
  )
}
