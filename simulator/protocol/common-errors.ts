/**
 * Errors that every service gives, by protocol: AWS has one meaning and several codes for it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
import { AwsError } from '../operation.ts'
import type { WireProtocol } from '../operation.ts'

/** `words` where this dialect does not say it in AWS's usual ones. */
type Entry = [code: string, status: number, words?: string]
type Dialect = 'json' | 'query' | 'ec2' | 'rest'

const dialects: Record<WireProtocol, Dialect> = {
  awsJson1_0: 'json',
  awsJson1_1: 'json',
  awsQuery: 'query',
  ec2Query: 'ec2',
  restXml: 'rest',
  restJson: 'json',
}

/** Meaning → AWS's usual words, and code and HTTP status by dialect. */
const table = {
  denied: {
    message: 'User is not authorized to perform this action',
    json: ['AccessDeniedException', 400],
    query: ['AccessDenied', 403],
    ec2: ['UnauthorizedOperation', 403],
    rest: ['AccessDenied', 403],
  },
  expired: {
    message: 'The security token included in the request is expired',
    json: ['ExpiredTokenException', 400],
    query: ['ExpiredToken', 403],
    // Its one code for everything too old: docs/decisions/0007-expired-keys-in-ec2.md.
    ec2: ['RequestExpired', 400, 'Request has expired.'],
    rest: ['ExpiredToken', 403],
  },
  unrecognized: {
    message: 'The security token included in the request is invalid.',
    json: ['UnrecognizedClientException', 400],
    query: ['InvalidClientTokenId', 403],
    ec2: ['AuthFailure', 401],
    rest: ['InvalidClientTokenId', 403],
  },
  signature: {
    message:
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    json: ['InvalidSignatureException', 400],
    query: ['SignatureDoesNotMatch', 403],
    ec2: ['AuthFailure', 401],
    rest: ['SignatureDoesNotMatch', 403],
  },
  unsigned: {
    message: 'Request is missing Authentication Token',
    json: ['MissingAuthenticationTokenException', 400],
    query: ['MissingAuthenticationToken', 403],
    ec2: ['MissingAuthenticationToken', 403],
    rest: ['MissingAuthenticationToken', 403],
  },
  incompleteSignature: {
    message:
      "Authorization header requires existence of 'Credential', 'SignedHeaders' and 'Signature' parameters.",
    json: ['IncompleteSignatureException', 400],
    query: ['IncompleteSignature', 400],
    ec2: ['IncompleteSignature', 400],
    rest: ['IncompleteSignature', 400],
  },
  throttled: {
    message: 'Rate exceeded',
    json: ['ThrottlingException', 400],
    query: ['Throttling', 400],
    ec2: ['RequestLimitExceeded', 503],
    rest: ['Throttling', 400],
  },
  unavailable: {
    message: 'Service is unable to handle request.',
    json: ['ServiceUnavailableException', 503],
    query: ['ServiceUnavailable', 503],
    ec2: ['Unavailable', 503],
    rest: ['ServiceUnavailable', 503],
  },
  internal: {
    message: 'The request processing has failed because of an unknown error, exception or failure.',
    json: ['InternalFailure', 500],
    query: ['InternalFailure', 500],
    ec2: ['InternalError', 500],
    rest: ['InternalFailure', 500],
  },
} satisfies Record<string, Record<Dialect, Entry> & { message: string }>

/** What went wrong, whatever the protocol calls it. */
export type CommonError = keyof typeof table

/** An error that every service gives, in the words of the protocol; `message` replaces AWS's usual one. */
export function commonError(kind: CommonError, protocol: WireProtocol, message?: string): AwsError {
  const entry = table[kind]
  const [code, status, words = entry.message]: Entry = entry[dialects[protocol]]
  return new AwsError(code, message ?? words, { status })
}

/**
 * The same error in another protocol's words: gates and faults need not know which of its protocols a service was asked
 * in. Errors that are not common, or in the right words already, are returned as they are.
 */
export function inDialect(error: AwsError, protocol: WireProtocol): AwsError {
  const dialect = dialects[protocol]
  const kinds = Object.keys(table) as CommonError[]
  if (kinds.some((kind) => table[kind][dialect][0] === error.code)) return error
  const kind = kinds.find((each) =>
    Object.values(dialects).some((other) => table[each][other][0] === error.code),
  )
  return kind ? commonError(kind, protocol, error.message) : error
}

const malformed: Record<Dialect, string> = {
  json: 'SerializationException',
  query: 'MalformedInput',
  ec2: 'InvalidParameterValue',
  rest: 'InvalidInput',
}

/** The answer to input that cannot be decoded. AWS's JSON front ends say nothing about broken JSON: `message` may be empty. */
export function malformedInput(protocol: WireProtocol, message: string): AwsError {
  return new AwsError(malformed[dialects[protocol]], message)
}

/** Every service's answer to an operation it does not have. */
export function unknownOperation(name: string, status = 400): AwsError {
  return new AwsError('UnknownOperationException', `The operation ${name} is not known.`, { status })
}
