/** What must survive the trip to the sign-in page and back: one record under one key of sessionStorage, gone on return. */
import type { AuthorizationServer } from 'oauth4webapi'

const key = 'tidegate.sign-in'
/** Milliseconds after which a return is refused: long enough for a second factor, short enough for a forgotten tab. */
const lifetime = 10 * 60_000

export interface PendingSignIn {
  verifier: string
  state: string
  nonce: string
  /** Path, query and fragment of this site. */
  returnTo: string
  createdAt: number
  /** Asked for no more than an existing session (`prompt=none`). */
  silent: boolean
  /** The discovery document, so that the return need not fetch it again. */
  server: AuthorizationServer
}

export type SessionStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function rememberSignIn(store: SessionStore, pending: PendingSignIn): void {
  store.setItem(key, JSON.stringify(pending))
}

/** Reads and deletes the record. Undefined when there is none, or when it is older than 10 minutes at `now` (ms). */
export function takeSignIn(store: SessionStore, now: number): PendingSignIn | undefined {
  const text = store.getItem(key)
  store.removeItem(key)
  if (!text) return undefined
  const pending = JSON.parse(text) as PendingSignIn
  const age = now - pending.createdAt
  return age >= 0 && age <= lifetime ? pending : undefined
}

/** A path of this site, or `/`: a link must not carry the reader (and what follows the sign-in) to another site. */
export function safeReturn(returnTo: string, origin: string): string {
  try {
    const url = new URL(returnTo, origin)
    if (url.origin !== origin || url.pathname === '/signed-in' || url.pathname === '/sign-in') return '/'
    return `${url.pathname}${url.search}${url.hash}`
  } catch {
    return '/'
  }
}
