/** Whether this tab can be seen, and for how long it could not. Works without a document (tests, Node): always visible. */
import { now } from '../lib/clock.ts'

let hiddenSince: number | undefined

const hasDocument = typeof document !== 'undefined'

/** Milliseconds this tab has been hidden; 0 when it is visible. */
export function hiddenFor(): number {
  return hiddenSince === undefined ? 0 : now() - hiddenSince
}

/**
 * Tells about each change: `asleep` is how long the tab was hidden (ms) when it comes back, 0 when it goes.
 * Returns the function that stops it.
 */
export function onVisibilityChange(tell: (visible: boolean, asleep: number) => void): () => void {
  if (!hasDocument) return () => undefined
  const changed = (): void => {
    const visible = document.visibilityState !== 'hidden'
    const asleep = visible ? hiddenFor() : 0
    hiddenSince = visible ? undefined : (hiddenSince ?? now())
    tell(visible, asleep)
  }
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
