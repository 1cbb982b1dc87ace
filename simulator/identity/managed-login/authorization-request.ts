/** Reads and checks what a browser brings to the authorization endpoint. */
import type { UserPoolClientRecord, UserPoolRecord } from '../../world/identity-tables.ts'
import { own } from '../own.ts'
import type { Language } from '../pages/document.ts'

export interface AuthorizationRequest {
  clientId: string
  redirectUri: string
  scope: string
  codeChallenge: string
  state: string | undefined
  nonce: string | undefined
  prompt: string | undefined
  language: Language
}

/** `page`: the browser must not be sent back; `redirect`: the client is told. Words are Cognito's. */
export type RequestProblem =
  | { show: 'page'; error: string }
  | { show: 'redirect'; error: string; description: string }

const scopes = new Set(['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'])

export function languageOf(query: URLSearchParams): Language {
  return query.get('lang') === 'ko' ? 'ko' : 'en'
}

/** Client and return address are checked first: only then may a problem be reported to that address. */
export function readAuthorizationRequest(
  pool: UserPoolRecord,
  query: URLSearchParams,
): { request: AuthorizationRequest; problem?: RequestProblem } {
  const request: AuthorizationRequest = {
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    scope: query.get('scope') ?? 'openid',
    codeChallenge: query.get('code_challenge') ?? '',
    state: query.get('state') ?? undefined,
    nonce: query.get('nonce') ?? undefined,
    prompt: query.get('prompt') ?? undefined,
    language: languageOf(query),
  }
  const problem =
    clientProblem(own(pool.clients, request.clientId), request.redirectUri) ?? contentProblem(request, query)
  return { request, ...(problem ? { problem } : {}) }
}

function clientProblem(
  client: UserPoolClientRecord | undefined,
  redirectUri: string,
): RequestProblem | undefined {
  if (!client) return { show: 'page', error: 'invalid_client' }
  return isListed(client.redirectUris, redirectUri) ? undefined : { show: 'page', error: 'redirect_mismatch' }
}

function contentProblem(request: AuthorizationRequest, query: URLSearchParams): RequestProblem | undefined {
  if (query.get('response_type') !== 'code')
    return refuse('unsupported_response_type', 'Only the authorization code grant is enabled')
  const unknown = request.scope.split(/\s+/).find((scope) => !scopes.has(scope))
  if (unknown !== undefined) return refuse('invalid_scope', `invalid scope: ${unknown}`)
  // A public client without PKCE would hand its code to whoever reads the address bar.
  if (request.codeChallenge === '') return refuse('invalid_request', 'code_challenge is required')
  if (query.get('code_challenge_method') !== 'S256')
    return refuse('invalid_request', 'transform algorithm not supported')
  return undefined
}

function refuse(error: string, description: string): RequestProblem {
  return { show: 'redirect', error, description }
}

/** `*` in a listed address stands for any port or host label. */
export function isListed(addresses: string[], address: string): boolean {
  return addresses.some((listed) => {
    const source = listed.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[A-Za-z0-9-]+')
    return new RegExp(`^${source}$`).test(address)
  })
}
