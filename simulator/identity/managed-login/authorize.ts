/** The authorization endpoint and the sign-in form: both end in one redirect with a code. */
import { loginDomainOf } from '../../control/console-config.ts'
import type { WireResponse } from '../../protocol/wire.ts'
import type { UserRecord } from '../../world/identity-tables.ts'
import { journal } from '../../world/journal.ts'
import { errorPage } from '../pages/error-page.ts'
import { loginPage } from '../pages/login-page.ts'
import { own } from '../own.ts'
import { identityUuid } from '../random-text.ts'
import { redirect, withParameters } from './answers.ts'
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request.ts'
import { type PoolRequest, formOf } from './pool-request.ts'
import { openSession, sessionUser } from './session.ts'

/** Codes are good for five minutes of world time, once. */
const codeMs = 5 * 60_000

/** GET /oauth2/authorize: straight back with a code when the browser has a session, else on to the form. */
export function authorizeEndpoint(asked: PoolRequest): WireResponse {
  const { query } = asked.request
  const { request, problem } = readAuthorizationRequest(asked.pool, query)
  if (problem?.show === 'page') return errorPage(request.language, problem.error)
  if (problem) return sendError(request, problem.error, problem.description)
  const user = request.prompt === 'login' ? undefined : sessionUser(asked)
  if (user) return redirect(withCode(asked, request, user))
  if (request.prompt === 'none') return sendError(request, 'login_required', 'Login required')
  return redirect(`${loginDomainOf(asked.origin, asked.pool.id)}/login?${query.toString()}`)
}

/** GET and POST /login: the form, and what was typed into it. */
export function loginEndpoint(asked: PoolRequest): WireResponse {
  const { request: wire, pool } = asked
  const { request, problem } = readAuthorizationRequest(pool, wire.query)
  if (problem) return errorPage(request.language, problem.error)
  const form = {
    language: request.language,
    action: `${loginDomainOf(asked.origin, pool.id)}/login?${wire.query.toString()}`,
    users: Object.keys(pool.users),
    returnTo: request.redirectUri,
  }
  if (wire.method !== 'POST') return loginPage(form)
  const typed = formOf(wire)
  const username = typed.get('username') ?? ''
  const user = own(pool.users, username)
  if (!user || user.password !== typed.get('password')) return loginPage({ ...form, wrong: { username } })
  journal(asked.world, { type: 'effect', name: 'signed-in', region: pool.region, subject: username })
  const cookie = openSession(asked, username)
  return redirect(withCode(asked, request, user), cookie)
}

function withCode({ world, pool }: PoolRequest, request: AuthorizationRequest, user: UserRecord): string {
  const code = identityUuid(world)
  world.identity.authorizationCodes[code] = {
    userPoolId: pool.id,
    clientId: request.clientId,
    username: user.username,
    redirectUri: request.redirectUri,
    scope: request.scope,
    codeChallenge: request.codeChallenge,
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    expiresAt: world.now + codeMs,
    used: false,
  }
  return withParameters(request.redirectUri, { code, state: request.state })
}

function sendError(request: AuthorizationRequest, error: string, description: string): WireResponse {
  return redirect(
    withParameters(request.redirectUri, { error, error_description: description, state: request.state }),
  )
}
