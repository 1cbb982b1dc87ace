/** The sign-in page of this deployment: managed sign-in, or a form for typed keys. */
import { useOpening } from './opening-context.ts'
import SignInPage from '../features/sign-in/SignInPage.tsx'
import type { KeysAuthority } from '../auth/keys-authority.ts'

export function SignedOut() {
  const { authority, error, config } = useOpening()
  const { pathname, search, hash } = location
  return (
    <SignInPage
      account={config.account}
      signedOut={pathname === '/sign-in'}
      error={error}
      {...(authority.mode === 'keys'
        ? { enterKeys: (keys) => (authority as KeysAuthority).enter(keys) }
        : { signIn: () => authority.signIn(`${pathname}${search}${hash}`) })}
    />
  )
}
