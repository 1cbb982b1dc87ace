/** The service's clock is wrong: its `Date` says so, and it refuses what is signed more than five minutes off that. */
import { refusedForSkew } from '../identity/clock-skew.ts'
import { type FaultKind, numberOption } from './fault-kind.ts'

export const clockSkew: FaultKind = {
  kind: 'clock-skew',
  summary: "The service's clock is `ms` ahead of world time (negative: behind; default 600000).",
  make({ asked, options, signedAt }) {
    const skewMs = numberOption(options, 'ms', 600_000)
    const refused =
      signedAt === undefined ? undefined : refusedForSkew(asked.service, signedAt, asked.world.now + skewMs)
    return { skewMs, ...(refused ? { before: refused } : {}) }
  },
}
