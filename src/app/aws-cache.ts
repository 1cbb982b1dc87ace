/** One AWS context and one query cache for each account, Region and role; one call budget for each Region, whatever the role. */
import type { QueryClient } from '@tanstack/react-query'
import type { Keys } from '../auth/authority.ts'
import type { Aws } from '../aws/context.ts'
import { createAws, createLimiter } from '../aws/client.ts'
import type { Limiter } from '../aws/limiter.ts'
import { createQueryClient } from '../data/query-client.ts'
import { now } from '../lib/clock.ts'
import { awsPorts } from './aws-ports.ts'
import type { Opening } from './opening.ts'

export interface AwsEntry {
  aws: Aws
  queries: QueryClient
}

export class AwsCache {
  readonly #opening: Opening
  readonly #entries = new Map<string, AwsEntry>()
  readonly #limiters = new Map<string, Limiter>()

  constructor(opening: Opening) {
    this.#opening = opening
  }

  /** `generation` of the keys: what was read with former ones is not shown again. */
  entry(region: string, role: string, generation: number): AwsEntry {
    const key = `${region}/${role}/${generation}`
    const entry = this.#entries.get(key) ?? this.#make(region, role, generation)
    this.#entries.set(key, entry)
    return entry
  }

  /** After a new sign-in: everything on the screen is read again. */
  refreshAll(): void {
    for (const { queries } of this.#entries.values()) void queries.invalidateQueries()
  }

  #make(region: string, role: string, generation: number): AwsEntry {
    const { authority, backend, config } = this.#opening
    const limiter = this.#limiters.get(region) ?? createLimiter(now)
    this.#limiters.set(region, limiter)
    const isCurrent = (): boolean => {
      const snapshot = authority.snapshot()
      return snapshot.role === role && snapshot.generation === generation
    }
    const keys = (renew?: boolean): Promise<Keys> =>
      isCurrent() ? authority.keys(role, renew) : Promise.reject(new Error(`${role} is no longer in use`))
    const aws = createAws({
      account: config.account,
      region,
      role,
      endpoint: config.endpoint,
      endpoints: config.endpoints,
      credentials: () => keys(),
      requestHandler: backend.requestHandler,
      limiter,
      ports: awsPorts(authority, keys, isCurrent, backend.practice ? practiceFetch : backend.fetch),
    })
    return { aws, queries: createQueryClient() }
  }
}

/** In practice nothing leaves the page, and the page is always there. */
const practiceFetch = (): Promise<Response> => Promise.resolve(new Response())
