/** Leaving: revocation of a refresh token, and the logout page that ends the browser's session. */
import type { WireResponse } from '../../protocol/wire.ts'
import { journal } from '../../world/journal.ts'
import { own } from '../own.ts'
import { errorPage } from '../pages/error-page.ts'
import { empty, openToScripts, redirect, tokenError } from './answers.ts'
import { isListed, languageOf } from './authorization-request.ts'
import { type PoolRequest, formOf } from './pool-request.ts'
import { closeSession, sessionUser } from './session.ts'

/** POST /oauth2/revoke (RFC 7009): an unknown token is no error. Keys already handed out stay good until they expire. */
export function revokeEndpoint({ request, world, pool }: PoolRequest): WireResponse {
  const form = formOf(request)
  const client = own(pool.clients, form.get('client_id'))
  if (!form.get('token')) return tokenError('invalid_request')
  if (!client) return tokenError('invalid_client')
  const token = own(world.identity.refreshTokens, form.get('token'))
  if (token && token.userPoolId === pool.id && token.clientId === client.clientId) {
    token.revokedAt ??= world.now
    journal(world, { type: 'effect', name: 'token-revoked', region: pool.region, subject: token.username })
  }
  return empty(200, openToScripts)
}

/** GET /logout: back to `logout_uri` without a session. */
export function logoutEndpoint(asked: PoolRequest): WireResponse {
  const { request, world, pool } = asked
  const client = own(pool.clients, request.query.get('client_id'))
  const logoutUri = request.query.get('logout_uri') ?? ''
  if (!client) return errorPage(languageOf(request.query), 'invalid_client')
  if (!isListed(client.logoutUris, logoutUri))
    return errorPage(languageOf(request.query), 'redirect_mismatch')
  const user = sessionUser(asked)
  if (user)
    journal(world, { type: 'effect', name: 'signed-out', region: pool.region, subject: user.username })
  return redirect(logoutUri, closeSession(asked))
}
