/** The sign-in protocol and the keys that follow from it, against the simulated user pool and identity pool. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeEach, describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../../simulator/adapters/sdk-handler.ts'
import type { LoadResult } from '../../simulator/control/control.ts'
import { type Simulator, createSimulator } from '../../simulator/simulator.ts'
import type { CognitoConfig } from '../config/schema.ts'
import type { Authority } from './authority.ts'
import { NoRole, cognitoAuthority } from './cognito-authority.ts'
import { openIdentityPool } from './credentials.ts'
import type { PendingSignIn } from './pending-sign-in.ts'
import { type Tokens, authorization, discover, exchange, logoutUrl, refresh, revoke } from './protocol.ts'
import { SignInRequired } from './sign-in-required.ts'

const redirectUri = 'http://127.0.0.1:5173/signed-in'
const allow = [{ effect: 'Allow' as const, actions: ['*'], resources: ['*'] }]
const role = { statements: allow, capabilities: ['read'] }

let simulator: Simulator
let world: LoadResult
let config: CognitoConfig
let cookie = ''
let timers: { at: number; work: () => void }[] = []
let time = 0
/** Set: what the identity pool fails with. */
let poolFailure: Error | undefined

const worldNow = (): number => simulator.control.world({ key: world.world }).now

beforeEach(() => {
  simulator = createSimulator({ scenario: 'empty', policies: { viewer: role, operator: role } })
  world = simulator.control.load()
  config = world.config.auth
  cookie = ''
  timers = []
  time = 1_000_000
  poolFailure = undefined
})

const send: typeof fetch = (input, init) =>
  simulatedFetch((request) => simulator.handle(request))(input, init)
const ports = { fetch: send, clockOffset: () => worldNow() - Date.now() }

/** Opens a page as the browser would, and says where it leads. */
async function follow(url: string, form?: Record<string, string>): Promise<URL> {
  const response = await send(url, {
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    headers: cookie ? { cookie } : {},
  })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '')
}

async function leave(silent: boolean): Promise<{ url: string; pending: PendingSignIn }> {
  const server = await discover(config, ports)
  return authorization(config, { server, returnTo: '/', silent, redirectUri, locale: 'en', now: time })
}

async function signIn(username = 'demo'): Promise<{ tokens: Tokens; pending: PendingSignIn }> {
  const { url, pending } = await leave(false)
  const page = await follow(url)
  const back = await follow(page.href, { username, password: `tidegate-${username}` })
  return { tokens: await exchange(config, { url: back, pending, redirectUri }, ports), pending }
}

async function authorityFor(username = 'demo'): Promise<{ authority: Authority; tokens: Tokens }> {
  const { tokens, pending } = await signIn(username)
  const pool = openIdentityPool(config, {
    endpoint: world.config.endpoint,
    requestHandler: new SdkHandler((request) => simulator.handle(request)),
  })
  const authority = cognitoAuthority(config, pending.server, tokens, {
    ...ports,
    pool: { keys: (...asked) => (poolFailure ? Promise.reject(poolFailure) : pool.keys(...asked)) },
    serverNow: worldNow,
    setTimer: (work, delayMs) => timers.push({ at: time + delayMs, work }),
    clearTimer: (id) => void timers.splice(id - 1, 1),
    signIn: () => Promise.resolve(),
    forget: () => undefined,
    leave: () => undefined,
  })
  return { authority, tokens }
}

/** Lets `ms` of AWS's time pass, and looks at the timers as if this computer had slept meanwhile. */
function pass(ms: number): void {
  simulator.control.advance({ key: world.world, duration: `PT${ms / 1000}S` })
  for (const { work } of timers.splice(0)) work()
}

async function whoAmI(authority: Authority, name: string): Promise<string> {
  const client = new STSClient({
    region: 'us-east-1',
    endpoint: world.config.endpoint,
    credentials: await authority.keys(name),
    requestHandler: new SdkHandler((request) => simulator.handle(request)),
  })
  return (await client.send(new GetCallerIdentityCommand({}))).Arn ?? ''
}

