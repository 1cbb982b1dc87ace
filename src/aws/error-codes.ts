/** What AWS's error codes mean for whoever called. Services differ in spelling; the lists hold every spelling met so far. */
import type { ProblemKind } from '../core/problem.ts'

const throttled = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'SlowDown',
])

/** Keys that were good once: new ones help. */
const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'])

const signedOut = new Set([
  ...expired,
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'AuthFailure',
  'MissingAuthenticationToken',
  'MissingAuthenticationTokenException',
])

const denied = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'NotAuthorized',
  'OptInRequired',
])

const conflict = new Set([
  'PriorRequestNotComplete',
  'ServiceNotActiveException',
  'UpdateInProgressException',
  'IdempotentParameterMismatch',
  'OperationAbortedException',
  'InvalidSequenceTokenException',
])

/** The service is at fault although some of these come with HTTP 400. */
const serverFault = new Set([
  'InternalFailure',
  'InternalError',
  'InternalServerError',
  'InternalServiceError',
  'InternalServiceException',
  'ServerException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
])

/** Refused because of the time in the signature: the next attempt is signed with the server's clock. */
const skewed = new Set([
  'RequestExpired',
  'RequestInTheFuture',
  'RequestTimeTooSkewed',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
])

export function isExpired(code: string): boolean {
  return expired.has(code)
}

/** `message` decides between a clock that is wrong and a key that is. */
export function isSkewed(code: string, message: string): boolean {
  return skewed.has(code) && (code.startsWith('Request') || /expired|not yet current/i.test(message))
}

/** The kind of problem an error answer is. `status` is the HTTP status, where one came. */
export function kindOf(code: string, status: number | undefined): ProblemKind {
  if (throttled.has(code) || status === 429) return 'throttled'
  if (signedOut.has(code)) return 'signed-out'
  if (denied.has(code)) return 'denied'
  if (/NotFound(?:Exception|Fault)?$|^NoSuch/.test(code)) return 'not-found'
  if (conflict.has(code) || /Conflict|InUse|AlreadyExists|^Duplicate/.test(code)) return 'conflict'
  if (serverFault.has(code) || status === undefined || status >= 500 || status < 400) return 'unexpected'
  return 'invalid'
}
