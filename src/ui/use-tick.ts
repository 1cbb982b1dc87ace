/** What follows from the clock alone, read once a second. */
import { useEffect, useState } from 'react'
import { onSecond } from './ticker.ts'

/**
 * What `read` gave at the last second, or when it became another function. In between it stays: the time of a simulated AWS may pass
 * so fast that every look at the clock shows another, and a page that looks each time that it is drawn is never done.
 */
export function useTick<Value extends string | number>(read: () => Value): Value {
  const [seen, setSeen] = useState(() => ({ read, value: read() }))
  useEffect(
    () =>
      onSecond(() => {
        const value = read()
        setSeen((before) => (before.read === read && before.value === value ? before : { read, value }))
      }),
    [read],
  )
  if (seen.read === read) return seen.value
  const next = { read, value: read() }
  setSeen(next)
  return next.value
}
