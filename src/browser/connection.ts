/** Whether there is a network, and whether our own site can be reached: what tells "offline" from "blocked". */

/** ms for our own site to answer. */
const patience = 5_000

/** False when the browser knows that it has no network; true also where nothing is known. */
export function isOnline(): boolean {
  return typeof navigator === 'undefined' || !('onLine' in navigator) || navigator.onLine
}

/** True when our own site answers; whatever it answers. */
export async function reachesOwnOrigin(): Promise<boolean> {
  const signal = AbortSignal.timeout(patience)
  await fetch('/config.json', { method: 'HEAD', cache: 'no-store', signal })
  return true
}
