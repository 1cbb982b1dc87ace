/** Lets the frame of a page wait with its own calls until the rows inside it are on the screen. */
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'

interface FirstRows {
  shown: boolean
  show: () => void
}

const FirstRowsContext = createContext<FirstRows>({ shown: true, show: () => undefined })

/** `children` may call `useFirstRowsShown` (to wait) and `useShowFirstRows` (to report). */
export function FirstRowsProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false)
  const value = useMemo(() => ({ shown, show: () => setShown(true) }), [shown])
  return <FirstRowsContext value={value}>{children}</FirstRowsContext>
}

/** True once the first rows were painted, or where nothing reports any. */
export function useFirstRowsShown(): boolean {
  return use(FirstRowsContext).shown
}

/** Reports the first rows one frame after `ready` turned true (rows, or the reason why there are none). */
export function useShowFirstRows(ready: boolean): void {
  const { shown, show } = use(FirstRowsContext)
  useEffect(() => {
    if (!ready || shown) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(show)
    })
    // A hidden tab paints nothing and runs no frame callbacks.
    const fallback = setTimeout(show, 1000)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      clearTimeout(fallback)
    }
  }, [ready, shown, show])
}
