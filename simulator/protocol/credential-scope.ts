/** What a SigV4 signature says about who signed, for which Region and service. Nothing is verified here. */
import type { CredentialScope } from '../gate.ts'
import type { WireRequest } from './wire.ts'

/**
 * Reads the scope from the Authorization header or a presigned query. Undefined when the request is not signed,
 * `'incomplete'` when it is signed in a way that cannot be read.
 */
export function credentialScope(request: WireRequest): CredentialScope | 'incomplete' | undefined {
  const header = request.headers['authorization']
  if (header !== undefined) return fromHeader(request, header)
  return request.query.has('X-Amz-Credential') ? fromQuery(request.query) : undefined
}

function fromHeader(request: WireRequest, header: string): CredentialScope | 'incomplete' {
  const parts = new Map(
    header
      .replace(/^\S+\s+/, '')
      .split(',')
      .map((part) => part.trim().split('=') as [string, string | undefined]),
  )
  return scopeOf({
    credential: parts.get('Credential'),
    signedHeaders: parts.get('SignedHeaders'),
    signature: parts.get('Signature'),
    presigned: false,
    signedAt: request.headers['x-amz-date'],
    sessionToken: request.headers['x-amz-security-token'],
  })
}

function fromQuery(query: URLSearchParams): CredentialScope | 'incomplete' {
  return scopeOf({
    credential: query.get('X-Amz-Credential'),
    signedHeaders: query.get('X-Amz-SignedHeaders'),
    signature: query.get('X-Amz-Signature'),
    presigned: true,
    signedAt: query.get('X-Amz-Date'),
    sessionToken: query.get('X-Amz-Security-Token'),
  })
}

interface Parts {
  credential: string | null | undefined
  signedHeaders: string | null | undefined
  signature: string | null | undefined
  presigned: boolean
  signedAt: string | null | undefined
  sessionToken: string | null | undefined
}

function scopeOf(parts: Parts): CredentialScope | 'incomplete' {
  const found = /^(.+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/.exec(parts.credential ?? '')
  if (!found || !parts.signedHeaders || !parts.signature) return 'incomplete'
  const [accessKeyId, date, region, service] = found.slice(1) as [string, string, string, string]
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: parts.signedHeaders.split(';'),
    signature: parts.signature,
    presigned: parts.presigned,
    signedAt: parts.signedAt ?? '',
    ...(parts.sessionToken ? { sessionToken: parts.sessionToken } : {}),
  }
}
