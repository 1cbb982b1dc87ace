/** The complete sign-in over the wire, with the protocol library the console uses as the client. */
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import * as oauth from 'oauth4webapi'
import { beforeEach, describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../adapters/sdk-handler.ts'
import type { LoadResult } from '../control/control.ts'
import { type Simulator, createSimulator } from '../simulator.ts'

const redirectUri = 'http://127.0.0.1:5173/signed-in'
const allow = [{ effect: 'Allow' as const, actions: ['*'], resources: ['*'] }]
const role = { statements: allow, capabilities: ['read'] }

let simulator: Simulator
let world: LoadResult
let send: typeof fetch
let cookie = ''

beforeEach(() => {
  simulator = createSimulator({ scenario: 'empty', policies: { viewer: role, operator: role } })
  world = simulator.control.load()
  send = simulatedFetch(simulator.handle)
  cookie = ''
})

const options = () => ({ [oauth.customFetch]: send, [oauth.allowInsecureRequests]: true })
const client = (): oauth.Client => ({ client_id: world.config.auth.clientId })

async function discover(): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(world.config.auth.issuer)
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options()))
}

/** Follows a page as a browser would: with the cookie, without following redirects. */
async function browse(address: string, form?: Record<string, string>): Promise<Response> {
  const response = await send(address, {
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    headers: cookie ? { cookie } : {},
  })
  const set = response.headers.get('set-cookie')
  if (set) cookie = set.split(';')[0] ?? ''
  return response
}

async function authorizeUrl(more: Record<string, string> = {}) {
  const server = await discover()
  const verifier = oauth.generateRandomCodeVerifier()
  const url = new URL(server.authorization_endpoint ?? '')
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: world.config.auth.clientId,
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  }).toString()
  return { server, verifier, url: url.href }
}

function locationOf(response: Response): URL {
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '')
}

/** Signs in through the form; gives the address that the browser is sent back to. */
async function signIn(username = 'demo') {
  const asked = await authorizeUrl()
  const form = locationOf(await browse(asked.url))
  const back = locationOf(await browse(form.href, { username, password: `tidegate-${username}` }))
  return { ...asked, back }
}

async function exchange(given: { server: oauth.AuthorizationServer; verifier: string; back: URL }) {
  const parameters = oauth.validateAuthResponse(given.server, client(), given.back, 'the-state')
  return oauth.authorizationCodeGrantRequest(
    given.server,
    client(),
    oauth.None(),
    parameters,
    redirectUri,
    given.verifier,
    options(),
  )
}

async function tokens(username = 'demo') {
  const given = await signIn(username)
  const answer = await oauth.processAuthorizationCodeResponse(given.server, client(), await exchange(given), {
    expectedNonce: 'the-nonce',
    requireIdToken: true,
  })
  return { server: given.server, answer }
}

async function refresh(server: oauth.AuthorizationServer, refreshToken: string) {
  return oauth.refreshTokenGrantRequest(server, client(), oauth.None(), refreshToken, options())
}

async function errorOf(response: Response): Promise<unknown> {
  return { status: response.status, ...((await response.json()) as object) }
}

