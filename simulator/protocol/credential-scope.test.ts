import { expect, test } from 'vitest'
import { credentialScope } from './credential-scope.ts'
import type { WireRequest } from './wire.ts'

function request(headers: Record<string, string>, query = ''): WireRequest {
  return { method: 'POST', path: '/', query: new URLSearchParams(query), headers, body: new Uint8Array() }
}

const authorization =
  'AWS4-HMAC-SHA256 Credential=ASIAEXAMPLE/20260102/eu-west-1/ecs/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc123'

test('reads the Authorization header', () => {
  const headers = { authorization, 'x-amz-date': '20260102T030405Z', 'x-amz-security-token': 'token' }
  expect(credentialScope(request(headers))).toEqual({
    accessKeyId: 'ASIAEXAMPLE',
    date: '20260102',
    region: 'eu-west-1',
    service: 'ecs',
    signedHeaders: ['host', 'x-amz-date'],
    signature: 'abc123',
    presigned: false,
    signedAt: '20260102T030405Z',
    sessionToken: 'token',
  })
})

test('needs neither date nor session token', () => {
  const scope = credentialScope(request({ authorization: authorization.replaceAll(', ', ',') }))
  expect(scope).toMatchObject({ accessKeyId: 'ASIAEXAMPLE', signedAt: '' })
  expect(scope).not.toHaveProperty('sessionToken')
})

test('reads a presigned query', () => {
  const query =
    'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20260102%2Fus-east-1%2Fsts%2Faws4_request&X-Amz-Date=20260102T030405Z&X-Amz-SignedHeaders=host&X-Amz-Signature=ff&X-Amz-Security-Token=t'
  expect(credentialScope(request({}, query))).toMatchObject({
    accessKeyId: 'AKID',
    service: 'sts',
    presigned: true,
    signedAt: '20260102T030405Z',
    sessionToken: 't',
  })
})

test('an unsigned request has no scope', () => {
  expect(credentialScope(request({}))).toBeUndefined()
})

test.each([
  '',
  'Bearer abc',
  'AWS4-HMAC-SHA256 Credential=AKID/2026/x, SignedHeaders=host, Signature=a',
  'AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/ecs/aws4_request, Signature=a',
  'AWS4-HMAC-SHA256 Credential=AKID/20260102/us-east-1/ecs/aws4_request, SignedHeaders=host',
])('cannot read %j', (header) => {
  expect(credentialScope(request({ authorization: header }))).toBe('incomplete')
})
