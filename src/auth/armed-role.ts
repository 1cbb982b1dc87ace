/** The stronger role for a short time: who holds it, until when, and its dropping back by itself. */

/** Milliseconds a stronger role is held. */
export const armedFor = 15 * 60_000

export interface ArmedRole {
  readonly role: string
  /** ms since the epoch. */
  readonly until: number
  /** Ends it; what was to happen at the end does not happen. */
  cancel(): void
}

export interface ArmedPorts {
  /** ms since the epoch by AWS's clock: this computer's may be set back. */
  serverNow: () => number
  setTimer: (work: () => void, delayMs: number) => number
  clearTimer: (id: number) => void
}

/** Calls `dropped` once when the time is over. A tab that slept through it drops at once on waking: the timer looks at the clock again. */
export function armRole(role: string, ports: ArmedPorts, dropped: () => void): ArmedRole {
  const until = ports.serverNow() + armedFor
  let timer: number | undefined
  const watch = (): void => {
    const left = until - ports.serverNow()
    if (left <= 0) {
      timer = undefined
      dropped()
      return
    }
    // Short steps, because timers stand still while a computer sleeps.
    timer = ports.setTimer(watch, Math.min(left, 5_000))
  }
  watch()
  return {
    role,
    until,
    cancel() {
      if (timer !== undefined) ports.clearTimer(timer)
    },
  }
}
