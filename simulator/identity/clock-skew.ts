/** How far a signature's time may be from the world's: AWS allows five minutes either way. */
import type { AwsError, ServiceModel } from '../operation.ts'
import { commonError } from '../protocol/common-errors.ts'

export const skewLimitMs = 5 * 60_000

/** ms since the epoch of `YYYYMMDDTHHMMSSZ`; NaN when it is not such a stamp. */
export function signingTime(stamp: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp)
  return parts ? Date.parse(`${parts.slice(1, 4).join('-')}T${parts.slice(4).join(':')}Z`) : Number.NaN
}

/** The refusal of a signature made at `signedAt` (ms) when the service's clock says `now` (ms), or undefined. */
export function refusedForSkew(
  service: ServiceModel,
  signedAt: number,
  now: number,
  limit = skewLimitMs,
): AwsError | undefined {
  return Math.abs(signedAt - now) <= limit ? undefined : clockSkewed(service, signedAt, now, limit)
}

/** `signedAt` and `now` in ms since the epoch: the sentence names both, as AWS does. */
function clockSkewed(service: ServiceModel, signedAt: number, now: number, limit: number): AwsError {
  const minutes = `${limit / 60_000} min.`
  const message =
    signedAt < now
      ? `Signature expired: ${toStamp(signedAt)} is now earlier than ${toStamp(now - limit)} (${toStamp(now)} - ${minutes})`
      : `Signature not yet current: ${toStamp(signedAt)} is still later than ${toStamp(now + limit)} (${toStamp(now)} + ${minutes})`
  return commonError('signature', service.protocol, message)
}

/** `YYYYMMDDTHHMMSSZ`. */
function toStamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')
}
