/** Who the reader is and what keys the page may use: the same for managed sign-in, typed keys and practice. */

/** AWS keys as the SDK wants them; in memory only. */
export interface Keys {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  expiration?: Date
}

export interface Role {
  name: string
  /** Empty where no role is known (typed keys). */
  arn: string
  capabilities: string[]
}

export interface AuthoritySnapshot {
  /** `sign-in-required`: the session ended while the page was open; the page stays as it is until the reader signs in again. */
  status: 'signed-in' | 'sign-in-required' | 'signed-out'
  /** Name of the role in use. */
  role: string
  /** Roles this user may take; the first is the one sign-in lands on. */
  roles: Role[]
  /** Grows when other keys were given (typed anew, another practice scenario): what was made with the former ones is void. */
  generation: number
  user?: string
  /** ms since the epoch by AWS's clock; the stronger role drops then. Absent unless armed. */
  armedUntil?: number
  /** What the stronger role is kept for: it does not drop by itself. */
  heldFor?: string
  /** The stronger role that dropped by itself, until the reader has seen that. */
  lapsed?: string
}

export interface Authority {
  mode: 'cognito' | 'keys' | 'practice'
  /** The same object until something changes. */
  snapshot: () => AuthoritySnapshot
  subscribe: (listener: () => void) => () => void
  /** Keys of a role. `renew` gets new ones even if the present ones look good (AWS has called them expired). */
  keys(role: string, renew?: boolean): Promise<Keys>
  /** Takes a stronger role for 15 minutes. @throws Error when AWS refuses it. */
  arm(role: string): Promise<void>
  /** Back to the role of sign-in, with no more said of a stronger one. */
  disarm(): void
  /** Keeps the stronger role, once it is taken, beyond its 15 minutes; `undefined`: it drops when they are over. */
  hold(reason: string | undefined): void
  /** No keys can be had any more: asks for a new sign-in, the page stays. */
  sessionOver(): void
  /** Goes to the sign-in page and returns to `returnTo` (a path of this site). */
  signIn(returnTo: string): Promise<void>
  signOut(): Promise<void>
}
