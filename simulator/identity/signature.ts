/**
 * Recomputes a Signature Version 4 from the request as it arrived
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { CredentialScope } from '../gate.ts'
import type { WireRequest } from '../protocol/wire.ts'

/** The signature that `secretAccessKey` gives to this request, hexadecimal. */
export function signatureOf(request: WireRequest, scope: CredentialScope, secretAccessKey: string): string {
  const credentialScope = `${scope.date}/${scope.region}/${scope.service}/aws4_request`
  const toSign = [
    'AWS4-HMAC-SHA256',
    scope.signedAt,
    credentialScope,
    bytesToHex(sha256(utf8ToBytes(canonicalRequest(request, scope)))),
  ].join('\n')
  return bytesToHex(hmac(sha256, signingKey(scope, secretAccessKey), utf8ToBytes(toSign)))
}

function signingKey(scope: CredentialScope, secretAccessKey: string): Uint8Array {
  let key: Uint8Array = utf8ToBytes(`AWS4${secretAccessKey}`)
  for (const part of [scope.date, scope.region, scope.service, 'aws4_request'])
    key = hmac(sha256, key, utf8ToBytes(part))
  return key
}

function canonicalRequest(request: WireRequest, scope: CredentialScope): string {
  const names = scope.signedHeaders.toSorted()
  const headers = names.map((name) => `${name}:${oneSpace(request.headers[name] ?? '')}\n`).join('')
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    headers,
    names.join(';'),
    bytesToHex(sha256(request.body)),
  ].join('\n')
}

function oneSpace(value: string): string {
  return value.trim().replace(/\s+/g, ' ')
}

/** The path as it was sent is encoded once more: every service but S3 signs it doubly encoded. */
function canonicalPath(path: string): string {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(encode(segment))
  }
  const end = segments.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${segments.join('/')}${end}`
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .toSorted(([name, value], [otherName, otherValue]) =>
      name === otherName ? compare(value, otherValue) : compare(name, otherName),
    )
    .map((pair) => pair.join('='))
    .join('&')
}

/** By code units: a locale would order them otherwise. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Percent-encodes all but RFC 3986's unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
