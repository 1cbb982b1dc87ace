/** The token endpoint: a code and its PKCE verifier, or a refresh token, for a new set of tokens. */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { issuerOf } from '../../control/console-config.ts'
import type { WireResponse } from '../../protocol/wire.ts'
import type { AuthorizationCodeRecord } from '../../world/identity-tables.ts'
import { journal } from '../../world/journal.ts'
import { toBase64url } from '../base64url.ts'
import { own } from '../own.ts'
import { type TokenGrant, issueTokens } from '../pool-tokens.ts'
import { json, tokenError } from './answers.ts'
import { type PoolRequest, formOf } from './pool-request.ts'

/** POST /oauth2/token. */
export async function tokenEndpoint(asked: PoolRequest): Promise<WireResponse> {
  const form = formOf(asked.request)
  const clientId = form.get('client_id') ?? ''
  if (!own(asked.pool.clients, clientId)) return tokenError('invalid_client')
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return exchangeCode(asked, clientId, form)
    case 'refresh_token':
      return refresh(asked, clientId, form)
    case null:
      return tokenError('invalid_request')
    default:
      return tokenError('unsupported_grant_type')
  }
}

async function exchangeCode(
  asked: PoolRequest,
  clientId: string,
  form: URLSearchParams,
): Promise<WireResponse> {
  const { world, pool } = asked
  const missing = ['code', 'redirect_uri', 'code_verifier'].some((name) => !form.get(name))
  if (missing) return tokenError('invalid_request')
  const code = own(world.identity.authorizationCodes, form.get('code'))
  if (!code || code.used || code.userPoolId !== pool.id) return tokenError('invalid_grant')
  // Whoever presents a code, rightly or not, uses it up.
  code.used = true
  const user = own(pool.users, code.username)
  if (!user || code.expiresAt <= world.now || !belongs(code, clientId, form))
    return tokenError('invalid_grant')
  return answer(asked, {
    clientId,
    user,
    scope: code.scope,
    authTime: world.now,
    ...(code.nonce === undefined ? {} : { nonce: code.nonce }),
  })
}

/** Whether a code was given to this client, for this address, and to who knows the secret behind the PKCE challenge. */
function belongs(code: AuthorizationCodeRecord, clientId: string, form: URLSearchParams): boolean {
  const challenge = toBase64url(sha256(utf8ToBytes(form.get('code_verifier') ?? '')))
  return (
    code.clientId === clientId &&
    code.redirectUri === form.get('redirect_uri') &&
    code.codeChallenge === challenge
  )
}

/** Rotation is on: the token that was used dies at once. */
async function refresh(asked: PoolRequest, clientId: string, form: URLSearchParams): Promise<WireResponse> {
  const { world, pool } = asked
  const token = own(world.identity.refreshTokens, form.get('refresh_token'))
  if (!token || token.userPoolId !== pool.id || token.clientId !== clientId)
    return tokenError('invalid_grant', 'Invalid Refresh Token')
  if (token.revokedAt !== undefined) return tokenError('invalid_grant', 'Refresh Token has been revoked')
  if (token.expiresAt <= world.now) return tokenError('invalid_grant', 'Refresh Token has expired')
  const user = own(pool.users, token.username)
  if (!user) return tokenError('invalid_grant', 'User does not exist')
  token.revokedAt = world.now
  journal(world, {
    type: 'effect',
    name: 'tokens-refreshed',
    region: pool.region,
    subject: user.username,
  })
  return answer(asked, {
    clientId,
    user,
    scope: token.scope,
    authTime: world.now,
    refreshUntil: token.expiresAt,
  })
}

async function answer(
  { world, pool, origin }: PoolRequest,
  grant: Omit<TokenGrant, 'pool' | 'issuer'>,
): Promise<WireResponse> {
  const tokens = await issueTokens(world, { ...grant, pool, issuer: issuerOf(origin, pool.id) })
  return json(200, tokens, { 'cache-control': 'no-store' })
}
