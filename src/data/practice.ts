/** The practice panel's handle on the simulated AWS inside the page. Plain data both ways: nothing here knows the simulator. */
import { createContext, useContext } from 'react'
import type { TroubleId } from '../core/practice/troubles.ts'
import { AwsContext } from './session.ts'

export type { TroubleId } from '../core/practice/troubles.ts'

export interface PracticeScenario {
  name: string
  summary: string
}

export interface PracticeFaultKind {
  kind: string
  /** Names the options and their units. */
  summary: string
}

/** What goes wrong, and with which calls. */
export interface PracticeFault {
  kind: string
  match?: {
    /** ecs, elbv2, cloudwatch, logs, sts … */
    service?: string
    /** AWS's operation name; `*` and `?` are wildcards. */
    operation?: string
    /** Only the nth matching call (1 for the first). */
    nth?: number
    /** A text that one of the input's values contains. */
    resource?: string
  }
  /** At most that many times. */
  times?: number
  /** Share (0..1] of matching calls. */
  share?: number
  /** Seconds of world time after which it ends by itself. */
  forSeconds?: number
  options?: Record<string, unknown>
}

export interface ActivePracticeFault extends PracticeFault {
  id: string
  /** Calls it has happened to. */
  hits: number
}

/** One call or one effect in the simulated account. */
export interface PracticeJournalEntry {
  /** World time, ms since the epoch. */
  at: number
  kind: string
  /** One readable line. */
  text: string
}

/** Whom a trouble happens to. */
export interface TroubleSubject {
  hostname: string
  /** `<cluster>/<service>`. */
  service: string
}

export interface PracticeControl {
  scenarios: readonly PracticeScenario[]
  faults: readonly PracticeFaultKind[]
  /** Name of the scenario that is loaded. */
  scenario(): string
  /** True while the simulated account is a copy of a live one. */
  isRehearsal(): boolean
  /** Starts anew with a scenario (`copy`: what was copied); every query of the page must be fetched again afterwards. */
  load(scenario: string, seed?: number): Promise<void>
  inject(fault: PracticeFault): { id: string }
  activeFaults(): ActivePracticeFault[]
  /** Ends one fault; or all of them, and the troubles. */
  clear(id?: string): void
  /** Hostnames that visitors go to, and services behind load balancers. */
  subjects(): { hostnames: string[]; services: string[] }
  /** Makes one of the troubles of core/practice/troubles.ts. @throws Error that says why it cannot happen */
  trouble(id: TroubleId, subject: TroubleSubject): void
  /** True when values of task definitions were not kept over a reload. */
  isWithheld(): boolean
  /** True while a trouble lasts until it is ended. */
  isTroubled(): boolean
  /** Somebody signed in again: keys that were refused as expired are good. */
  signedIn(): void
  /** Resolvers of the simulated internet that answer over HTTPS; the page's own `fetch` does not reach them. */
  resolvers(): { name: string; url: string }[]
  /** Moves world time on by an ISO 8601 duration such as `PT10M`. */
  advance(duration: string): void
  /** World time that passes in one unit of real time; `set` changes it. */
  speed: { get(): number; set(times: number): void }
  /** Every call and every effect since the scenario was loaded, in order. */
  journal(): PracticeJournalEntry[]
}

/** True while the page shows a copy of a live account. */
export function useIsRehearsal(): boolean {
  // Another scenario comes with other keys, and so with another account to show.
  useContext(AwsContext)
  return usePractice()?.isRehearsal() ?? false
}

export const PracticeContext = createContext<PracticeControl | undefined>(undefined)

/** The practice control, or undefined when the page talks to a real endpoint. */
export function usePractice(): PracticeControl | undefined {
  return useContext(PracticeContext)
}
