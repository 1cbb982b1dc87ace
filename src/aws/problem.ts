/** Turns whatever a call failed with into facts about the failure. The only place that reads messages. */
import type { ProblemFacts, ProblemKind } from '../core/problem.ts'
import { isExpired, isSkewed, kindOf } from './error-codes.ts'
import { maskSecrets } from './mask.ts'
import { isNetworkError } from './network-error.ts'

/** No keys could be had: neither expired nor refused, there are none. Thrown by the credentials provider of client.ts. A cause named `SignInRequired` ends the session. */
export class NoCredentials extends Error {
  constructor(cause: unknown) {
    super('No AWS keys: sign in again', { cause })
    this.name = 'NoCredentials'
  }
}

/** What was being done when it failed. */
export interface Attempt {
  /** `ecs:DescribeServices`. */
  operation: string
  /** True unless the operation only reads. */
  mutation: boolean
  /** How many times it was sent. */
  attempts: number
  /** True when our own deadline ended it. */
  timedOut: boolean
}

export interface Failure {
  facts: ProblemFacts
  /** Sending it again may help; only reads ever are. */
  retryable: boolean
  /** The keys have expired: new ones help. */
  expired: boolean
  /** No answer came, and nothing says why. */
  network: boolean
}

type Known = Pick<ProblemFacts, 'kind' | 'code' | 'message'> &
  Partial<ProblemFacts> & { retryable?: boolean; expired?: boolean; network?: boolean }

/** Facts about a failed attempt. Never throws, whatever `error` is. */
export function describeFailure(error: unknown, attempt: Attempt): Failure {
  const { retryable = false, expired = false, network = false, ...known } = recognise(error, attempt)
  const { operation, attempts } = attempt
  return { facts: { operation, attempts, ...known }, retryable, expired, network }
}

function recognise(error: unknown, attempt: Attempt): Known {
  // An answer that never came, or came unreadable, does not say whether a mutation was done.
  const lost: ProblemKind = attempt.mutation ? 'unknown-outcome' : 'unexpected'
  if (attempt.timedOut)
    return { kind: lost, code: 'DeadlineExceeded', message: 'The answer did not come in time' }
  if (error instanceof NoCredentials) return withoutKeys(error)
  if (isNetworkError(error)) {
    const kind = attempt.mutation ? 'unknown-outcome' : 'offline'
    return { kind, code: 'NetworkError', message: textOf(error), retryable: true, network: true }
  }
  const said = whatAwsSaid(error)
  return said ? fromAnswer(said, lost) : malformed(error, lost)
}

/** The keys could not be had: the session is over, or their source is out of reach, late, throttled or broken for now. */
function withoutKeys({ cause, message }: NoCredentials): Known {
  if (isNetworkError(cause))
    return { kind: 'offline', code: 'NetworkError', message: textOf(cause), retryable: true }
  const over = cause === undefined || members(cause)['name'] === 'SignInRequired'
  return {
    kind: over ? 'signed-out' : 'unexpected',
    code: 'NoCredentials',
    message: cause === undefined ? message : textOf(cause),
    retryable: !over,
  }
}

/** An error answer of AWS, as far as it could be read. */
interface Said {
  code: string
  message: string
  status: number | undefined
  requestId: string | undefined
}

/** AWS's own words, or undefined when the answer was not an error in AWS's form. */
function whatAwsSaid(error: unknown): Said | undefined {
  if (!(error instanceof Error) || !('$fault' in error)) return undefined
  const { status, requestId } = metadataOf(error)
  // Errors that no model knows are called "Unknown": then the code is in the body, if anywhere.
  const name = words(error.name)
  const code = /^Unknown(?:Error)?$/.test(name) ? `HTTP ${String(status)}` : name.replace(/^.*[#:]/, '')
  return { code, message: textOf(error), status, requestId }
}

function fromAnswer({ code, message, status, requestId }: Said, lost: ProblemKind): Known {
  const kind = kindOf(code, status)
  const skewed = isSkewed(code, message)
  return {
    // "We encountered an internal error" does not say that nothing was done.
    kind: kind === 'unexpected' && !skewed ? lost : kind,
    code,
    message,
    retryable: kind === 'throttled' || kind === 'unexpected' || skewed,
    expired: isExpired(code),
    ...(requestId !== undefined && { requestId }),
    ...(kind === 'denied' && whatWasDenied(message)),
  }
}

/** The answer was cut short, a web page, or not of the promised form. */
function malformed(error: unknown, kind: ProblemKind): Known {
  const { status, requestId } = metadataOf(error)
  const body = bodyOf(error)
  return {
    kind,
    code: status !== undefined && status >= 400 ? `HTTP ${String(status)}` : 'MalformedAnswer',
    message: maskSecrets(body ?? textOf(error)),
    retryable: true,
    ...(requestId !== undefined && { requestId }),
  }
}

/**
 * `User: <arn> is not authorized to perform: <action> on resource: <arn> because no <type> policy allows the <action> action`
 * or `… with an explicit deny in a <type> policy`; the parts after the action may be missing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function whatWasDenied(message: string): Pick<ProblemFacts, 'action' | 'resource' | 'policyType'> {
  const action = /perform: ([\w-]+:\w+)/.exec(message)?.[1]
  const resource = /on resource: (\S+)/.exec(message)?.[1]?.replace(/[.,]$/, '')
  // A permissions boundary is not called a policy in AWS's sentence.
  const policyType =
    /because no ([\w -]+?)(?: policy)? allows/.exec(message)?.[1] ??
    /explicit deny in an? ([\w -]+?)(?: policy|[.:,]|$)/.exec(message)?.[1]
  return {
    ...(action !== undefined && { action }),
    ...(resource !== undefined && { resource }),
    ...(policyType !== undefined && { policyType }),
  }
}

function metadataOf(error: unknown): { status: number | undefined; requestId: string | undefined } {
  const { $metadata, $response } = members(error)
  const { httpStatusCode, requestId } = members($metadata)
  const { statusCode } = members($response)
  const status = httpStatusCode ?? statusCode
  return {
    status: typeof status === 'number' ? status : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  }
}

/** The start of the body that could not be read; the SDK hides it on the error. */
function bodyOf(error: unknown): string | undefined {
  const { $responseBodyText } = members(error)
  return typeof $responseBodyText === 'string' && $responseBodyText !== '' ? $responseBodyText : undefined
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** An error's own text: the SDK appends advice for its users and, to syntax errors, the whole body. */
function textOf(error: unknown): string {
  const text = words(error instanceof Error ? error.message : error)
  return text.replace(/\n? *Deserialization error: to see the raw response[\s\S]*$/, '').trim()
}

/** A fuzzed answer may put anything where words belong, and not everything can be turned into words. */
function words(value: unknown): string {
  return typeof value === 'string' ? value : Object.prototype.toString.call(value)
}
