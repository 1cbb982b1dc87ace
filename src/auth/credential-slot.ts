/** Keys of one role, fetched once for all who ask at the same time, and renewed 10 minutes before they expire. */
import type { Keys } from './authority.ts'

/** Milliseconds before the expiry at which keys count as old. */
const margin = 10 * 60_000

export interface CredentialSlot {
  /** Good keys; `renew` asks for new ones. Answers a renewal that is under way rather than starting a second. */
  get(renew?: boolean): Promise<Keys>
}

/** `serverNow`: ms since the epoch by AWS's clock, which wrote the expiry. */
export function openSlot(fetchKeys: () => Promise<Keys>, serverNow: () => number): CredentialSlot {
  let kept: Keys | undefined
  let asking: Promise<Keys> | undefined
  /** Fifty reads that fail together with old keys ask for one renewal, also when the last asks after the first got it. */
  let renewedAt = Number.NEGATIVE_INFINITY

  const ask = (): Promise<Keys> => {
    asking ??= fetchKeys()
      .then((keys) => {
        // The very first keys are no renewal: AWS may refuse them at once, and then others must be fetched.
        if (kept) renewedAt = serverNow()
        kept = keys
        return keys
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }

  return {
    get(renew = false) {
      if (asking) return asking
      const justRenewed = serverNow() - renewedAt < 5_000
      if (!kept || (renew && !justRenewed)) return ask()
      const left = (kept.expiration?.getTime() ?? Number.POSITIVE_INFINITY) - serverNow()
      if (left > margin) return Promise.resolve(kept)
      if (left <= 0) return ask()
      // Still good: answer with them, so that nobody waits for the renewal, nor fails with it.
      const present = kept
      if (!justRenewed) ask().catch(() => undefined)
      return Promise.resolve(present)
    },
  }
}
