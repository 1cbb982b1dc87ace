import { describe, expect, it } from 'vitest'
import { maskSecrets } from './mask.ts'
import { isNetworkError } from './network-error.ts'
import { type Attempt, NoCredentials, describeFailure, whatWasDenied } from './problem.ts'

const read: Attempt = { operation: 'ecs:ListServices', mutation: false, attempts: 2, timedOut: false }
const change: Attempt = { ...read, operation: 'ecs:UpdateService', mutation: true }

function said(name: string, message: string, status?: number, requestId?: unknown): Error {
  return Object.assign(new Error(message), {
    name,
    $fault: 'client',
    $metadata: { httpStatusCode: status, requestId },
  })
}

describe('what AWS denied', () => {
  it.each([
    [
      'User: arn:aws:sts::1:assumed-role/viewer/x is not authorized to perform: ecs:ListServices on resource: arn:aws:ecs:eu-west-1:1:cluster/prod because no identity-based policy allows the ecs:ListServices action',
      {
        action: 'ecs:ListServices',
        resource: 'arn:aws:ecs:eu-west-1:1:cluster/prod',
        policyType: 'identity-based',
      },
    ],
    [
      'User: x is not authorized to perform: ecs:UpdateService on resource: arn:a because no permissions boundary allows the ecs:UpdateService action',
      { action: 'ecs:UpdateService', resource: 'arn:a', policyType: 'permissions boundary' },
    ],
    [
      'User: x is not authorized to perform: elasticloadbalancing:DescribeRules with an explicit deny in a service control policy',
      { action: 'elasticloadbalancing:DescribeRules', policyType: 'service control' },
    ],
    [
      'User: x is not authorized to perform: ecs:RunTask on resource: arn:b with an explicit deny in a permissions boundary',
      { action: 'ecs:RunTask', resource: 'arn:b', policyType: 'permissions boundary' },
    ],
    [
      'User: x is not authorized to perform: ecs:RunTask on resource: arn:b with an explicit deny in an identity-based policy: arn:aws:iam::1:policy/p',
      { action: 'ecs:RunTask', resource: 'arn:b', policyType: 'identity-based' },
    ],
    ['You are not authorized to perform this operation.', {}],
  ])('%s', (message, facts) => {
    expect(whatWasDenied(message)).toEqual(facts)
    expect(describeFailure(said('AccessDeniedException', message, 400, 'r'), read).facts).toEqual({
      kind: 'denied',
      code: 'AccessDeniedException',
      message,
      requestId: 'r',
      operation: 'ecs:ListServices',
      attempts: 2,
      ...facts,
    })
  })
})

describe('kinds', () => {
  it.each([
    ['ThrottlingException', 400, 'throttled', true],
    ['Throttling', 400, 'throttled', true],
    ['Strange', 429, 'throttled', true],
    ['UnauthorizedOperation', 403, 'denied', false],
    ['InvalidClientTokenId', 403, 'signed-out', false],
    ['TargetGroupNotFoundException', 400, 'not-found', false],
    ['NoSuchHostedZone', 404, 'not-found', false],
    ['PriorRequestNotComplete', 400, 'conflict', false],
    ['ResourceInUseException', 400, 'conflict', false],
    ['InvalidParameterException', 400, 'invalid', false],
    ['ServerException', 500, 'unexpected', true],
    ['InternalFailure', 400, 'unexpected', true],
    ['Strange', undefined, 'unexpected', true],
    ['Strange', 302, 'unexpected', true],
    ['com.amazonaws.ecs#ClusterNotFoundException', 400, 'not-found', false],
  ])('%s with HTTP %s is %s', (code, status, kind, retryable) => {
    const failure = describeFailure(said(code, 'm', status), read)
    expect([failure.facts.kind, failure.retryable]).toEqual([kind, retryable])
  })

  it('has only an HTTP status to name an error that says nothing', () => {
    expect(describeFailure(said('UnknownError', 'UnknownError', 502), read).facts.code).toBe('HTTP 502')
    expect(describeFailure(said('Unknown', '', 502), read).facts.code).toBe('HTTP 502')
  })

  it('does not know whether a mutation was done that failed inside AWS', () => {
    expect(describeFailure(said('ServerException', 'm', 500), change).facts.kind).toBe('unknown-outcome')
    expect(describeFailure(said('InvalidParameterException', 'm', 400), change).facts.kind).toBe('invalid')
  })

  it('tells expired keys, which new ones mend, from others', () => {
    expect(describeFailure(said('ExpiredTokenException', 'm', 400), read)).toMatchObject({
      expired: true,
      facts: { kind: 'signed-out' },
    })
    expect(describeFailure(said('UnrecognizedClientException', 'm', 400), read).expired).toBe(false)
  })

  it('repeats what a wrong clock spoiled, and not what a wrong key did', () => {
    const late = said('InvalidSignatureException', 'Signature expired: 2026 is now earlier than', 403)
    expect(describeFailure(late, read)).toMatchObject({ retryable: true, facts: { kind: 'invalid' } })
    const wrong = said('InvalidSignatureException', 'The request signature we calculated does not match', 403)
    expect(describeFailure(wrong, read).retryable).toBe(false)
    expect(describeFailure(said('RequestExpired', 'm', 500), change).facts.kind).toBe('unexpected')
  })
})