describe('signing in', () => {
  it('gives tokens whose signature, nonce, roles and user are right', async () => {
    const { server, answer } = await tokens()
    const claims = oauth.getValidatedIdTokenClaims(answer)
    const [viewer, operator] = world.config.auth.roles
    expect(claims).toMatchObject({
      iss: world.config.auth.issuer,
      aud: world.config.auth.clientId,
      nonce: 'the-nonce',
      token_use: 'id',
      email: 'demo@example.com',
      'cognito:username': 'demo',
      'cognito:groups': ['viewer', 'operator'],
      'cognito:roles': [viewer?.arn, operator?.arn],
      'cognito:preferred_role': viewer?.arn,
    })
    const keys = (await (await send(server.jwks_uri ?? '')).json()) as { keys: JsonWebKey[] }
    const key = await crypto.subtle.importKey(
      'jwk',
      keys.keys[0] ?? {},
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['verify'],
    )
    const [header = '', payload = '', signature = ''] = (answer.id_token ?? '').split('.')
    const verified = await crypto.subtle.verify(
      key.algorithm.name,
      key,
      Buffer.from(signature, 'base64url'),
      Buffer.from(`${header}.${payload}`),
    )
    expect(verified).toBe(true)
  })

  it('ends in keys of the preferred role, whose signed calls are answered', async () => {
    const { answer } = await tokens()
    const keys = await credentials(answer.id_token ?? '')
    const sts = stsWith({
      accessKeyId: keys.AccessKeyId ?? '',
      secretAccessKey: keys.SecretKey ?? '',
      sessionToken: keys.SessionToken ?? '',
    })
    await expect(sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Account: world.config.account,
      Arn: 'arn:aws:sts::123456789012:assumed-role/tidegate-viewer/CognitoIdentityCredentials',
    })
  })

  it('says in the form that the password is wrong, and keeps the name', async () => {
    const { url } = await authorizeUrl()
    const form = locationOf(await browse(url))
    const page = await (await browse(form.href, { username: 'demo"<', password: 'wrong' })).text()
    expect(page).toContain('Incorrect username or password.')
    expect(page).toContain('value="demo&quot;&lt;"')
    expect(cookie).toBe('')
  })

  it('shows the form in Korean, under a content security policy without scripts', async () => {
    const { url } = await authorizeUrl({ lang: 'ko' })
    const response = await browse(locationOf(await browse(url)).href)
    const page = await response.text()
    expect(page).toContain('<html lang="ko">')
    expect(page).toContain('사용자 이름')
    expect(page).not.toContain('<script')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self' http://127.0.0.1:5173")
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? ''
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`)
  })
})

const silent = async () => locationOf(await browse((await authorizeUrl({ prompt: 'none' })).url))

describe('the authorization endpoint', () => {
  it('returns silently while the session lasts, and asks to sign in after it', async () => {
    expect((await silent()).searchParams.get('error')).toBe('login_required')
    await signIn()
    expect((await silent()).searchParams.get('code')).toBeTruthy()
    expect((await silent()).searchParams.get('state')).toBe('the-state')
    simulator.control.advance({ key: world.world, duration: 'PT1H' })
    expect((await silent()).searchParams.get('error')).toBe('login_required')
  })

  it('shows the form to a signed-in user who is asked to sign in again', async () => {
    await signIn()
    const { url } = await authorizeUrl({ prompt: 'login' })
    expect(locationOf(await browse(url)).pathname).toMatch(/\/login$/)
  })

  it.each([
    [{ redirect_uri: 'https://evil.example/signed-in' }, 'redirect_mismatch'],
    [{ redirect_uri: 'http://127.0.0.1:5173/signed-in/more' }, 'redirect_mismatch'],
    [{ client_id: 'nobody' }, 'invalid_client'],
    [{ client_id: '__proto__' }, 'invalid_client'],
  ])('never sends the browser to an address that is not listed: %j', async (more, error) => {
    const response = await browse((await authorizeUrl(more)).url)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(error)
  })

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'openid everything' }, 'invalid_scope'],
    [{ code_challenge: '' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
  ])('tells the client what is wrong with %j', async (more, error) => {
    const back = locationOf(await browse((await authorizeUrl(more)).url))
    expect(back.origin + back.pathname).toBe(redirectUri)
    expect(back.searchParams.get('error')).toBe(error)
    expect(back.searchParams.get('state')).toBe('the-state')
  })
})

describe('the token endpoint', () => {
  it('takes a code once', async () => {
    const given = await signIn()
    expect((await exchange(given)).status).toBe(200)
    expect(await errorOf(await exchange(given))).toMatchObject({ status: 400, error: 'invalid_grant' })
  })

  it('refuses a code with another verifier, and a code after five minutes', async () => {
    const given = await signIn()
    const stolen = { ...given, verifier: oauth.generateRandomCodeVerifier() }
    expect(await errorOf(await exchange(stolen))).toMatchObject({ error: 'invalid_grant' })
    cookie = ''
    const late = await signIn()
    simulator.control.advance({ key: world.world, duration: 'PT5M' })
    expect(await errorOf(await exchange(late))).toMatchObject({ error: 'invalid_grant' })
  })

  it('rotates refresh tokens: the used one is dead', async () => {
    const { server, answer } = await tokens()
    const first = answer.refresh_token ?? ''
    const next = await oauth.processRefreshTokenResponse(server, client(), await refresh(server, first))
    expect(next.refresh_token).not.toBe(first)
    expect(await errorOf(await refresh(server, first))).toEqual({
      status: 400,
      error: 'invalid_grant',
      error_description: 'Refresh Token has been revoked',
    })
    expect((await refresh(server, next.refresh_token ?? '')).status).toBe(200)
  })

  it('ends a rotated refresh token when the first one would have ended', async () => {
    const { server, answer } = await tokens()
    simulator.control.advance({ key: world.world, duration: 'P29D' })
    const rotated = (await (await refresh(server, answer.refresh_token ?? '')).json()) as {
      refresh_token: string
    }
    simulator.control.advance({ key: world.world, duration: 'P1D' })
    expect(await errorOf(await refresh(server, rotated.refresh_token))).toMatchObject({
      error: 'invalid_grant',
      error_description: 'Refresh Token has expired',
    })
  })

  it('refuses a revoked refresh token', async () => {
    const { server, answer } = await tokens()
    const token = answer.refresh_token ?? ''
    const revoked = await oauth.revocationRequest(server, client(), oauth.None(), token, options())
    await oauth.processRevocationResponse(revoked)
    expect(await errorOf(await refresh(server, token))).toMatchObject({ error: 'invalid_grant' })
  })

  it.each([
    [{ client_id: 'nobody', grant_type: 'refresh_token' }, 'invalid_client'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{}, 'invalid_request'],
    [{ grant_type: 'authorization_code' }, 'invalid_request'],
  ])('answers %j with %s', async (form, error) => {
    const server = await discover()
    const body = new URLSearchParams({ client_id: world.config.auth.clientId, ...form })
    const response = await send(server.token_endpoint ?? '', { method: 'POST', body })
    expect(await errorOf(response)).toMatchObject({ status: 400, error })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})

const logout = async (uri: string): Promise<Response> => {
  const url = new URL((await discover()).end_session_endpoint ?? '')
  url.search = new URLSearchParams({ client_id: world.config.auth.clientId, logout_uri: uri }).toString()
  return browse(url.href)
}

describe('signing out', () => {
  it('ends the session and returns to the console', async () => {
    await signIn()
    const signInPage = `http://${world.world}.localhost:5173/sign-in`
    expect(locationOf(await logout(signInPage)).href).toBe(signInPage)
    expect((await silent()).searchParams.get('error')).toBe('login_required')
  })

  it('does not lead to addresses that are not listed', async () => {
    const response = await logout('https://evil.example/')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('redirect_mismatch')
  })
})

describe('paths of a user pool', () => {
  it('know nothing of other pools and methods', async () => {
    const origin = world.config.endpoint
    const strange = await send(`${origin}/us-east-1_Nobody123/.well-known/jwks.json`)
    expect(strange.status).toBe(404)
    const page = await send(`${origin}/_login/us-east-1_Nobody123/login`)
    expect(page.status).toBe(404)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect((await send((await discover()).token_endpoint ?? '')).status).toBe(405)
  })
})

function stsWith(keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string }): STSClient {
  return new STSClient({
    region: 'us-east-1',
    endpoint: world.config.endpoint,
    requestHandler: new SdkHandler(simulator.handle),
    credentials: keys,
    maxAttempts: 1,
  })
}

async function credentials(idToken: string) {
  const identity = new CognitoIdentityClient({
    region: 'us-east-1',
    endpoint: world.config.endpoint,
    requestHandler: new SdkHandler(simulator.handle),
  })
  const Logins = { [world.config.auth.issuer.replace('http://', '')]: idToken }
  const IdentityPoolId = world.config.auth.identityPoolId
  const { IdentityId } = await identity.send(new GetIdCommand({ IdentityPoolId, Logins }))
  const answer = await identity.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }))
  return answer.Credentials ?? {}
}
