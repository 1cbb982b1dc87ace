/** Signs and verifies RS256 JSON Web Tokens with one key pair per process; every user pool publishes the same public key. */
import { fromBase64url, textToBase64url, toBase64url } from './base64url.ts'

export type Claims = Record<string, unknown>

/** Why a token was not accepted. */
export type TokenRefusal = 'malformed' | 'signature' | 'expired'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const keyId = 'tidegate-simulator-1'
let pair: Promise<CryptoKeyPair> | undefined

function keys(): Promise<CryptoKeyPair> {
  pair ??= crypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
  return pair
}

/** The JSON Web Key Set that a pool publishes. */
export async function publicKeys(): Promise<{ keys: Record<string, unknown>[] }> {
  const { kty, n, e } = await crypto.subtle.exportKey('jwk', (await keys()).publicKey)
  return { keys: [{ alg: 'RS256', kid: keyId, use: 'sig', kty, n, e }] }
}

export async function signToken(claims: Claims): Promise<string> {
  const header = textToBase64url(JSON.stringify({ kid: keyId, alg: 'RS256' }))
  const signed = `${header}.${textToBase64url(JSON.stringify(claims))}`
  const signature = await crypto.subtle.sign(
    algorithm.name,
    (await keys()).privateKey,
    new TextEncoder().encode(signed),
  )
  return `${signed}.${toBase64url(new Uint8Array(signature))}`
}

/** The claims of a token, unverified; undefined when it is no token at all. */
export function readClaims(token: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(token.split('.')[1] ?? '')))
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined
  } catch {
    return undefined
  }
}

/** Verifies signature and expiry; `now` in ms since the epoch. */
export async function verifyToken(token: string, now: number): Promise<Claims | TokenRefusal> {
  const [header, payload, signature, ...rest] = token.split('.')
  const claims = readClaims(token)
  if (!header || !payload || !signature || rest.length > 0 || !claims) return 'malformed'
  if (!(await isSigned(`${header}.${payload}`, signature))) return 'signature'
  return typeof claims.exp === 'number' && claims.exp * 1000 > now ? claims : 'expired'
}

async function isSigned(signed: string, signature: string): Promise<boolean> {
  try {
    return await crypto.subtle.verify(
      algorithm.name,
      (await keys()).publicKey,
      fromBase64url(signature),
      new TextEncoder().encode(signed),
    )
  } catch {
    return false
  }
}
