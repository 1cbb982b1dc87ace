/**
 * Route 53's limits on calls: token buckets, one of the account and one of each API action.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/throttling-api-requests.html
 */
import { AwsError, type Call, type Operation } from '../../operation.ts'
import type { World } from '../../world/world.ts'

interface Limit {
  burst: number
  perSecond: number
}

const USUAL: Limit = { burst: 50, perSecond: 10 }

const LIMITS: Record<string, Limit> = {
  GetHealthCheckStatus: { burst: 4, perSecond: 1 },
  CreateHealthCheck: { burst: 50, perSecond: 0.5 },
}

interface Bucket {
  tokens: number
  /** ms since the epoch. */
  filledAt: number
}

/** Kept outside of the world's tables: reading must change nothing there. A world that is saved and loaded starts with full buckets. */
const buckets = new WeakMap<World, Map<string, Bucket>>()

/** The operation, limited in worlds whose rules say so. A refused call spends nothing. */
export function throttled(operation: Operation): Operation {
  return {
    ...operation,
    run: (input: never, call: Call) => {
      if (call.world.dns.rules.throttles) spend(call.world, operation.name)
      return operation.run(input, call)
    },
  }
}

/** @throws AwsError Throttling */
function spend(world: World, action: string): void {
  const own = filled(world, action, LIMITS[action] ?? USUAL)
  const account = filled(world, 'account', USUAL)
  if (own.tokens < 1 || account.tokens < 1) throw new AwsError('Throttling', 'Rate exceeded')
  own.tokens -= 1
  account.tokens -= 1
}

function filled(world: World, name: string, { burst, perSecond }: Limit): Bucket {
  const ofWorld = buckets.get(world) ?? new Map<string, Bucket>()
  buckets.set(world, ofWorld)
  const bucket = ofWorld.get(name) ?? { tokens: burst, filledAt: world.now }
  ofWorld.set(name, bucket)
  const gained = (Math.max(0, world.now - bucket.filledAt) / 1000) * perSecond
  bucket.tokens = Math.min(burst, bucket.tokens + gained)
  bucket.filledAt = world.now
  return bucket
}
