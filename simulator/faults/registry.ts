/** Registry: every kind of fault, one line each. */
import { clockSkew } from './clock-skew.ts'
import { corsBlocked } from './cors-blocked.ts'
import { delay } from './delay.ts'
import { deny } from './deny.ts'
import { emptyPage } from './empty-page.ts'
import { expired } from './expired.ts'
import type { FaultKind } from './fault-kind.ts'
import { hang } from './hang.ts'
import { html } from './html.ts'
import { partialFailures } from './partial-failures.ts'
import { repeatedToken } from './repeated-token.ts'
import { resetAfter } from './reset-after.ts'
import { resetBefore } from './reset-before.ts'
import { serverError } from './server-error.ts'
import { staleRead } from './stale-read.ts'
import { stall } from './stall.ts'
import { throttle } from './throttle.ts'
import { truncated } from './truncated.ts'

export const faultKinds: FaultKind[] = [
  throttle,
  serverError,
  delay,
  hang,
  stall,
  resetBefore,
  resetAfter,
  truncated,
  html,
  deny,
  expired,
  staleRead,
  partialFailures,
  emptyPage,
  repeatedToken,
  clockSkew,
  corsBlocked,
]
