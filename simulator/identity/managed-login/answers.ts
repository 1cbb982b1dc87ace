/** The few forms of answer that a user pool's endpoints give. */
import type { WireResponse } from '../../protocol/wire.ts'

const encoder = new TextEncoder()

/** Discovery, keys, token and revocation answer scripts of any origin, as Cognito does; the dispatcher answers preflights. */
export const openToScripts: Record<string, string> = {
  'access-control-allow-origin': '*',
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): WireResponse {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...openToScripts, ...headers },
    body: encoder.encode(JSON.stringify(body)),
  }
}

/** An error of the token endpoint (RFC 6749 section 5.2). */
export function tokenError(error: string, description?: string): WireResponse {
  return json(
    400,
    { error, ...(description === undefined ? {} : { error_description: description }) },
    { 'cache-control': 'no-store' },
  )
}

/** A redirect of the browser; `cookie` is a whole Set-Cookie value. */
export function redirect(location: string, cookie?: string): WireResponse {
  return {
    status: 302,
    headers: {
      location,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
    },
    body: new Uint8Array(),
  }
}

export function empty(status: number, headers: Record<string, string> = {}): WireResponse {
  return { status, headers, body: new Uint8Array() }
}

/** `address` with parameters added; undefined ones are left out. */
export function withParameters(address: string, parameters: Record<string, string | undefined>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}
