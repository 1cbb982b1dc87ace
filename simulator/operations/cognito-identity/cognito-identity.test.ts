import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeEach, describe, expect, it } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import type { LoadResult } from '../../control/control.ts'
import { signToken } from '../../identity/json-web-token.ts'
import { type Simulator, createSimulator } from '../../simulator.ts'

const allow = [{ effect: 'Allow' as const, actions: ['*'], resources: ['*'] }]
const role = { statements: allow, capabilities: [] }

let simulator: Simulator
let world: LoadResult
let identity: CognitoIdentityClient
/** Real time, ms since the epoch. */
let now: number

beforeEach(() => {
  now = Date.now()
  simulator = createSimulator({
    scenario: 'empty',
    clock: 'real',
    policies: { viewer: role, operator: role },
    realNow: () => now,
  })
  world = simulator.control.load()
  identity = new CognitoIdentityClient(client())
})

const client = () => ({
  region: 'us-east-1',
  endpoint: world.config.endpoint,
  requestHandler: new SdkHandler(simulator.handle),
  maxAttempts: 1,
})
const provider = () => world.config.auth.issuer.replace('http://', '')
const roleArns = () => world.config.auth.roles.map(({ arn }) => arn)

function claims(more: Record<string, unknown> = {}) {
  return {
    sub: 'user-1',
    iss: world.config.auth.issuer,
    aud: world.config.auth.clientId,
    token_use: 'id',
    exp: Math.floor(now / 1000) + 3600,
    'cognito:roles': roleArns(),
    ...more,
  }
}

async function logins(more: Record<string, unknown> = {}): Promise<Record<string, string>> {
  return { [provider()]: await signToken(claims(more)) }
}

async function getId(Logins: Record<string, string> | undefined): Promise<string> {
  const IdentityPoolId = world.config.auth.identityPoolId
  const { IdentityId } = await identity.send(new GetIdCommand({ IdentityPoolId, Logins }))
  return IdentityId ?? ''
}

async function getKeys(Logins: Record<string, string>, more: { CustomRoleArn?: string } = {}) {
  const IdentityId = await getId(Logins)
  return identity.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins, ...more }))
}

function stsWith(keys: Awaited<ReturnType<typeof getKeys>>['Credentials']): STSClient {
  const { AccessKeyId = '', SecretKey = '', SessionToken = '' } = keys ?? {}
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretKey, sessionToken: SessionToken }
  return new STSClient({ ...client(), credentials })
}

const answerTo = async (given: Record<string, string> | undefined) =>
  getId(given).catch((error: Error) => `${error.name}: ${error.message}`)

describe('GetId', () => {
  it('gives a user the same identity each time, and another user another one', async () => {
    const first = await getId(await logins())
    expect(first).toMatch(/^us-east-1:[0-9a-f-]{36}$/)
    expect(await getId(await logins())).toBe(first)
    expect(await getId(await logins({ sub: 'user-2' }))).not.toBe(first)
  })

  it('does not know other pools', async () => {
    const IdentityPoolId = 'us-east-1:00000000-0000-4000-8000-000000000000'
    await expect(identity.send(new GetIdCommand({ IdentityPoolId }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `IdentityPool '${IdentityPoolId}' not found.`,
    })
  })

  it.each([
    ['an access token', { token_use: 'access' }, 'Not a valid OpenId Connect identity token'],
    ['another client', { aud: 'somebody' }, 'Incorrect token audience'],
    ['another issuer', { iss: 'http://evil.example/us-east-1_x' }, "Issuer doesn't match providerName"],
    ['a token of yesterday', { exp: 1 }, 'Token expired'],
  ])('refuses %s', async (_what, more, message) => {
    await expect(getId(await logins(more))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: expect.stringContaining(message) as string,
    })
  })

  it('refuses a forged token, no token and other providers', async () => {
    const [header, payload] = (await signToken(claims())).split('.')
    expect([
      await answerTo({ [provider()]: `${header}.${payload}.AAAA` }),
      await answerTo({ [provider()]: 'no token' }),
      await answerTo(undefined),
      await answerTo({ 'accounts.google.com': 'x' }),
    ]).toEqual([
      'NotAuthorizedException: Invalid login token. Token signature invalid.',
      'NotAuthorizedException: Invalid login token. Not a valid OpenId Connect identity token.',
      'NotAuthorizedException: Unauthenticated access is not supported for this identity pool.',
      'NotAuthorizedException: Token is not from a supported provider of this identity pool.',
    ])
  })
})

describe('GetCredentialsForIdentity', () => {
  it('gives keys of the preferred role for one hour', async () => {
    const { Credentials } = await getKeys(await logins())
    expect(Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
    expect(Credentials?.Expiration?.getTime()).toBe(now + 3_600_000)
    const { Arn } = await stsWith(Credentials).send(new GetCallerIdentityCommand({}))
    expect(Arn).toMatch(/assumed-role\/tidegate-viewer\/CognitoIdentityCredentials$/)
  })

  it('gives another role of the token on demand, and no other', async () => {
    const CustomRoleArn = roleArns()[1] ?? ''
    const { Credentials } = await getKeys(await logins(), { CustomRoleArn })
    const { Arn } = await stsWith(Credentials).send(new GetCallerIdentityCommand({}))
    expect(Arn).toContain('/tidegate-operator/')
    const weak = await logins({ 'cognito:roles': roleArns().slice(0, 1) })
    await expect(getKeys(weak, { CustomRoleArn })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: `Access to Role '${CustomRoleArn}' is forbidden.`,
    })
  })

  it('refuses users without a role, and the identity of somebody else', async () => {
    await expect(getKeys(await logins({ 'cognito:roles': [] }))).rejects.toMatchObject({
      message: 'The ambiguous role mapping rules denied this request.',
    })
    const IdentityId = await getId(await logins())
    const Logins = await logins({ sub: 'user-2' })
    await expect(
      identity.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins })),
    ).rejects.toMatchObject({ message: expect.stringContaining("Logins don't match") as string })
  })

  it('does not know other identities', async () => {
    const IdentityId = 'us-east-1:00000000-0000-4000-8000-000000000000'
    await expect(identity.send(new GetCredentialsForIdentityCommand({ IdentityId }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    })
  })
})
