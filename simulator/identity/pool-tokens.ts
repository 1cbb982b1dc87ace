/** The tokens of a user pool: what they claim, and how long they hold. All times follow world time. */
import type { UserPoolRecord, UserRecord } from '../world/identity-tables.ts'
import type { World } from '../world/world.ts'
import { signToken } from './json-web-token.ts'
import { identityUuid, opaque } from './random-text.ts'

/** Validity of ID and access tokens: seconds, and of refresh tokens: ms (30 days, Cognito's defaults). */
export const tokenSeconds = 3600
const refreshTokenMs = 30 * 86_400_000

export interface TokenGrant {
  pool: UserPoolRecord
  /** `<origin>/<pool id>`. */
  issuer: string
  clientId: string
  user: UserRecord
  scope: string
  /** ms since the epoch of the sign-in, or of the refresh: Cognito renews `auth_time` with each refreshed ID token. */
  authTime: number
  /** When the refresh token ends, ms since the epoch: a rotated one ends when the first would have. Default: in 30 days. */
  refreshUntil?: number
  /** Only on the token of the sign-in that sent it. */
  nonce?: string
}

export interface TokenSet {
  id_token: string
  access_token: string
  refresh_token: string
  expires_in: number
  token_type: 'Bearer'
}

/** Makes an ID, an access and a refresh token, and remembers the latter. */
export async function issueTokens(world: World, grant: TokenGrant): Promise<TokenSet> {
  const { pool, user, clientId } = grant
  const shared = {
    sub: user.sub,
    'cognito:groups': groupsOf(pool, user),
    iss: grant.issuer,
    origin_jti: identityUuid(world),
    event_id: identityUuid(world),
    auth_time: Math.floor(grant.authTime / 1000),
    exp: Math.floor(world.now / 1000) + tokenSeconds,
    iat: Math.floor(world.now / 1000),
  }
  const roles = rolesOf(pool, user)
  const idClaims = {
    ...shared,
    aud: clientId,
    token_use: 'id',
    'cognito:username': user.username,
    'cognito:roles': roles,
    'cognito:preferred_role': roles[0],
    email: user.email,
    email_verified: true,
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
    jti: identityUuid(world),
  }
  const accessClaims = {
    ...shared,
    client_id: clientId,
    token_use: 'access',
    username: user.username,
    scope: grant.scope,
    version: 2,
    jti: identityUuid(world),
  }
  const refreshToken = opaque(world, 260)
  world.identity.refreshTokens[refreshToken] = {
    userPoolId: pool.id,
    clientId,
    username: user.username,
    authTime: grant.authTime,
    scope: grant.scope,
    expiresAt: grant.refreshUntil ?? world.now + refreshTokenMs,
  }
  return {
    id_token: await signToken(idClaims),
    access_token: await signToken(accessClaims),
    refresh_token: refreshToken,
    expires_in: tokenSeconds,
    token_type: 'Bearer',
  }
}

/** Groups of a user, the lowest precedence first. */
function groupsOf(pool: UserPoolRecord, user: UserRecord): string[] {
  const precedence = (name: string): number => pool.groups[name]?.precedence ?? Infinity
  return user.groups.toSorted((a, b) => precedence(a) - precedence(b))
}

/** ARNs of the roles of a user's groups; the first is the preferred one. */
function rolesOf(pool: UserPoolRecord, user: UserRecord): string[] {
  return groupsOf(pool, user).flatMap((name) => pool.groups[name]?.roleArn ?? [])
}
