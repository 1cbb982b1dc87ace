/** AWS's clock, each whole second, for what changes with time alone. */
import { useCallback } from 'react'
import { useServerClock } from '../../../ui/time-context.ts'
import { useTick } from '../../../ui/use-tick.ts'

/** ms since the epoch, in steps of `step` ms. */
export function useMoment(step = 1_000): number {
  const clock = useServerClock()
  return useTick(useCallback(() => Math.floor(clock() / step) * step, [clock, step]))
}
