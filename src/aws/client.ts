/** Makes an Aws: SDK clients at first use, all with the same keys, handler and budget. */
import { FetchHttpHandler } from '@smithy/fetch-http-handler'
import type { HttpHandlerUserInput } from '@smithy/protocol-http'
import type { AwsCredentialIdentity } from '@smithy/types'
import { serverOffset } from '../lib/clock.ts'
import type { Aws, AwsPorts } from './context.ts'
import { Limiter } from './limiter.ts'
import { NoCredentials } from './problem.ts'
import { Reach } from './reach.ts'
import type { AwsService, Sender, ServiceKey } from './service.ts'

export interface AwsOptions {
  /** Twelve digits. */
  account: string
  region: string
  role: string
  /** One base URL for all services. */
  endpoint?: string | undefined
  /** Base URLs per service; they win over `endpoint`. */
  endpoints?: Partial<Record<ServiceKey, string>> | undefined
  /** Good keys of the role; rejects with an error named `SignInRequired` when the session is over, with another one for now. */
  credentials: () => Promise<AwsCredentialIdentity>
  /** Default: the browser's fetch. Practice mode and tests bring their own. */
  requestHandler?: HttpHandlerUserInput | undefined
  /** Shared by all roles of one account and Region; default: one of its own. */
  limiter?: Limiter
  ports: AwsPorts
}

export function createAws(options: AwsOptions): Aws {
  const { account, region, role, ports } = options
  const clients = new Map<ServiceKey, Sender>()
  const requestHandler = options.requestHandler ?? browserHandler()
  return {
    key: `${account}/${region}/${role}`,
    account,
    region,
    role,
    ports,
    reach: new Reach(),
    limiter: options.limiter ?? createLimiter(ports.now),
    client<Client extends Sender>(service: AwsService<Client>): Client {
      const known = clients.get(service.key)
      // One factory per key: what is kept under it is what that factory made.
      if (known) return known as Client
      const endpoint = options.endpoints?.[service.key] ?? options.endpoint
      const made = service.create({
        region,
        maxAttempts: 1,
        credentials: keysOf(options.credentials),
        requestHandler,
        systemClockOffset: serverOffset(),
        ...(endpoint !== undefined && { endpoint }),
      })
      clients.set(service.key, made)
      return made
    },
  }
}

/** The budget of one account and Region. `share` (0..1] of AWS's limits. */
export function createLimiter(now: () => number, share?: number): Limiter {
  return new Limiter({ now, later: (work, delay) => void setTimeout(work, delay) }, share)
}

/** Route 53 reads are GETs: nothing AWS says may come from the browser's cache. */
function browserHandler(): HttpHandlerUserInput {
  return new FetchHttpHandler({ cache: 'no-store', credentials: 'omit' })
}

/** Keys are kept and renewed by auth/: `memoized` keeps the SDK from holding on to old ones. */
function keysOf(credentials: AwsOptions['credentials']): () => Promise<AwsCredentialIdentity> {
  const provide = (): Promise<AwsCredentialIdentity> =>
    credentials().catch((error: unknown) => {
      throw new NoCredentials(error)
    })
  return Object.assign(provide, { memoized: true })
}
