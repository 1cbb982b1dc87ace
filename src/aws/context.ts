/** What every AWS function takes first: an account, a Region and a role, with the means to call AWS as that role. */
import type { SdkCommand } from './call.ts'
import type { Limiter } from './limiter.ts'
import type { Reach } from './reach.ts'
import type { AwsService, Sender } from './service.ts'

/** Where calls meet the outside. Times are ms. */
export interface AwsPorts {
  /** Gets new keys after AWS called the present ones expired; many who ask at once share one renewal. Rejects when only a new sign-in can help. */
  renew: () => Promise<void>
  /** Called when no keys can be had any more. */
  onSignedOut: () => void
  /** False when the browser knows that it has no network. */
  online: () => boolean
  /** True when our own origin answers, which tells "blocked" from "offline". */
  reachesOwnOrigin: () => Promise<boolean>
  /** In [0, 1); spreads retries. */
  random: () => number
  /** Resolves after `ms`; rejects when `signal` is aborted first. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  /** This computer's time, ms since the epoch. */
  now: () => number
}

export interface Aws {
  /** Names account, Region and role; part of every query key. */
  readonly key: string
  /** Twelve digits. */
  readonly account: string
  readonly region: string
  readonly role: string
  /** The SDK client of a service, made at first use. */
  client<Client extends Sender>(service: AwsService<Client>): Client
  /** The call budget of this account and Region, shared by its roles. */
  readonly limiter: Limiter
  /** Which services the browser was found unable to reach. */
  readonly reach: Reach
  readonly ports: AwsPorts
  /** Told of every answer that could be read, as the SDK gives it. */
  readonly heard?: (asked: { service: AwsService; command: SdkCommand<unknown> }, output: unknown) => void
}
