/** What a guard is: one rule that tells from readings whether traffic may stay where it is. */
import type { Message, Text, TextValues } from '../../../i18n/text.ts'
import type { WatchReadings } from './readings.ts'

export type GuardId = 'G1' | 'G2' | 'G2b' | 'G2c' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7' | 'G8' | 'G9'

/** inconclusive: too little was measured to say either. */
export type GuardState = 'ok' | 'tripped' | 'inconclusive'

/** abort-now: traffic moves back at once; abort: after a countdown that can be stopped; pause: no step forward. */
export type GuardAction = 'abort-now' | 'abort' | 'pause'

export interface GuardReading {
  id: GuardId
  state: GuardState
  /** What follows when it trips. */
  action: GuardAction
  value?: number
  /** In the unit of `value`. */
  threshold?: number
  message: Message
}

/** Numbers that a person may change, by name. */
export type Thresholds = Readonly<Record<string, number>>

export interface Guard {
  id: GuardId
  title: Text
  /** Defaults. */
  thresholds: Thresholds
  evaluate(readings: WatchReadings, changed?: Thresholds): GuardReading
}

/** What a guard found. `text` is said instead of the usual words. */
export interface Finding {
  state: GuardState
  value?: number | undefined
  threshold?: number
  text?: Text
  values?: TextValues
}

interface GuardRule<T extends Thresholds> {
  id: GuardId
  title: Text
  action: GuardAction
  thresholds: T
  /** Words for each state; they may name `value`, `threshold` and every threshold. */
  says: Record<GuardState, Text>
  find(readings: WatchReadings, thresholds: T): Finding
}

export function defineGuard<T extends Thresholds>(rule: GuardRule<T>): Guard {
  const { id, title, action, thresholds, says } = rule
  return {
    id,
    title,
    thresholds,
    evaluate: (readings, changed = {}) => {
      const inForce = { ...thresholds, ...changed }
      const { state, value, threshold, text = says[state], values } = rule.find(readings, inForce)
      const measured = {
        ...(value !== undefined && { value }),
        ...(threshold !== undefined && { threshold }),
      }
      return {
        id,
        state,
        action,
        ...measured,
        message: { text, values: { ...inForce, ...measured, ...values } },
      }
    },
  }
}
