/** The sign-in protocol: authorization code with PKCE, by the certified functions of oauth4webapi. */
import * as oauth from 'oauth4webapi'
import type { CognitoConfig } from '../config/schema.ts'
import type { PendingSignIn } from './pending-sign-in.ts'
import { SignInRequired } from './sign-in-required.ts'

export interface Tokens {
  idToken: string
  accessToken: string
  /** Absent where the client is not allowed any. */
  refreshToken?: string
  /** Of the ID token; ms since the epoch by the server's clock. */
  expiresAt: number
  subject: string
  /** What to call the user. */
  user: string
  /** ARNs of the roles the user's groups map to. */
  roleArns: string[]
}

/** Where the protocol meets the outside. `clockOffset`: ms to add to this computer's clock to get the server's. */
export interface ProtocolPorts {
  fetch: typeof fetch
  clockOffset: () => number
}

/** Fetches the discovery document of the issuer. */
export async function discover(
  config: CognitoConfig,
  ports: ProtocolPorts,
): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(config.issuer)
  const response = await oauth.discoveryRequest(issuer, requestOptions(config, ports))
  return oauth.processDiscoveryResponse(issuer, response)
}

export interface AuthorizationRequest {
  server: oauth.AuthorizationServer
  returnTo: string
  silent: boolean
  redirectUri: string
  locale: string
  now: number
}

/** Address of the sign-in page, and what to remember until the return. */
export async function authorization(
  config: CognitoConfig,
  request: AuthorizationRequest,
): Promise<{ url: string; pending: PendingSignIn }> {
  const pending: PendingSignIn = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    returnTo: request.returnTo,
    createdAt: request.now,
    silent: request.silent,
    server: request.server,
  }
  const url = new URL(request.server.authorization_endpoint ?? `${config.loginDomain}/oauth2/authorize`)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: request.redirectUri,
    scope: 'openid',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(request.locale === 'ko' && { lang: 'ko' }),
    ...(request.silent && { prompt: 'none' }),
  }).toString()
  return { url: url.href, pending }
}

/** Turns the return address into tokens. @throws SignInRequired when there is no session to return to silently. */
export async function exchange(
  config: CognitoConfig,
  returned: { url: URL; pending: PendingSignIn; redirectUri: string },
  ports: ProtocolPorts,
): Promise<Tokens> {
  const { pending } = returned
  const client = clientOf(config, ports)
  try {
    const parameters = oauth.validateAuthResponse(pending.server, client, returned.url, pending.state)
    const response = await oauth.authorizationCodeGrantRequest(
      pending.server,
      client,
      oauth.None(),
      parameters,
      returned.redirectUri,
      pending.verifier,
      requestOptions(config, ports),
    )
    const answer = await oauth.processAuthorizationCodeResponse(pending.server, client, response, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    })
    return tokensOf(answer)
  } catch (error) {
    throw translated(error)
  }
}

/** New tokens for a refresh token. The answer may rotate it. @throws SignInRequired on `invalid_grant`. */
export async function refresh(
  config: CognitoConfig,
  server: oauth.AuthorizationServer,
  tokens: Tokens,
  ports: ProtocolPorts,
): Promise<Tokens> {
  if (!tokens.refreshToken) throw new SignInRequired('There is no refresh token')
  const client = clientOf(config, ports)
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      tokens.refreshToken,
      requestOptions(config, ports),
    )
    const fresh = tokensOf(await oauth.processRefreshTokenResponse(server, client, response))
    if (fresh.subject !== tokens.subject) throw new SignInRequired('The tokens belong to another user')
    return { ...fresh, refreshToken: fresh.refreshToken ?? tokens.refreshToken }
  } catch (error) {
    throw translated(error)
  }
}

/** Revokes the refresh token. Best effort: signing out goes on without it. */
export async function revoke(
  config: CognitoConfig,
  server: oauth.AuthorizationServer,
  refreshToken: string,
  ports: ProtocolPorts,
): Promise<void> {
  if (!server.revocation_endpoint) return
  const options = requestOptions(config, ports)
  await oauth.revocationRequest(server, clientOf(config, ports), oauth.None(), refreshToken, options)
}

/** Where the managed login ends its own session and comes back to `logoutUri`. */
export function logoutUrl(config: CognitoConfig, logoutUri: string): string {
  const url = new URL(`${config.loginDomain.replace(/\/$/, '')}/logout`)
  url.search = new URLSearchParams({ client_id: config.clientId, logout_uri: logoutUri }).toString()
  return url.href
}

function clientOf(config: CognitoConfig, ports: ProtocolPorts): oauth.Client {
  return {
    client_id: config.clientId,
    [oauth.clockSkew]: Math.round(ports.clockOffset() / 1000),
    [oauth.clockTolerance]: 60,
  }
}

function requestOptions(config: CognitoConfig, ports: ProtocolPorts) {
  return {
    signal: AbortSignal.timeout(10_000),
    [oauth.customFetch]: ports.fetch as (url: string, options: object) => Promise<Response>,
    // Plain HTTP only for an issuer on this very machine: tokens never cross a network in the clear.
    [oauth.allowInsecureRequests]: isThisMachine(config.issuer),
  }
}

/** `http://127.0.0.1…` or `http://…localhost…`. */
export function isThisMachine(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  if (protocol !== 'http:') return false
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname.endsWith('.localhost')
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  const claims = oauth.getValidatedIdTokenClaims(answer)
  if (!claims || !answer.id_token) throw new Error('The sign-in service sent no ID token')
  if (claims['token_use'] !== undefined && claims['token_use'] !== 'id')
    throw new Error('The sign-in service sent another kind of token in the place of the ID token')
  const roles = claims['cognito:roles']
  const name = claims['cognito:username']
  return {
    idToken: answer.id_token,
    accessToken: answer.access_token,
    ...(answer.refresh_token && { refreshToken: answer.refresh_token }),
    expiresAt: claims.exp * 1000,
    subject: claims.sub,
    user: typeof name === 'string' ? name : claims.sub,
    roleArns: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
  }
}

const endOfSession = new Set([
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
  'invalid_grant',
])

function translated(error: unknown): unknown {
  const code =
    error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError
      ? error.error
      : undefined
  return code && endOfSession.has(code) ? new SignInRequired(code) : error
}
