/** One timer for every age and every moving time range on the page. It stands still in a tab that nobody sees, lest moving ranges go on asking AWS there. */
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** Calls `listener` each second until the returned function is called; made for `useSyncExternalStore`. */
export function onSecond(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    if (document.visibilityState === 'hidden') return
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
