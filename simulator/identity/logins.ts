/** What a `Logins` map proves to an identity pool. Codes and words are Cognito Identity's. */
import { AwsError } from '../operation.ts'
import type { IdentityPoolRecord } from '../world/identity-tables.ts'
import { type Claims, verifyToken } from './json-web-token.ts'

/** A verified ID token of the pool's user pool. */
export interface Login {
  sub: string
  /** ARNs, the preferred role first. */
  roles: string[]
}

/**
 * Verifies the ID token meant for this pool. The provider is named by the token's issuer without `https://`, or as AWS
 * names the user pool. `now` in ms since the epoch.
 * @throws AwsError NotAuthorizedException
 */
export async function verifyLogins(
  pool: IdentityPoolRecord,
  logins: Record<string, string> | undefined,
  now: number,
): Promise<Login> {
  const entries = Object.entries(logins ?? {})
  if (entries.length === 0) throw denied('Unauthenticated access is not supported for this identity pool.')
  const entry = entries.find(([provider]) => provider.endsWith(`/${pool.userPoolId}`))
  if (!entry) throw denied('Token is not from a supported provider of this identity pool.')
  const [provider, token] = entry
  const claims = await verifyToken(token, now)
  if (claims === 'expired') throw denied('Invalid login token. Token expired')
  if (claims === 'signature') throw denied('Invalid login token. Token signature invalid.')
  if (claims === 'malformed') throw denied('Invalid login token. Not a valid OpenId Connect identity token.')
  checkClaims(pool, provider, claims)
  return { sub: text(claims.sub), roles: texts(claims['cognito:roles']) }
}

function checkClaims(pool: IdentityPoolRecord, provider: string, claims: Claims): void {
  const issuer = text(claims.iss).replace(/^https?:\/\//, '')
  const asAws = `cognito-idp.${pool.region}.amazonaws.com/${pool.userPoolId}`
  if (!issuer.endsWith(`/${pool.userPoolId}`) || (provider !== issuer && provider !== asAws))
    throw denied("Invalid login token. Issuer doesn't match providerName")
  if (claims.token_use !== 'id')
    throw denied('Invalid login token. Not a valid OpenId Connect identity token.')
  if (claims.aud !== pool.clientId) throw denied('Invalid login token. Incorrect token audience.')
}

/** Cognito Identity's one code for whatever it does not grant. */
export function denied(message: string): AwsError {
  return new AwsError('NotAuthorizedException', message)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : []
}
