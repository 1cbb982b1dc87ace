/** What a kind of fault is: a name, a sentence, and what it does to one call. */
import type { Fault, FaultRequest } from '../gate.ts'
import type { World } from '../world/world.ts'

export interface FaultContext {
  asked: FaultRequest
  /** As given when the fault was set. */
  options: Record<string, unknown>
  /** The world as it was when the fault was set; only for kinds that ask for it. */
  snapshot?: World
  /** Access key ids that the world knew when the fault was set. */
  knownKeys: ReadonlySet<string>
  /** When the call was signed, ms since the epoch; only for keys whose signatures are verified. */
  signedAt?: number
}

export interface FaultKind {
  /** As written in `fault({ kind })`. */
  kind: string
  /** One sentence for the practice panel; names the options and their units. */
  summary: string
  /** Keep a copy of the world when the fault is set. */
  needsSnapshot?: boolean
  /** What goes wrong with this call; undefined when the kind has nothing to do with it. */
  make(context: FaultContext): Omit<Fault, 'kind'> | undefined
}

/** A number among the options, or `fallback`. */
export function numberOption(options: Record<string, unknown>, name: string, fallback: number): number {
  const value = options[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

/** A text among the options, or `fallback`. */
export function textOption(options: Record<string, unknown>, name: string, fallback: string): string {
  const value = options[name]
  return typeof value === 'string' ? value : fallback
}
