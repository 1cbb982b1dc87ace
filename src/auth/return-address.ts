/** The address that the managed login sends the browser back to, and whether it is worth asking it silently. Small: it is read before anything else is loaded. */
import { type PendingSignIn, safeReturn, takeSignIn } from './pending-sign-in.ts'

/** Set while this browser has a session of the managed login to return to. Says nothing about whose it is. */
const marker = 'tidegate.signed-in'

/** A return from the managed login, with what was remembered for it. */
export interface Returned {
  /** As the managed login sent it, code or error included. */
  url: URL
  /** Absent when this tab did not start it, or when it took longer than 10 minutes. */
  pending: PendingSignIn | undefined
}

/**
 * Reads the return address and puts the page's own in its place, so that the code leaves the address bar and the history
 * before any other code looks at them. Undefined when this is no return. `now`: ms since the epoch.
 */
export function takeReturn(now: number): Returned | undefined {
  const url = new URL(window.location.href)
  if (url.pathname !== '/signed-in') return undefined
  const pending = takeSignIn(sessionStorage, now)
  history.replaceState(null, '', safeReturn(pending?.returnTo ?? '/', url.origin))
  return url.searchParams.has('code') || url.searchParams.has('error') ? { url, pending } : undefined
}

export function expectSession(): void {
  localStorage.setItem(marker, '1')
}

/** No silent attempt until the next sign-in: the guard against going back and forth for ever. */
export function forgetSession(): void {
  localStorage.removeItem(marker)
}

export function expectsSession(): boolean {
  return localStorage.getItem(marker) !== null
}
