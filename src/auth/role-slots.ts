/** Keys of each role that was asked for: one slot a role, made at first use, forgotten when the role is dropped. */
import type { Keys, Role } from './authority.ts'
import { type CredentialSlot, openSlot } from './credential-slot.ts'
import type { IdentityPool } from './credentials.ts'
import type { TokenKeeper } from './token-keeper.ts'

export interface RoleSlotsPorts {
  keeper: TokenKeeper
  pool: IdentityPool
  serverNow: () => number
  /** Told why keys could not be had. */
  failed: (error: unknown) => void
}

export class RoleSlots {
  readonly #roles: Role[]
  readonly #ports: RoleSlotsPorts
  readonly #slots = new Map<string, CredentialSlot>()

  constructor(roles: Role[], ports: RoleSlotsPorts) {
    this.#roles = roles
    this.#ports = ports
  }

  /** @throws Error when the user has no such role, SignInRequired when the session is over */
  async keys(name: string, renew = false): Promise<Keys> {
    const arn = this.#roles.find((role) => role.name === name)?.arn
    if (!arn) throw new Error(`This user has no role ${name}`)
    const slot = this.#slots.get(name) ?? openSlot(() => this.#fetch(arn), this.#ports.serverNow)
    this.#slots.set(name, slot)
    return slot.get(renew)
  }

  /** Forgets the keys of one role, or of all. */
  forget(name?: string): void {
    if (name === undefined) this.#slots.clear()
    else this.#slots.delete(name)
  }

  async #fetch(arn: string): Promise<Keys> {
    const { keeper, pool, failed } = this.#ports
    try {
      return await pool.keys(await keeper.idToken(), arn).catch(async (error: unknown) => {
        // The token may be over by AWS's clock while ours calls it good; a second refusal is about something else.
        if (!(error instanceof Error && error.name === 'NotAuthorizedException')) throw error
        return pool.keys(await keeper.idToken(true), arn)
      })
    } catch (error) {
      failed(error)
      throw error
    }
  }
}
