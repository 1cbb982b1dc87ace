/** Whether keys that Cognito handed out are used rightly: token, expiry, time and signature. */
import type { IdentifyRequest } from '../gate.ts'
import type { AwsError } from '../operation.ts'
import { type CommonError, commonError } from '../protocol/common-errors.ts'
import type { CredentialRecord } from '../world/identity-tables.ts'
import { refusedForSkew, signingTime, skewLimitMs } from './clock-skew.ts'
import { signatureOf } from './signature.ts'

export interface VerifyOptions {
  /** World time, ms since the epoch. */
  now: number
  /** How many times faster than the caller's clock world time runs; a fast clock leaves callers behind without fault of theirs. */
  speed: number
  /** False while a fault has put this service's clock wrong: the fault judges the time itself. */
  judgeTime: boolean
}

/** Why the call is turned away, or undefined. Keys that Cognito did not hand out may be signed by anyone. */
export function refusalOf(
  { request, scope, service }: IdentifyRequest,
  caller: CredentialRecord,
  { now, speed, judgeTime }: VerifyOptions,
): AwsError | undefined {
  if (!scope || !caller.verified) return undefined
  const refuse = (kind: CommonError): AwsError => commonError(kind, service.protocol)
  if (scope.sessionToken !== caller.sessionToken) return refuse('unrecognized')
  if (caller.expiresAt !== undefined && caller.expiresAt <= now) return refuse('expired')
  const signedAt = signingTime(scope.signedAt)
  if (Number.isNaN(signedAt)) return refuse('signature')
  const limit = skewLimitMs * Math.max(1, speed)
  const skewed = judgeTime ? refusedForSkew(service, signedAt, now, limit) : undefined
  if (skewed) return skewed
  const right = signatureOf(request, scope, caller.secretAccessKey) === scope.signature
  return right ? undefined : refuse('signature')
}
