/** What a user pool publishes about itself: the OpenID configuration and its keys. */
import { issuerOf, loginDomainOf } from '../../control/console-config.ts'
import type { WireResponse } from '../../protocol/wire.ts'
import { publicKeys } from '../json-web-token.ts'
import { json } from './answers.ts'
import type { PoolRequest } from './pool-request.ts'

/** GET /<pool id>/.well-known/openid-configuration, with the members that Cognito's has. */
export function discoveryEndpoint({ origin, pool }: PoolRequest): WireResponse {
  const issuer = issuerOf(origin, pool.id)
  const login = loginDomainOf(origin, pool.id)
  return json(200, {
    authorization_endpoint: `${login}/oauth2/authorize`,
    end_session_endpoint: `${login}/logout`,
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code'],
    revocation_endpoint: `${login}/oauth2/revoke`,
    scopes_supported: ['openid', 'email', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint: `${login}/oauth2/token`,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
  })
}

/** GET /<pool id>/.well-known/jwks.json. */
export async function keysEndpoint(): Promise<WireResponse> {
  return json(200, await publicKeys(), { 'cache-control': 'public, max-age=3600' })
}
