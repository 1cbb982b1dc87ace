/** Keys of each role that was asked for: one slot a role, made at first use, forgotten when the role is dropped. */
import type { Keys, Role } from './authority.ts'
import { type CredentialSlot, openSlot } from './credential-slot.ts'
import type { IdentityPool } from './credentials.ts'
import { SignInRequired } from './sign-in-required.ts'
import type { TokenKeeper } from './token-keeper.ts'

export interface RoleSlotsPorts {
  keeper: TokenKeeper
  pool: IdentityPool
  serverNow: () => number
  /** Told why keys could not be had. */
  failed: (error: unknown) => unknown
}

export class RoleSlots {
  readonly #roles: Role[]
  readonly #ports: RoleSlotsPorts
  readonly #slots = new Map<string, CredentialSlot>()
  /** Why keys for a call could not be had; undefined while they can. */
  #refusal: unknown

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

  /** Keys for a call: unlike one who asks for a stronger role, its caller cannot do without. @throws as `keys` */
  async use(name: string, renew?: boolean): Promise<Keys> {
    try {
      const keys = await this.keys(name, renew)
      this.#refusal = undefined
      return keys
    } catch (error) {
      this.#refusal = endOfSession(error)
      throw this.#refusal
    }
  }

  /** True when the last call had no keys for a reason that passes: late, throttled, out of reach. */
  isPassing(): boolean {
    return this.#refusal !== undefined && !(this.#refusal instanceof SignInRequired)
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

/** A good token that the pool refuses: its user may have lost the role, which only a new sign-in says. */
function endOfSession(error: unknown): unknown {
  return error instanceof Error && error.name === 'NotAuthorizedException'
    ? new SignInRequired(error.message)
    : error
}
