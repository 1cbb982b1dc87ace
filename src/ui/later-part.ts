/** Parts of a page whose code comes after the first rows. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** ms between attempts at code that did not come; going online ends the wait. */
const again = 10_000

/**
 * A component that is loaded when it is first drawn. While its code cannot be had (no network, a newer deployment), what stands
 * in its place stays: a missing extra must never take the page with it.
 */
export function laterPart<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await persistently(load, whenOnlineAgain) }))
}

/** Loads until it succeeds. `pause` comes between attempts. */
export async function persistently<T>(load: () => Promise<T>, pause: () => Promise<void>): Promise<T> {
  for (;;) {
    const loaded = await load().then(
      (value) => ({ value }),
      () => undefined,
    )
    if (loaded) return loaded.value
    await pause()
  }
}

function whenOnlineAgain(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, again)
    addEventListener('online', () => resolve(), { once: true })
  })
}
