/** Lets the rows reach the screen before anything heavier is mounted. */
import { useEffect, useState } from 'react'

/** False until a frame with `ready` true has been painted, then true for good. */
export function useAfterPaint(ready: boolean): boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    if (!ready || painted) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    // The callback runs before the frame is painted; the timer after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true))
    })
    // A hidden tab paints nothing and runs no frame callbacks.
    const fallback = setTimeout(() => setPainted(true), 1000)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      clearTimeout(fallback)
    }
  }, [ready, painted])
  return painted
}
