/** The browser's session with one user pool: a cookie that only the pool's own pages receive. */
import type { UserRecord } from '../../world/identity-tables.ts'
import { own } from '../own.ts'
import { opaque } from '../random-text.ts'
import type { PoolRequest } from './pool-request.ts'

const cookieName = 'cognito'
/** Cognito's managed-login session lasts an hour, which cannot be configured. */
const sessionMs = 3_600_000

/** The signed-in user of this browser, if the session still holds by world time. */
export function sessionUser({ request, world, pool }: PoolRequest): UserRecord | undefined {
  const session = own(world.identity.loginSessions, cookieOf(request.headers.cookie))
  if (!session || session.userPoolId !== pool.id || session.expiresAt <= world.now) return undefined
  return own(pool.users, session.username)
}

/** Opens a session. Returns the Set-Cookie value. */
export function openSession({ world, pool }: PoolRequest, username: string): string {
  const value = opaque(world, 43)
  world.identity.loginSessions[value] = {
    userPoolId: pool.id,
    username,
    expiresAt: world.now + sessionMs,
  }
  return `${cookieName}=${value}; ${attributes(pool.id)}; Max-Age=${sessionMs / 1000}`
}

/** Ends the session. Returns the Set-Cookie value that makes the browser forget it. */
export function closeSession({ request, world, pool }: PoolRequest): string {
  delete world.identity.loginSessions[cookieOf(request.headers.cookie) ?? '']
  return `${cookieName}=; ${attributes(pool.id)}; Max-Age=0`
}

/** The path keeps the sessions of pools on one simulator apart. */
function attributes(userPoolId: string): string {
  return `Path=/_login/${userPoolId}; HttpOnly; SameSite=Lax`
}

function cookieOf(header: string | undefined): string | undefined {
  return header
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1)
}
