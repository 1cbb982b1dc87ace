/** What a cutover needs of the tab that it runs in. */
import type { SessionReport } from '../../aws/cutover/fact-context.ts'
import type { Aws } from '../../aws/context.ts'
import type { DohPorts } from '../../aws/dns/resolvers.ts'
import type { Leadership } from '../../browser/locks.ts'
import type { Conditions } from '../../core/cutover/run.ts'
import type { Chance } from '../../core/cutover/identifiers.ts'
import type { CutoverTables } from './rows.ts'

/** Who is signed in, and whether AWS can be reached. */
export interface Surroundings {
  get: () => Pick<Conditions, 'signedIn' | 'online' | 'throttledUntil'>
  subscribe: (listener: () => void) => () => void
  /** Until when the present keys are good, ms since the epoch. Rejects while there are none. */
  keysUntil: () => Promise<number>
  /** Tries to renew them. Never rejects. */
  session: () => Promise<SessionReport>
}

/** Times are ms since the epoch by AWS's clock. */
export interface CutoverHost {
  /** Looked up for each call: keys that were typed anew come with another one. */
  readonly aws: Aws
  /** Absent where public resolvers must not learn the hostname. */
  readonly doh?: DohPorts | undefined
  readonly surroundings: Surroundings
  readonly tables: CutoverTables
  now: () => number
  readonly chance: Chance
  /** Resolves when it is that late; rejects when `signal` is aborted. */
  sleepUntil: (time: number, signal: AbortSignal) => Promise<void>
  lead: (name: string) => Leadership
  /** Keeps the computer awake until the function that it returns is called. */
  keepAwake: () => () => void
  /** What this browser gets from an address by itself; undefined where it may not ask. */
  probe: (url: string) => Promise<'answered' | 'failed' | undefined>
  /** Told about mistakes of ours. */
  onMistake: (mistake: unknown) => void
}
