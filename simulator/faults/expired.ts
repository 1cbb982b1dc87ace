/** Keys that are refused as expired, however fresh they are; keys that Cognito hands out later are good. */
import { commonError } from '../protocol/common-errors.ts'
import type { FaultKind } from './fault-kind.ts'

export const expired: FaultKind = {
  kind: 'expired',
  summary: 'Keys from before are refused as expired; renewed ones are good.',
  make({ asked, knownKeys }) {
    const { caller } = asked.call
    if (!caller || (caller.verified && !knownKeys.has(caller.accessKeyId))) return undefined
    return { before: commonError('expired', asked.service.protocol) }
  },
}