describe('the protocol', () => {
  it('brings tokens that say who it is and which roles there are', async () => {
    const { tokens } = await signIn()
    expect(tokens.user).toBe('demo')
    expect(tokens.roleArns).toEqual(config.roles.map(({ arn }) => arn))
    expect(tokens.refreshToken).toBeTruthy()
  })

  it('refuses an answer to another question', async () => {
    const { url } = await leave(false)
    const page = await follow(url)
    const back = await follow(page.href, { username: 'demo', password: 'tidegate-demo' })
    const { pending: other } = await leave(false)
    await expect(exchange(config, { url: back, pending: other, redirectUri }, ports)).rejects.toThrow(/state/)
  })

  it('returns silently while the session of the managed login lasts, and not before', async () => {
    const { url: early, pending: first } = await leave(true)
    const refused = exchange(config, { url: await follow(early), pending: first, redirectUri }, ports)
    await expect(refused).rejects.toThrow(SignInRequired)
    await signIn()
    const { url, pending } = await leave(true)
    const tokens = await exchange(config, { url: await follow(url), pending, redirectUri }, ports)
    expect(tokens.user).toBe('demo')
  })

  it('refreshes, and needs a sign-in once the refresh token is revoked', async () => {
    const { tokens, pending } = await signIn()
    const fresh = await refresh(config, pending.server, tokens, ports)
    expect(fresh.subject).toBe(tokens.subject)
    await revoke(config, pending.server, fresh.refreshToken ?? '', ports)
    await expect(refresh(config, pending.server, fresh, ports)).rejects.toThrow(SignInRequired)
  })

  it('ends at the managed login’s logout', () => {
    const url = new URL(logoutUrl(config, 'http://127.0.0.1:5173/sign-in'))
    expect(url.href.startsWith(`${config.loginDomain}/logout?`)).toBe(true)
    expect(url.searchParams.get('client_id')).toBe(config.clientId)
  })
})

