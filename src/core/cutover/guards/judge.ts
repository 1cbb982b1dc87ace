/** What follows from the guards' readings, and when a cutover that was stopped may go on. */
import type { GuardAction, GuardId, GuardReading } from './guard.ts'

export type Verdict = 'ok' | GuardAction

const severity: readonly Verdict[] = ['ok', 'pause', 'abort', 'abort-now']

export interface Judgement {
  verdict: Verdict
  /** The readings that ask for something, worst first. */
  trips: GuardReading[]
}

/** What could not be judged is neither good nor bad: only too little traffic pauses by itself, and speaks for the others. */
export function judge(readings: readonly GuardReading[]): Judgement {
  const trips = readings
    .filter(({ id, state }) => state === 'tripped' || (state === 'inconclusive' && id === 'G9'))
    .toSorted((a, b) => severity.indexOf(b.action) - severity.indexOf(a.action))
  return { verdict: trips[0]?.action ?? 'ok', trips }
}

/** What is remembered between evaluations. */
export interface GuardMemory {
  /** The worst verdict since the last time that all was well. */
  held: Verdict
  /** The guards that caused it. */
  by: GuardId[]
  /** Evaluations without a trip in a row, since. */
  clean: number
  /** ms since the epoch: since when nothing was seen to be wrong. Too little traffic shows nothing wrong. */
  cleanSince?: number | undefined
  /** ms since the epoch. */
  evaluatedAt?: number
  /** ms since the epoch: when metrics were read last, while they cannot be read. Nothing after that was seen to be in order. */
  readUntil?: number
}

export const freshMemory: GuardMemory = { held: 'ok', by: [], clean: 0 }

const cleanToResume = 2

/** ms that guards bridge with what was seen last, between two looks or while a source cannot be read; after a longer time nobody has watched. */
export const longestGap = 3 * 60_000

/**
 * The memory after one more evaluation. Once something tripped, two clean ones in a row are needed; an evaluation in which those
 * guards could not judge is not clean.
 */
export function remember(memory: GuardMemory, readings: readonly GuardReading[], now: number): GuardMemory {
  const { verdict, trips } = judge(readings)
  const isUnsure = readings.some(({ id, state }) => state === 'inconclusive' && memory.by.includes(id))
  const isWrong = trips.some(({ state }) => state === 'tripped')
  const isStillWrong = isUnsure && memory.cleanSince === undefined
  return {
    ...(verdict === 'ok' ? withClean(memory, isUnsure) : withTrips(memory, verdict, trips)),
    cleanSince: isWrong || isStillWrong ? undefined : watchedSince(memory, now),
    evaluatedAt: now,
  }
}

type Held = Pick<GuardMemory, 'held' | 'by' | 'clean'>

function withTrips({ held, by }: GuardMemory, verdict: Verdict, trips: readonly GuardReading[]): Held {
  return {
    held: severity.indexOf(verdict) > severity.indexOf(held) ? verdict : held,
    by: [...new Set([...by, ...trips.map(({ id }) => id)])],
    clean: 0,
  }
}

function withClean({ held, by, clean }: GuardMemory, isUnsure: boolean): Held {
  if (isUnsure) return { held, by, clean: 0 }
  return clean + 1 >= cleanToResume
    ? { held: 'ok', by: [], clean: clean + 1 }
    : { held, by, clean: clean + 1 }
}

function watchedSince(
  { cleanSince = Number.POSITIVE_INFINITY, evaluatedAt }: GuardMemory,
  now: number,
): number {
  const isWatched = evaluatedAt !== undefined && now - evaluatedAt <= longestGap
  return isWatched ? Math.min(cleanSince, now) : now
}
