/** The worlds of one simulator, and who leads to them: an access key, a pool, an identity or the world's own id. */
import type { CredentialRecord } from '../world/identity-tables.ts'
import { own } from '../identity/own.ts'
import type { World } from '../world/world.ts'

export class Worlds {
  private readonly byId = new Map<string, World>()
  private readonly byKey = new Map<string, World>()

  /** A saved world that is loaded again takes the place of the former, and of the keys that led there. */
  add(world: World): void {
    const former = this.byId.get(world.id)
    for (const [key, other] of this.byKey) if (other === former) this.byKey.delete(key)
    // Deleted first: a map keeps the place of a key that is set again, and this world is the newest now.
    this.byId.delete(world.id)
    this.byId.set(world.id, world)
    for (const key of Object.keys(world.identity.credentials)) this.byKey.set(key, world)
  }

  has(id: string): boolean {
    return this.byId.has(id)
  }

  /** The world of an access key and the key's record. Keys issued since the last look are found too. */
  ofAccessKey(key: string): { world: World; caller: CredentialRecord } | undefined {
    const world =
      this.byKey.get(key) ?? this.find((candidate) => Object.hasOwn(candidate.identity.credentials, key))
    const caller = own(world?.identity.credentials ?? {}, key)
    if (!world || !caller) return undefined
    this.byKey.set(key, world)
    return { world, caller }
  }

  ofUserPool(userPoolId: string): World | undefined {
    return this.find((world) => Object.hasOwn(world.identity.userPools, userPoolId))
  }

  ofIdentityPool(identityPoolId: string): World | undefined {
    return this.find((world) => Object.hasOwn(world.identity.identityPools, identityPoolId))
  }

  ofIdentity(identityId: string): World | undefined {
    return this.find((world) =>
      Object.values(world.identity.identityPools).some((pool) =>
        Object.values(pool.identities).includes(identityId),
      ),
    )
  }

  /** The world named by its id or by any of its access keys. */
  named(key: string): World | undefined {
    return this.byId.get(key) ?? this.ofAccessKey(key)?.world
  }

  /** Newest first: with equal ids in two loaded copies of one saved world, the last one loaded answers. */
  private find(test: (world: World) => boolean): World | undefined {
    return [...this.byId.values()].toReversed().find(test)
  }
}
