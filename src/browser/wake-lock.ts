/** Keeps the screen on, and with it the computer awake, while somebody wants that. */
import { onVisibilityChange } from './visibility.ts'

/** Browsers give it up when the tab is hidden: it is asked for again when it comes back. Returns the function that ends it. */
export function keepAwake(): () => void {
  if (typeof navigator === 'undefined' || !('wakeLock' in navigator)) return () => undefined
  let isWanted = true
  let sentinel: WakeLockSentinel | undefined
  const ask = async (): Promise<void> => {
    try {
      const given = await navigator.wakeLock.request('screen')
      if (isWanted) sentinel = given
      else await given.release()
    } catch {
      // Low battery, or the tab is hidden: the wish stays.
    }
  }
  const stopWatching = onVisibilityChange((visible) => {
    if (visible) void ask()
  })
  void ask()
  return () => {
    isWanted = false
    stopWatching()
    sentinel?.release().catch(() => undefined)
  }
}
