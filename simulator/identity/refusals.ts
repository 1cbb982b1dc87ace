/** AWS's codes, HTTP statuses and words for credentials it does not take, which differ between its JSON and XML services. */
import { AwsError, type ServiceModel, type WireProtocol } from '../operation.ts'

type Refusal = 'unknown' | 'expired' | 'mismatch' | 'skew' | 'denied'
type Family = 'json' | 'xml' | 'ec2'

const codes: Record<Refusal, Record<Family, [code: string, status: number]>> = {
  unknown: {
    json: ['UnrecognizedClientException', 400],
    xml: ['InvalidClientTokenId', 403],
    ec2: ['AuthFailure', 401],
  },
  expired: {
    json: ['ExpiredTokenException', 400],
    xml: ['ExpiredToken', 403],
    ec2: ['RequestExpired', 400],
  },
  mismatch: {
    json: ['InvalidSignatureException', 400],
    xml: ['SignatureDoesNotMatch', 403],
    ec2: ['AuthFailure', 401],
  },
  skew: {
    json: ['InvalidSignatureException', 400],
    xml: ['SignatureDoesNotMatch', 403],
    ec2: ['RequestExpired', 400],
  },
  denied: {
    json: ['AccessDeniedException', 400],
    xml: ['AccessDenied', 403],
    ec2: ['UnauthorizedOperation', 403],
  },
}

function familyOf(protocol: WireProtocol): Family {
  if (protocol === 'ec2Query') return 'ec2'
  return protocol === 'awsJson1_0' || protocol === 'awsJson1_1' ? 'json' : 'xml'
}

function refuse(service: ServiceModel, refusal: Refusal, message: string): AwsError {
  const [code, status] = codes[refusal][familyOf(service.protocol)]
  return new AwsError(code, message, { status })
}

export function unknownToken(service: ServiceModel): AwsError {
  return refuse(service, 'unknown', 'The security token included in the request is invalid.')
}

export function expiredToken(service: ServiceModel): AwsError {
  return refuse(service, 'expired', 'The security token included in the request is expired')
}

export function signatureMismatch(service: ServiceModel): AwsError {
  return refuse(
    service,
    'mismatch',
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
  )
}

/** `signedAt` and `now` in ms since the epoch: the sentence names both, as AWS does. */
export function clockSkewed(service: ServiceModel, signedAt: number, now: number, limit: number): AwsError {
  const minutes = `${limit / 60_000} min.`
  const message =
    signedAt < now
      ? `Signature expired: ${stamp(signedAt)} is now earlier than ${stamp(now - limit)} (${stamp(now)} - ${minutes})`
      : `Signature not yet current: ${stamp(signedAt)} is still later than ${stamp(now + limit)} (${stamp(now)} + ${minutes})`
  return refuse(service, 'skew', message)
}

export function accessDenied(service: ServiceModel, message: string): AwsError {
  return refuse(service, 'denied', message)
}

/** `YYYYMMDDTHHMMSSZ`. */
function stamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')
}
