import { SignatureV4 } from '@smithy/signature-v4'
import { HttpRequest } from '@smithy/protocol-http'
import { sha256 } from '@noble/hashes/sha2.js'
import { hmac } from '@noble/hashes/hmac.js'
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  dictionary,
  record,
  string,
  stringMatching,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { credentialScope } from '../protocol/credential-scope.ts'
import type { WireRequest } from '../protocol/wire.ts'
import { signatureOf } from './signature.ts'

const encoder = new TextEncoder()

/** The hash that the SDK's signer asks for: plain, or keyed when it is made with a secret. */
class Sha256 {
  private data: number[] = []
  private readonly secret: Uint8Array | undefined
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.secret = secret === undefined ? undefined : bytes(secret)
  }
  update(chunk: string | ArrayBuffer | ArrayBufferView): void {
    this.data.push(...bytes(chunk))
  }
  async digest(): Promise<Uint8Array> {
    const data = Uint8Array.from(this.data)
    return this.secret ? hmac(sha256, this.secret, data) : sha256(data)
  }
  reset(): void {
    this.data = []
  }
}

function bytes(data: string | ArrayBuffer | ArrayBufferView): Uint8Array {
  if (typeof data === 'string') return encoder.encode(data)
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
}

async function signedByTheSdk(parts: {
  path: string
  query: Record<string, string>
  header: string
  body: string
}): Promise<WireRequest> {
  const signer = new SignatureV4({
    service: 'ecs',
    region: 'us-east-1',
    credentials: { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' },
    sha256: Sha256,
  })
  const signed = await signer.sign(
    new HttpRequest({
      method: 'POST',
      hostname: 'ecs.us-east-1.amazonaws.com',
      path: parts.path,
      query: parts.query,
      headers: { host: 'ecs.us-east-1.amazonaws.com', 'x-custom': parts.header },
      body: parts.body,
    }),
    { signingDate: new Date('2026-01-02T03:04:05Z') },
  )
  return {
    method: signed.method,
    path: signed.path,
    query: new URLSearchParams(parts.query),
    headers: Object.fromEntries(
      Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: encoder.encode(parts.body),
  }
}

function scopeOf(request: WireRequest) {
  const scope = credentialScope(request)
  if (typeof scope !== 'object') throw new Error('The request carries no signature')
  return scope
}

describe('a signature', () => {
  it('is the one that the SDK makes, whatever is signed', async () => {
    const text = string({ unit: 'grapheme', maxLength: 12 })
    const segment = constantFrom('hostedzone', 'Z%2F1', 'a b', '~x', '..', '.', 'rr*set')
    await assert(
      asyncProperty(
        record({
          path: array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`),
          query: dictionary(stringMatching(/^[a-zA-Z0-9 *'-]{1,6}$/), text, { maxKeys: 4 }),
          header: stringMatching(/^[!-~][ -~]{0,10}$/),
          body: text,
        }),
        async (parts) => {
          const request = await signedByTheSdk(parts)
          const scope = scopeOf(request)
          expect(signatureOf(request, scope, 'secret')).toBe(scope.signature)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('changes with the secret, the body and every signed header', async () => {
    const request = await signedByTheSdk({ path: '/', query: {}, header: 'a', body: '{}' })
    const scope = scopeOf(request)
    expect(signatureOf(request, scope, 'Secret')).not.toBe(scope.signature)
    expect(signatureOf({ ...request, body: encoder.encode('{ }') }, scope, 'secret')).not.toBe(
      scope.signature,
    )
    const moved = { ...request, headers: { ...request.headers, 'x-custom': 'b' } }
    expect(signatureOf(moved, scope, 'secret')).not.toBe(scope.signature)
  })
})
