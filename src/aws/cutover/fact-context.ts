/** Reads each fact once, when the first check asks for it; facts may be read from other facts. */
import type {
  FactKey,
  Facts,
  Reading,
  Readings,
  SessionFact,
  Subject,
} from '../../core/cutover/preflight/facts.ts'
import { AwsProblem } from '../../core/problem.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import type { DohPorts } from '../dns/resolvers.ts'

/** What the keys in use say of themselves. */
export type SessionReport = Pick<SessionFact, 'expiresAt' | 'renewable' | 'signInEndsAt'>

export interface PreflightPorts {
  aws: Aws
  /** Absent where public resolvers must not learn the hostname. */
  doh?: DohPorts
  /** Tries to renew the keys of the role. */
  session: () => Promise<SessionReport>
  /** AWS's clock, ms since the epoch. */
  now: () => number
}

export interface FactContext {
  ports: PreflightPorts
  subject: Subject
  options: CallOptions
  /** Least time that the keys must last, ms. */
  needed: number
  /** @throws AwsProblem, NoFact, or the reason of an abort */
  get: <Key extends FactKey>(key: Key) => Promise<Facts[Key]>
}

export type Readers = { readonly [Key in FactKey]: (context: FactContext) => Promise<Facts[Key]> }

/** There is no such thing, because of another fact that was read. */
export class NoFact extends Error {
  readonly key: FactKey

  constructor(key: FactKey) {
    super(`Nothing follows from ${key}`)
    this.name = 'NoFact'
    this.key = key
  }
}

export function factContext(readers: Readers, given: Omit<FactContext, 'get'>): FactContext {
  const known = new Map<FactKey, Promise<unknown>>()
  const context: FactContext = {
    ...given,
    get<Key extends FactKey>(key: Key): Promise<Facts[Key]> {
      // Each key has the promise of its own reader.
      const started = known.get(key) as Promise<Facts[Key]> | undefined
      if (started) return started
      const reading = readers[key](context)
      known.set(key, reading)
      return reading
    },
  }
  return context
}

/** Never rejects for what AWS or the facts themselves refuse. @throws the reason of an abort */
export async function readingsOf(context: FactContext, keys: readonly FactKey[]): Promise<Readings> {
  const entries = await Promise.all(keys.map(async (key) => [key, await settled(context.get(key))] as const))
  return Object.fromEntries(entries)
}

/** The value, or why there is none. @throws whatever is neither AWS's refusal nor a missing fact */
export async function settled<T>(reading: Promise<T>): Promise<Reading<T>> {
  try {
    return { value: await reading }
  } catch (error) {
    if (error instanceof AwsProblem) return { problem: error.facts }
    if (error instanceof NoFact) return { missing: error.key }
    throw error
  }
}