describe('no answer', () => {
  it('names the deadline', () => {
    expect(describeFailure(new Error('x'), { ...read, timedOut: true })).toMatchObject({
      retryable: false,
      facts: { kind: 'unexpected', code: 'DeadlineExceeded' },
    })
    expect(describeFailure(new Error('x'), { ...change, timedOut: true }).facts.kind).toBe('unknown-outcome')
  })

  it('is a network error in every browser’s words', () => {
    for (const words of [
      'Failed to fetch',
      'network error',
      'NetworkError when attempting to fetch resource.',
      'Error in input stream',
      'Load failed',
      'The network connection was lost.',
      'The Internet connection appears to be offline.',
      'fetch failed',
    ])
      expect(describeFailure(new TypeError(words), read)).toMatchObject({
        network: true,
        retryable: true,
        facts: { kind: 'offline', code: 'NetworkError', message: words },
      })
    expect(describeFailure(new TypeError('Failed to fetch'), change).facts.kind).toBe('unknown-outcome')
    expect(isNetworkError(new TypeError("Cannot read properties of undefined (reading 'x')"))).toBe(false)
    expect(isNetworkError('Failed to fetch')).toBe(false)
  })

  it('without keys is a sign-in that ended, or a source of keys that is out of reach', () => {
    const over = Object.assign(new Error('invalid_grant'), { name: 'SignInRequired' })
    expect(describeFailure(new NoCredentials(over), read).facts).toMatchObject({
      kind: 'signed-out',
      code: 'NoCredentials',
      message: 'invalid_grant',
    })
    expect(describeFailure(new NoCredentials(undefined), read).facts.message).toBe(
      'No AWS keys: sign in again',
    )
    expect(describeFailure(new NoCredentials(new TypeError('Failed to fetch')), read)).toMatchObject({
      network: false,
      retryable: true,
      facts: { kind: 'offline' },
    })
    // A throttled or late source of keys passes: nobody should have to sign in again for it.
    expect(describeFailure(new NoCredentials(new Error('Rate exceeded')), read)).toMatchObject({
      retryable: true,
      facts: { kind: 'unexpected', code: 'NoCredentials', message: 'Rate exceeded' },
    })
  })
})

describe('an unreadable answer', () => {
  const hint =
    '\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.'

  it('shows the start of the body, without secrets and without the SDK’s advice', () => {
    const key = `ASIA${'A'.repeat(16)}`
    const body = `<!DOCTYPE html> password="hunter2" ${key} ${'text '.repeat(100)}`
    const error = Object.assign(new SyntaxError(`Unexpected token <${hint}${body}`), {
      $responseBodyText: body,
      $metadata: { requestId: 'r' },
    })
    const { facts, retryable } = describeFailure(error, read)
    expect(facts).toMatchObject({ kind: 'unexpected', code: 'MalformedAnswer', requestId: 'r' })
    expect(facts.message).toHaveLength(200)
    expect(facts.message).not.toMatch(/hunter2|ASIA/)
    expect(retryable).toBe(true)
  })

  it('keeps the HTTP status of an error page', () => {
    const error = Object.assign(new SyntaxError(`bad${hint}`), { $response: { statusCode: 503 } })
    expect(describeFailure(error, read).facts).toMatchObject({ code: 'HTTP 503', message: 'bad' })
    const fine = Object.assign(new SyntaxError('bad'), {
      $response: { statusCode: 200 },
      $responseBodyText: '',
    })
    expect(describeFailure(fine, read).facts).toMatchObject({ code: 'MalformedAnswer', message: 'bad' })
  })

  it('may be anything that can be thrown', () => {
    for (const thrown of [undefined, null, 42, 'text', {}, Symbol('s'), Object.create(null)])
      expect(describeFailure(thrown, read).facts.kind).toBe('unexpected')
    expect(describeFailure('text', change).facts).toMatchObject({ kind: 'unknown-outcome', message: 'text' })
  })
})

describe('masking', () => {
  it.each([
    ['"token": "abc", x', '"token": •••, x'],
    ['https://user:pass@host/', 'https://user:•••@host/'],
    ['eyJhbGciOi.eyJzdWIi.c2ln', '•••'],
    [`key ${'a1'.repeat(20)} end`, 'key ••• end'],
    ['nothing  secret\nhere', 'nothing secret here'],
  ])('%s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked)
  })
})
