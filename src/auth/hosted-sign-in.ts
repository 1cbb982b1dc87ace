/** The way through the managed login and back, from the page's address to an authority. */
import type { CognitoConfig } from '../config/schema.ts'
import { Store } from '../lib/store.ts'
import type { Authority, AuthoritySnapshot } from './authority.ts'
import { cognitoAuthority } from './cognito-authority.ts'
import type { CognitoIdentityClientConfig } from '@aws-sdk/client-cognito-identity'
import { rememberSignIn, safeReturn } from './pending-sign-in.ts'
import { type Returned, expectSession, expectsSession, forgetSession } from './return-address.ts'
import { authorization, discover, exchange, isThisMachine, logoutUrl } from './protocol.ts'
import { SignInRequired } from './sign-in-required.ts'

export interface HostedPorts {
  fetch: typeof fetch
  requestHandler?: CognitoIdentityClientConfig['requestHandler']
  identityEndpoint?: string
  locale: string
  /** ms since the epoch by this computer's clock. */
  now: () => number
  serverNow: () => number
}

/** Undefined: the page is on its way elsewhere, show nothing. `error`: something went wrong, not just nobody signed in. */
export type HostedOutcome = { authority: Authority; error?: unknown } | undefined

/** Opens the console: with what came back from the managed login, else by a silent return, else signed out. */
export async function openHosted(
  config: CognitoConfig,
  returned: Returned | undefined,
  ports: HostedPorts,
): Promise<HostedOutcome> {
  if (returned) return comeBack(config, returned, ports)
  if (!expectsSession()) return { authority: nobody(config, ports) }
  try {
    await goToSignIn(config, here(), true, ports)
    return undefined
  } catch (error) {
    return { authority: nobody(config, ports), error }
  }
}

function here(): string {
  const { pathname, search, hash, origin } = window.location
  return safeReturn(`${pathname}${search}${hash}`, origin)
}

/** Before sign-in: all that can be done is to sign in. */
function nobody(config: CognitoConfig, ports: HostedPorts): Authority {
  const state = new Store<AuthoritySnapshot>({ status: 'signed-out', role: '', roles: [], generation: 0 })
  return {
    mode: 'cognito',
    snapshot: state.get,
    subscribe: state.subscribe,
    keys: () => Promise.reject(new SignInRequired('Signed out')),
    arm: () => Promise.reject(new Error('Signed out')),
    disarm: () => undefined,
    hold: () => undefined,
    sessionOver: () => undefined,
    signIn: (returnTo) => goToSignIn(config, safeReturn(returnTo, window.location.origin), false, ports),
    signOut: () => Promise.resolve(),
  }
}

/** Leaves for the managed login. `silent` asks for an existing session only. */
export async function goToSignIn(
  config: CognitoConfig,
  returnTo: string,
  silent: boolean,
  ports: HostedPorts,
): Promise<void> {
  const request = {
    server: await discover(config, protocolPorts(ports)),
    returnTo,
    silent,
    redirectUri: redirectUri(),
    locale: ports.locale,
    now: ports.now(),
  }
  const { url, pending } = await authorization(config, request)
  rememberSignIn(sessionStorage, pending)
  // The address comes from a document that the issuer serves: nothing but a web page may be opened by it.
  if (!url.startsWith('https:') && !isThisMachine(url)) throw new Error(`Refused to open ${url}`)
  window.location.assign(url)
}

async function comeBack(
  config: CognitoConfig,
  { url, pending }: Returned,
  ports: HostedPorts,
): Promise<HostedOutcome> {
  try {
    if (!pending) throw new Error('This sign-in was not started in this tab, or took longer than 10 minutes')
    const returned = { url, pending, redirectUri: redirectUri() }
    // The SDK is fetched while the tokens are: a silent return on its way out does without it.
    const loading = import('./credentials.ts')
    const tokens = await exchange(config, returned, protocolPorts(ports))
    const authority = cognitoAuthority(config, pending.server, tokens, {
      ...protocolPorts(ports),
      serverNow: ports.serverNow,
      setTimer: (work, delayMs) => window.setTimeout(work, delayMs),
      clearTimer: (id) => window.clearTimeout(id),
      pool: (await loading).openIdentityPool(config, {
        ...(ports.identityEndpoint && { endpoint: ports.identityEndpoint }),
        ...(ports.requestHandler && { requestHandler: ports.requestHandler }),
      }),
      signIn: (returnTo) => goToSignIn(config, returnTo, false, ports),
      forget: forgetSession,
      leave: () => window.location.assign(logoutUrl(config, `${window.location.origin}/sign-in`)),
    })
    expectSession()
    return { authority }
  } catch (error) {
    // No second silent attempt: the next way in is the sign-in page.
    forgetSession()
    const silentOnly = error instanceof SignInRequired && pending?.silent === true
    return { authority: nobody(config, ports), ...(silentOnly ? {} : { error }) }
  }
}

function redirectUri(): string {
  return `${window.location.origin}/signed-in`
}

function protocolPorts(ports: HostedPorts) {
  return { fetch: ports.fetch, clockOffset: () => ports.serverNow() - ports.now() }
}
