/** Finds the world of a call, and who calls: by access key, or for unsigned calls by identity pool or identity. */
import type { Worlds } from '../control/worlds.ts'
import type { Identified, IdentifyRequest } from '../gate.ts'
import { AwsError } from '../operation.ts'
import type { World } from '../world/world.ts'
import { signingTime } from './clock-skew.ts'
import { adoptKeys } from './furnish.ts'
import { refusalOf } from './verify-caller.ts'

export interface IdentifyOptions {
  worlds: Worlds
  /** A new world of the server's scenario for a key nobody has seen. */
  makeWorld: () => World
  /** Moves a world to the clock's present, so that expiry is judged by it. */
  sync: (world: World) => void
  /** ms of world time that pass in one of real time. */
  speed: number
  /** Told when a verified key signed (ms since the epoch); true when a fault put the service's clock wrong and judges that time. */
  clockIsWrong: (world: World, asked: IdentifyRequest, signedAt: number) => boolean
}

/** @throws AwsError when nothing leads to a world. */
export function identify(options: IdentifyOptions, asked: IdentifyRequest): Identified {
  return asked.scope ? signed(options, asked, asked.scope) : unsigned(options.worlds, asked)
}

function signed(
  { worlds, makeWorld, sync, speed, clockIsWrong }: IdentifyOptions,
  asked: IdentifyRequest,
  scope: NonNullable<IdentifyRequest['scope']>,
): Identified {
  const known = worlds.ofAccessKey(scope.accessKeyId)
  if (!known) {
    const world = makeWorld()
    const caller = adoptKeys(world, scope.accessKeyId, scope.sessionToken ?? '')
    worlds.add(world)
    return { world, caller }
  }
  sync(known.world)
  const refused = refusalOf(asked, known.caller, {
    now: known.world.now,
    speed,
    judgeTime: !known.caller.verified || !clockIsWrong(known.world, asked, signingTime(scope.signedAt)),
  })
  return refused ? { ...known, refused } : known
}

function unsigned(worlds: Worlds, { input }: IdentifyRequest): Identified {
  const poolId = textOf(input?.IdentityPoolId)
  const identityId = textOf(input?.IdentityId)
  const world = poolId === undefined ? worlds.ofIdentity(identityId ?? '') : worlds.ofIdentityPool(poolId)
  if (!world)
    throw new AwsError(
      'ResourceNotFoundException',
      poolId === undefined
        ? `Identity '${identityId ?? ''}' not found.`
        : `IdentityPool '${poolId}' not found.`,
    )
  return { world, region: (poolId ?? identityId ?? '').split(':')[0] ?? '' }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
