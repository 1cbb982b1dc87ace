/** Managed sign-in: tokens from the user pool, keys from the identity pool, one slot per role. */
import type { AuthorizationServer } from 'oauth4webapi'
import type { CognitoConfig } from '../config/schema.ts'
import { type ArmedPorts, type ArmedRole, armRole } from './armed-role.ts'
import type { Authority, AuthoritySnapshot, Keys, Role } from './authority.ts'
import { type CredentialSlot, openSlot } from './credential-slot.ts'
import type { IdentityPool } from './credentials.ts'
import { SignInRequired, type Tokens } from './protocol.ts'
import { type TokenKeeper, type TokenKeeperPorts, keepTokens } from './token-keeper.ts'
import { Store } from '../lib/store.ts'

export interface CognitoPorts extends ArmedPorts, Omit<TokenKeeperPorts, 'endedElsewhere' | 'restored'> {
  pool: IdentityPool
  /** Leaves for the sign-in page. */
  signIn: (returnTo: string) => Promise<void>
  /** Leaves for the managed login's logout, which comes back to the sign-in page. */
  leave: () => void
}

/** The user's groups map to none of the configured roles. */
export class NoRole extends Error {
  readonly user: string

  constructor(user: string) {
    super(`${user} has none of the roles of config.json`)
    this.name = 'NoRole'
    this.user = user
  }
}

/** Roles of config.json, in its order, that the token lists. A pool whose tokens list none maps roles by itself: all are offered. */
export function rolesOf(config: CognitoConfig, tokens: Pick<Tokens, 'roleArns'>): Role[] {
  if (tokens.roleArns.length === 0) return config.roles
  return config.roles.filter((role) => tokens.roleArns.includes(role.arn))
}

/** @throws NoRole */
export function cognitoAuthority(
  config: CognitoConfig,
  server: AuthorizationServer,
  tokens: Tokens,
  ports: CognitoPorts,
): Authority {
  const roles = rolesOf(config, tokens)
  const base = roles[0]
  if (!base) throw new NoRole(tokens.user)
  const state = new Store<AuthoritySnapshot>({
    status: 'signed-in',
    role: base.name,
    roles,
    user: tokens.user,
  })
  const slots = new Map<string, CredentialSlot>()
  let armed: ArmedRole | undefined

  const require = (): void => {
    if (state.get().status === 'signed-in') state.set({ ...state.get(), status: 'sign-in-required' })
  }
  const keeper = keepTokens(config, server, tokens, {
    ...ports,
    endedElsewhere: () => {
      armed?.cancel()
      slots.clear()
      state.set({ status: 'signed-out', role: base.name, roles, user: tokens.user })
    },
    restored: () => {
      if (state.get().status === 'sign-in-required') state.set({ ...state.get(), status: 'signed-in' })
    },
  })

  const slotOf = (name: string): CredentialSlot => {
    const arn = roles.find((role) => role.name === name)?.arn
    if (!arn) throw new Error(`${tokens.user} has no role ${name}`)
    const slot =
      slots.get(name) ?? openSlot(() => fetchKeys(keeper, ports.pool, arn, require), ports.serverNow)
    slots.set(name, slot)
    return slot
  }

  const disarm = (): void => {
    if (!armed) return
    armed.cancel()
    // Forgotten, not just unused: what was armed must not be at hand afterwards.
    slots.delete(armed.role)
    armed = undefined
    const { armedUntil: _over, ...rest } = state.get()
    state.set({ ...rest, role: base.name })
  }

  return {
    mode: 'cognito',
    snapshot: state.get,
    subscribe: state.subscribe,
    keys: (role, renew) => slotOf(role).get(renew),
    async arm(name) {
      if (name === base.name) return disarm()
      await slotOf(name).get()
      if (armed && armed.role !== name) slots.delete(armed.role)
      armed?.cancel()
      armed = armRole(name, ports, disarm)
      state.set({ ...state.get(), role: name, armedUntil: armed.until })
    },
    disarm,
    signIn: (returnTo) => ports.signIn(returnTo),
    async signOut() {
      armed?.cancel()
      slots.clear()
      state.set({ ...state.get(), status: 'signed-out' })
      await keeper.end()
      ports.leave()
    },
  }
}

async function fetchKeys(
  keeper: TokenKeeper,
  pool: IdentityPool,
  arn: string,
  signInRequired: () => void,
): Promise<Keys> {
  try {
    return await pool.keys(await keeper.idToken(), arn).catch(async (error: unknown) => {
      // The token may be over by AWS's clock while ours calls it good; a second refusal is about something else.
      if (!(error instanceof Error && error.name === 'NotAuthorizedException')) throw error
      return pool.keys(await keeper.idToken(true), arn)
    })
  } catch (error) {
    if (error instanceof SignInRequired) signInRequired()
    throw error
  }
}
