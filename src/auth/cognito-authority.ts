/** Managed sign-in: tokens from the user pool, keys from the identity pool, one slot per role. */
import type { AuthorizationServer } from 'oauth4webapi'
import type { CognitoConfig } from '../config/schema.ts'
import { Store } from '../lib/store.ts'
import { type ArmedPorts, type ArmedRole, armRole } from './armed-role.ts'
import type { Authority, AuthoritySnapshot, Role } from './authority.ts'
import type { IdentityPool } from './credentials.ts'
import type { Tokens } from './protocol.ts'
import { SignInRequired } from './sign-in-required.ts'
import { RoleSlots } from './role-slots.ts'
import { type TokenKeeperPorts, keepTokens } from './token-keeper.ts'

export interface CognitoPorts extends ArmedPorts, Omit<TokenKeeperPorts, 'endedElsewhere' | 'restored'> {
  pool: IdentityPool
  /** Leaves for the sign-in page. */
  signIn: (returnTo: string) => Promise<void>
  /** No silent return after a sign-out, even if the page is closed before it has left. */
  forget: () => void
  /** Leaves for the managed login's logout, which comes back to the sign-in page. */
  leave: () => void
}

/** The user's groups map to none of the configured roles. */
export class NoRole extends Error {
  constructor(user: string) {
    super(`${user} has none of the roles of config.json`)
    this.name = 'NoRole'
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
  const { user } = tokens
  const start: AuthoritySnapshot = { status: 'signed-in', role: base.name, roles, generation: 0, user }
  const state = new Store(start)
  let armed: ArmedRole | undefined

  const requireSignIn = (): void => {
    if (state.get().status === 'signed-in') state.set({ ...state.get(), status: 'sign-in-required' })
  }
  const keeper = keepTokens(config, server, tokens, {
    ...ports,
    endedElsewhere: () => forgetAll(),
    restored: () => {
      if (state.get().status === 'sign-in-required') state.set({ ...state.get(), status: 'signed-in' })
    },
  })
  const slots = new RoleSlots(roles, {
    keeper,
    pool: ports.pool,
    serverNow: ports.serverNow,
    failed: (error) => error instanceof SignInRequired && requireSignIn(),
  })

  const forgetAll = (): void => {
    armed?.cancel()
    slots.forget()
    ports.forget()
    state.set({ ...start, status: 'signed-out' })
  }
  const disarm = (lapsed?: string): void => {
    if (!armed) return state.set(told(state.get()))
    armed.cancel()
    // Forgotten, not just unused: what was armed must not be at hand afterwards.
    slots.forget(armed.role)
    armed = undefined
    state.set({ ...start, status: state.get().status, ...(lapsed !== undefined && { lapsed }) })
  }

  const take = (name: string): void => {
    armed?.cancel()
    armed = armRole(name, ports, () => (state.get().heldFor === undefined ? disarm(name) : take(name)))
    state.set({ ...told(state.get()), role: name, armedUntil: armed.until })
  }

  return {
    mode: 'cognito',
    snapshot: state.get,
    subscribe: state.subscribe,
    async keys(role, renew) {
      // What is still under way when a stronger role is dropped must not fetch its keys anew.
      if (role !== base.name && role !== armed?.role) throw new Error(`The role ${role} is not in use`)
      return slots.use(role, renew)
    },
    async arm(name) {
      if (name === base.name) return disarm()
      await slots.keys(name)
      if (state.get().status === 'signed-out') throw new SignInRequired('Signed out')
      if (armed && armed.role !== name) slots.forget(armed.role)
      take(name)
    },
    disarm: () => disarm(),
    hold: (reason) => state.set(held(state.get(), reason)),
    sessionOver: () => {
      // What is late, throttled or out of reach comes by itself; nobody should type a password for it.
      if (!slots.isPassing()) requireSignIn()
    },
    signIn: (returnTo) => ports.signIn(returnTo),
    async signOut() {
      forgetAll()
      await keeper.end()
      ports.leave()
    },
  }
}

/** No more is said of a role that is over. */
function told(snapshot: AuthoritySnapshot): AuthoritySnapshot {
  const { lapsed: _over, ...rest } = snapshot
  return snapshot.lapsed === undefined ? snapshot : rest
}

function held(snapshot: AuthoritySnapshot, reason: string | undefined): AuthoritySnapshot {
  const { heldFor: _before, ...rest } = snapshot
  return reason === undefined ? rest : { ...rest, heldFor: reason }
}
