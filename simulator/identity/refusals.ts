/** AWS's words for credentials it does not take; codes and HTTP statuses differ by protocol. */
import type { AwsError, ServiceModel } from '../operation.ts'
import { commonError } from '../protocol/common-errors.ts'

export function unknownToken(service: ServiceModel): AwsError {
  return commonError('unrecognized', service.protocol)
}

export function expiredToken(service: ServiceModel): AwsError {
  return commonError('expired', service.protocol)
}

export function signatureMismatch(service: ServiceModel): AwsError {
  return commonError('signature', service.protocol)
}

/** `signedAt` and `now` in ms since the epoch: the sentence names both, as AWS does. */
export function clockSkewed(service: ServiceModel, signedAt: number, now: number, limit: number): AwsError {
  const minutes = `${limit / 60_000} min.`
  const message =
    signedAt < now
      ? `Signature expired: ${stamp(signedAt)} is now earlier than ${stamp(now - limit)} (${stamp(now)} - ${minutes})`
      : `Signature not yet current: ${stamp(signedAt)} is still later than ${stamp(now + limit)} (${stamp(now)} + ${minutes})`
  return commonError('signature', service.protocol, message)
}

/** `YYYYMMDDTHHMMSSZ`. */
function stamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')
}