describe('the authority', () => {
  it('lands on the weakest role with keys that AWS accepts', async () => {
    const { authority } = await authorityFor()
    expect(authority.snapshot()).toMatchObject({ status: 'signed-in', role: 'viewer', user: 'demo' })
    expect(await whoAmI(authority, 'viewer')).toContain('tidegate-viewer/CognitoIdentityCredentials')
  })

  it('takes a stronger role for 15 minutes, then drops it by itself', async () => {
    const { authority } = await authorityFor()
    await authority.arm('operator')
    expect(authority.snapshot()).toMatchObject({ role: 'operator', armedUntil: worldNow() + 15 * 60_000 })
    expect(await whoAmI(authority, 'operator')).toContain('tidegate-operator/')
    pass(14 * 60_000)
    expect(authority.snapshot().role).toBe('operator')
    pass(60_000)
    expect(authority.snapshot()).toMatchObject({ role: 'viewer', lapsed: 'operator' })
    expect(authority.snapshot().armedUntil).toBeUndefined()
  })

  it('says that a role dropped by itself until that was seen, or another is taken', async () => {
    const { authority } = await authorityFor()
    await authority.arm('operator')
    authority.disarm()
    expect(authority.snapshot().lapsed).toBeUndefined()
    await authority.arm('operator')
    pass(15 * 60_000)
    expect(authority.snapshot().lapsed).toBe('operator')
    authority.hold('www.example.com')
    authority.disarm()
    expect(authority.snapshot().lapsed).toBeUndefined()
    expect(authority.snapshot().heldFor).toBe('www.example.com')
    authority.hold(undefined)
    await authority.arm('operator')
    pass(15 * 60_000)
    await authority.arm('operator')
    expect(authority.snapshot()).toMatchObject({ role: 'operator' })
    expect(authority.snapshot().lapsed).toBeUndefined()
  })

  it('keeps a role for as long as something holds it', async () => {
    const { authority } = await authorityFor()
    await authority.arm('operator')
    authority.hold('www.example.com')
    pass(40 * 60_000)
    expect(authority.snapshot()).toMatchObject({ role: 'operator', heldFor: 'www.example.com' })
    authority.hold(undefined)
    pass(15 * 60_000)
    expect(authority.snapshot().role).toBe('viewer')
    await authority.arm('operator')
    authority.hold('www.example.com')
    authority.disarm()
    expect(authority.snapshot()).toMatchObject({ role: 'viewer' })
    expect(authority.snapshot().heldFor).toBeUndefined()
  })

  it('offers only roles of the user’s groups', async () => {
    const { authority } = await authorityFor('viewer')
    expect(authority.snapshot().roles.map(({ name }) => name)).toEqual(['viewer'])
    await expect(authority.arm('operator')).rejects.toThrow('no role operator')
  })

  it('refuses a user without any role', async () => {
    config = { ...config, roles: [{ name: 'x', arn: 'arn:aws:iam::123456789012:role/x', capabilities: [] }] }
    await expect(authorityFor()).rejects.toThrow(NoRole)
  })

  it('renews once for all who find their keys expired', async () => {
    const { authority } = await authorityFor()
    const before = await authority.keys('viewer')
    simulator.control.advance({ key: world.world, duration: 'PT61M' })
    const after = await Promise.all(Array.from({ length: 50 }, () => authority.keys('viewer', true)))
    expect(new Set(after.map(({ accessKeyId }) => accessKeyId)).size).toBe(1)
    expect(after[0]?.accessKeyId).not.toBe(before.accessKeyId)
  })

  it('gets no keys of a stronger role once it was dropped', async () => {
    const { authority } = await authorityFor()
    await expect(authority.keys('operator')).rejects.toThrow('not in use')
    await authority.arm('operator')
    await authority.keys('operator')
    authority.disarm()
    await expect(authority.keys('operator')).rejects.toThrow('not in use')
  })

  it('asks for no sign-in while the identity pool is late or throttled, nor for what it said before', async () => {
    const { authority } = await authorityFor()
    for (const name of ['TimeoutError', 'TooManyRequestsException', 'InternalErrorException']) {
      poolFailure = Object.assign(new Error('not now'), { name })
      await expect(authority.keys('viewer')).rejects.toThrow('not now')
      authority.sessionOver()
      expect(authority.snapshot().status).toBe('signed-in')
    }
    poolFailure = undefined
    await authority.keys('viewer')
    // AWS refuses keys that were just handed out.
    authority.sessionOver()
    expect(authority.snapshot().status).toBe('sign-in-required')
  })

  it('asks for a sign-in when the identity pool refuses a fresh token', async () => {
    const { authority } = await authorityFor()
    poolFailure = Object.assign(new Error('no'), { name: 'NotAuthorizedException' })
    await expect(authority.keys('viewer')).rejects.toThrow(SignInRequired)
    authority.sessionOver()
    expect(authority.snapshot().status).toBe('sign-in-required')
  })

  it('takes over what another tab got, even if the news comes after its own refresh was refused', async () => {
    const { authority, tokens } = await authorityFor()
    await authority.keys('viewer')
    const { url, pending } = await leave(true)
    const { server } = pending
    const other = await exchange(config, { url: await follow(url), pending, redirectUri }, ports)
    await revoke(config, server, tokens.refreshToken ?? '', ports)
    simulator.control.advance({ key: world.world, duration: 'PT2H' })
    const fresh = await refresh(config, server, other, ports)
    const channel = new BroadcastChannel('tidegate.auth')
    const news = { kind: 'tokens', client: config.clientId, tokens: fresh }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel never leaves its origin
    setTimeout(() => channel.postMessage(news), 50)
    await authority.keys('viewer', true)
    channel.close()
    expect(authority.snapshot().status).toBe('signed-in')
  })

  it('asks for a sign-in, and keeps the page, when the session is over', async () => {
    const { authority, tokens } = await authorityFor()
    await authority.keys('viewer')
    const { server } = (await leave(false)).pending
    await revoke(config, server, tokens.refreshToken ?? '', ports)
    simulator.control.advance({ key: world.world, duration: 'PT2H' })
    await expect(authority.keys('viewer', true)).rejects.toThrow(SignInRequired)
    expect(authority.snapshot().status).toBe('sign-in-required')
  })

  it('forgets everything on sign-out', async () => {
    const { authority, tokens } = await authorityFor()
    const { server } = (await leave(false)).pending
    await authority.signOut()
    expect(authority.snapshot().status).toBe('signed-out')
    await expect(authority.keys('viewer')).rejects.toThrow('Signed out')
    await expect(refresh(config, server, tokens, ports)).rejects.toThrow(SignInRequired)
  })
})
