/** Keys that a person typed, or that practice handed out: in memory only, one role, no renewal. */
import { Store } from '../lib/store.ts'
import type { Authority, AuthoritySnapshot, Keys } from './authority.ts'
import { SignInRequired } from './sign-in-required.ts'

export interface KeysAuthority extends Authority {
  /** Takes typed keys, at the start or after the former ones expired. */
  enter(keys: Keys): void
}

/** `leave` is called after sign-out has forgotten the keys. */
export function keysAuthority(
  mode: 'keys' | 'practice',
  first: Keys | undefined,
  leave: () => void,
): KeysAuthority {
  const role = { name: mode === 'practice' ? 'practice' : 'keys', arn: '', capabilities: ['*'] }
  let kept = first
  const state = new Store<AuthoritySnapshot>({
    status: first ? 'signed-in' : 'signed-out',
    role: role.name,
    roles: [role],
    generation: 0,
  })
  const require = (): void => {
    if (state.get().status !== 'signed-out') state.set({ ...state.get(), status: 'sign-in-required' })
  }
  return {
    mode,
    snapshot: state.get,
    subscribe: state.subscribe,
    keys(_role, renew = false) {
      // AWS called them expired: only the person who typed them can bring others.
      if (renew && mode === 'keys') {
        kept = undefined
        require()
      }
      return kept ? Promise.resolve(kept) : Promise.reject(new SignInRequired('No keys'))
    },
    enter(keys) {
      kept = keys
      state.set({ ...state.get(), status: 'signed-in', generation: state.get().generation + 1 })
    },
    arm: () => Promise.reject(new Error('Typed keys have one role')),
    disarm: () => undefined,
    hold: () => undefined,
    sessionOver: require,
    signIn() {
      // The keys of practice are good for ever: what refused them was a fault, which may be over.
      if (mode === 'practice') state.set({ ...state.get(), status: 'signed-in' })
      else require()
      return Promise.resolve()
    },
    signOut() {
      kept = undefined
      state.set({ ...state.get(), status: 'signed-out' })
      leave()
      return Promise.resolve()
    },
  }
}
