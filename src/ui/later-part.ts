/** Parts of a page whose code comes after the first rows. */
import { type ComponentType, createElement, type JSX, lazy, type ReactNode, useState } from 'react'

/** ms between attempts at code that did not come; going online ends the wait. */
const again = 10_000

/** A part, and a way to have its code before it is drawn. */
export type LaterPart<Props> = ((props: Props & JSX.IntrinsicAttributes) => ReactNode) & {
  /** Loads the code once. A failure is not told: whoever draws the part tries again. */
  fetch: () => Promise<void>
}

/**
 * A component that is loaded when it is first drawn. While its code cannot be had (no network, a newer deployment), what stands
 * in its place stays: a missing extra must never take the page with it. Where the code is there already, it is drawn at once:
 * React keeps whatever stands in a place for a third of a second.
 */
export function laterPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let loaded: ComponentType<Props> | undefined
  const loadOnce = async (): Promise<ComponentType<Props>> => (loaded ??= await load())
  const Lazy = lazy(async () => ({ default: await persistently(loadOnce, whenOnlineAgain) }))
  function Part(props: Props): ReactNode {
    // What was chosen first stays: another component in this place would begin anew.
    const [Chosen] = useState<ComponentType<Props>>(() => loaded ?? Lazy)
    return createElement(Chosen, props)
  }
  const fetch = (): Promise<void> =>
    loadOnce().then(
      () => undefined,
      () => undefined,
    )
  return Object.assign(Part, { fetch })
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
