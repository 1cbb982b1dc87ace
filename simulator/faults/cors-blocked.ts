/** The answer lacks its cross-origin headers, as behind a proxy that strips them: a page sees a network error. */
import type { FaultKind } from './fault-kind.ts'

export const corsBlocked: FaultKind = {
  kind: 'cors-blocked',
  summary: 'Browsers refuse the answer for want of cross-origin headers; the call takes no effect.',
  make: () => ({ before: { kind: 'no-cors' } }),
}
