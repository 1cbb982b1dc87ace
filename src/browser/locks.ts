/** Which tab leads: a Web Lock that is held as long as it is wanted, queued for while another tab has it, and stolen when a person says so. */
import { Store } from '../lib/store.ts'

export interface Leadership {
  /** True while this tab leads. */
  get(): boolean
  subscribe(listener: () => void): () => void
  /** Takes it from whichever tab has it; that tab hears of it at once. */
  steal(): void
  release(): void
}

/** As much of `navigator.locks` as is used. */
export interface Locks {
  request(name: string, options: LockOptions, work: () => Promise<void> | undefined): Promise<unknown>
}

/** Without Web Locks (insecure origins, Node) every tab leads: what it writes is fenced off in other ways. */
export function lead(name: string, locks: Locks | undefined = browserLocks()): Leadership {
  if (!locks) return alone()
  const held = new Store(false)
  let queue = new AbortController()
  let letGo: (() => void) | undefined
  let isReleased = false

  const hold = (): Promise<void> | undefined => {
    if (isReleased) return undefined
    held.set(true)
    return new Promise<void>((resolve) => {
      letGo = resolve
    })
  }
  const request = (options: LockOptions): void => {
    const mine = queue
    locks.request(name, options, hold).catch(() => {
      // Stolen, or no longer queued for because this tab steals it itself.
      if (mine !== queue || isReleased) return
      held.set(false)
      wait()
    })
  }
  const wait = (): void => {
    queue = new AbortController()
    request({ signal: queue.signal })
  }
  wait()
  return {
    get: held.get,
    subscribe: held.subscribe,
    steal() {
      if (held.get() || isReleased) return
      const before = queue
      queue = new AbortController()
      before.abort()
      request({ steal: true })
    },
    release() {
      if (isReleased) return
      isReleased = true
      queue.abort()
      letGo?.()
      held.set(false)
    },
  }
}

/** Resolves once this tab leads: a lock that is free is given a moment later. */
export function whenLeading(leadership: Leadership, signal: AbortSignal): Promise<void> {
  if (leadership.get()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = leadership.subscribe(() => {
      if (!leadership.get()) return
      stop()
      resolve()
    })
    signal.addEventListener('abort', stop, { once: true })
  })
}

function browserLocks(): Locks | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks
}

function alone(): Leadership {
  const held = new Store(true)
  return {
    get: held.get,
    subscribe: held.subscribe,
    steal: () => undefined,
    release: () => held.set(false),
  }
}
