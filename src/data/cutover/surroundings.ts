/** Who is signed in, whether there is a network, and whether AWS asks for less: what decides whether a cutover may write. */
import { onlineManager } from '@tanstack/react-query'
import type { Authority, AuthoritySnapshot, Keys } from '../../auth/authority.ts'
import type { Aws } from '../../aws/context.ts'
import type { SessionReport } from '../../aws/cutover/fact-context.ts'
import type { Surroundings } from './host.ts'

/** ms for which a throttled call slows everything else down; see aws/limiter.ts. */
const throttledFor = 60_000

export interface SurroundingsPorts {
  authority: Authority
  /** Role whose keys the cutover uses, and the context that they are used in. */
  aws: () => Aws
  now: () => number
}

export function surroundingsOf({ authority, aws, now }: SurroundingsPorts): Surroundings {
  const keys = (renew?: boolean): Promise<Keys> => authority.keys(aws().role, renew)
  return {
    get: () => ({
      signedIn: isReady(authority.snapshot()),
      online: onlineManager.isOnline(),
      throttledUntil: aws().limiter.isSlowed() ? now() + throttledFor : 0,
    }),
    subscribe: (listener) => {
      const stops = [
        authority.subscribe(listener),
        onlineManager.subscribe(listener),
        aws().limiter.subscribe(listener),
      ]
      return () => stops.forEach((stop) => stop())
    },
    keysUntil: async () => endOf(await keys()),
    session: async (): Promise<SessionReport> => {
      try {
        // Typed keys cannot be renewed, and asking for it throws them away.
        const expiresAt = endOf(await keys(authority.mode === 'cognito'))
        return { renewable: true, ...(Number.isFinite(expiresAt) && { expiresAt }) }
      } catch {
        return { renewable: false }
      }
    },
  }
}

/** Signed in with a role that may cut over. Where none is offered that may, AWS itself says no, and what to hand to somebody else. */
function isReady({ status, role, roles }: AuthoritySnapshot): boolean {
  const able = roles.filter(({ capabilities }) =>
    capabilities.some((one) => one === 'cutover' || one === '*'),
  )
  return status === 'signed-in' && (able.length === 0 || able.some(({ name }) => name === role))
}

/** Keys without an end last. */
function endOf({ expiration }: Keys): number {
  return expiration?.getTime() ?? Number.POSITIVE_INFINITY
}
