/** Joins what a configuration says and what sign-in holds to an Aws for one Region and role. */
import { createAws, createLimiter } from '../aws/client.ts'
import type { AwsOptions } from '../aws/client.ts'
import type { Aws } from '../aws/context.ts'
import type { Limiter } from '../aws/limiter.ts'
import type { Authority } from '../auth/authority.ts'
import { isOnline, reachesOwnOrigin } from '../browser/connection.ts'
import type { Config } from '../config/schema.ts'
import { now } from '../lib/clock.ts'
import { sleep } from '../lib/sleep.ts'

export interface OpenAwsOptions {
  config: Pick<Config, 'account' | 'endpoint' | 'endpoints'>
  /** Gives keys of `role`, and renews them. */
  authority: Pick<Authority, 'keys'>
  region: string
  role: string
  /** Practice mode brings its own; default: the browser's fetch. */
  requestHandler?: AwsOptions['requestHandler']
  /** Called when no keys can be had any more; the authority usually knows by itself. */
  onSignedOut?: () => void
  /** Share (0..1] of AWS's rate limits that this browser may spend; default 0.25. */
  share?: number
}

/** One budget for each account and Region, whichever role spends it. */
const limiters = new Map<string, Limiter>()

/** Make one for each Region and role, and keep it: it owns the SDK's clients. */
export function openAws({ config, authority, region, role, ...rest }: OpenAwsOptions): Aws {
  const place = `${config.account}/${region}`
  const limiter = limiters.get(place) ?? createLimiter(now, rest.share)
  limiters.set(place, limiter)
  return createAws({
    account: config.account,
    region,
    role,
    endpoint: config.endpoint,
    endpoints: config.endpoints,
    requestHandler: rest.requestHandler,
    limiter,
    credentials: () => authority.keys(role),
    ports: {
      renew: async () => void (await authority.keys(role, true)),
      onSignedOut: rest.onSignedOut ?? (() => undefined),
      online: isOnline,
      reachesOwnOrigin,
      random: Math.random,
      sleep,
      now,
    },
  })
}
