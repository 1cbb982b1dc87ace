/** Leaves what is large and not looked at first for when the browser has nothing else to do. */
import { startTransition, useEffect, useState } from 'react'

/** ms that a busy browser may put it off. */
const patience = 1_000

/** False until the browser was idle with `isReady` true, or `atLatest` ms went by; then true for good. */
export function useWhenIdle(isReady: boolean, atLatest: number): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (isIdle) return undefined
    const go = (): void => startTransition(() => setIdle(true))
    const timer = setTimeout(go, atLatest)
    if (!isReady) return () => clearTimeout(timer)
    const canAsk = 'requestIdleCallback' in window
    const asked = canAsk ? requestIdleCallback(go, { timeout: patience }) : setTimeout(go)
    return () => {
      clearTimeout(timer)
      if (canAsk) cancelIdleCallback(asked)
      else clearTimeout(asked)
    }
  }, [isIdle, isReady, atLatest])
  return isIdle
}
