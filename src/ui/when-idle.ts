/** Leaves what is large and not looked at first for when the browser has nothing else to do. */
import { startTransition, useEffect, useState } from 'react'

/** Runs when the browser has nothing else to do, or after `atLatest` ms. @returns what calls it off */
export function whenIdle(run: () => void, atLatest: number): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(run, { timeout: atLatest })
    return () => cancelIdleCallback(asked)
  }
  // This browser cannot say: by then the page has drawn what it had.
  const timer = setTimeout(run, atLatest / 3)
  return () => clearTimeout(timer)
}

/** ms that a busy browser may put it off. */
const patience = 1_000

/** False until the browser was idle with `isReady` true, or `atLatest` ms went by; then true for good. */
export function useWhenIdle(isReady: boolean, atLatest: number): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (isIdle) return undefined
    const go = (): void => startTransition(() => setIdle(true))
    const timer = setTimeout(go, atLatest)
    const callOff = isReady ? whenIdle(go, patience) : undefined
    return () => {
      clearTimeout(timer)
      callOff?.()
    }
  }, [isIdle, isReady, atLatest])
  return isIdle
}
