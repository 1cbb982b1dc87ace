/** Too many calls: refused before anything happens. */
import { commonError } from '../protocol/common-errors.ts'
import type { FaultKind } from './fault-kind.ts'

export const throttle: FaultKind = {
  kind: 'throttle',
  summary: "Refused with the service's throttling code.",
  make: ({ asked }) => ({ before: commonError('throttled', asked.service.protocol) }),
}
