/** The way through the managed login and back, from the page's address to an authority. */
import type { CognitoConfig } from '../config/schema.ts'
import type { Authority } from './authority.ts'
import { cognitoAuthority } from './cognito-authority.ts'
import { openIdentityPool } from './credentials.ts'
import type { CognitoIdentityClientConfig } from '@aws-sdk/client-cognito-identity'
import { rememberSignIn, safeReturn, takeSignIn } from './pending-sign-in.ts'
import { SignInRequired, authorization, discover, exchange, isThisMachine, logoutUrl } from './protocol.ts'

/** Set while this browser has a session to return to silently; says nothing about whose. */
const marker = 'tidegate.signed-in'

export interface HostedPorts {
  fetch: typeof fetch
  requestHandler?: CognitoIdentityClientConfig['requestHandler']
  identityEndpoint?: string
  locale: string
  /** ms since the epoch by this computer's clock. */
  now: () => number
  serverNow: () => number
}

export type HostedOutcome =
  | { kind: 'signed-in'; authority: Authority; path: string }
  /** The page is on its way elsewhere: show nothing. */
  | { kind: 'leaving' }
  /** Show the sign-in page; `error` when something went wrong, not when nobody was signed in. */
  | { kind: 'signed-out'; path: string; error?: unknown }

/** Decides what opening this address means: a return, a silent return to try, or nobody signed in. */
export async function openHosted(config: CognitoConfig, ports: HostedPorts): Promise<HostedOutcome> {
  const { origin, pathname, search, hash } = window.location
  if (pathname === '/signed-in') return comeBack(config, ports)
  const path = safeReturn(`${pathname}${search}${hash}`, origin)
  if (localStorage.getItem(marker) === null) return { kind: 'signed-out', path }
  try {
    await goToSignIn(config, path, true, ports)
    return { kind: 'leaving' }
  } catch (error) {
    return { kind: 'signed-out', path, error }
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

async function comeBack(config: CognitoConfig, ports: HostedPorts): Promise<HostedOutcome> {
  const url = new URL(window.location.href)
  // First of all the code leaves the address bar and the history.
  history.replaceState(null, '', '/signed-in')
  const pending = takeSignIn(sessionStorage, ports.now())
  const path = safeReturn(pending?.returnTo ?? '/', url.origin)
  history.replaceState(null, '', path)
  if (!url.searchParams.has('code') && !url.searchParams.has('error')) return { kind: 'signed-out', path }
  try {
    if (!pending) throw new Error('This sign-in was not started in this tab, or took longer than 10 minutes')
    const returned = { url, pending, redirectUri: redirectUri() }
    const tokens = await exchange(config, returned, protocolPorts(ports))
    const authority = cognitoAuthority(config, pending.server, tokens, {
      ...protocolPorts(ports),
      serverNow: ports.serverNow,
      now: ports.now,
      setTimer: (work, delayMs) => window.setTimeout(work, delayMs),
      clearTimer: (id) => window.clearTimeout(id),
      pool: openIdentityPool(config, {
        ...(ports.identityEndpoint && { endpoint: ports.identityEndpoint }),
        ...(ports.requestHandler && { requestHandler: ports.requestHandler }),
      }),
      signIn: (returnTo) => goToSignIn(config, returnTo, false, ports),
      leave: () => {
        localStorage.removeItem(marker)
        window.location.assign(logoutUrl(config, `${window.location.origin}/sign-in`))
      },
    })
    localStorage.setItem(marker, '1')
    return { kind: 'signed-in', authority, path }
  } catch (error) {
    // No second silent attempt: the next way in is the sign-in page.
    localStorage.removeItem(marker)
    const silentOnly = error instanceof SignInRequired && pending?.silent === true
    return { kind: 'signed-out', path, ...(silentOnly ? {} : { error }) }
  }
}

function redirectUri(): string {
  return `${window.location.origin}/signed-in`
}

function protocolPorts(ports: HostedPorts) {
  return { fetch: ports.fetch, clockOffset: () => ports.serverNow() - ports.now() }
}
