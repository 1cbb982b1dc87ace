/** AWS's clock, each whole second, for what changes with time alone. */
import { useCallback, useSyncExternalStore } from 'react'
import { onSecond } from '../../../ui/ticker.ts'
import { useServerClock } from '../../../ui/time-context.ts'

/** ms since the epoch, in steps of `step` ms. */
export function useMoment(step = 1_000): number {
  const clock = useServerClock()
  return useSyncExternalStore(
    onSecond,
    useCallback(() => Math.floor(clock() / step) * step, [clock, step]),
  )
}
