/** Keys that are refused as expired, however fresh they are. */
import { expiredToken } from '../identity/refusals.ts'
import type { FaultKind } from './fault-kind.ts'

export const expired: FaultKind = {
  kind: 'expired',
  summary: 'Refused as signed with expired credentials.',
  make: ({ asked }) => ({ before: expiredToken(asked.service) }),
}
