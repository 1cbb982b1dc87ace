/** docs/cognito.md: its policies are current, and a world made from exactly what it says can be signed in to. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
} from '@aws-sdk/client-cognito-identity'
import { ECSClient, ListClustersCommand, StopTaskCommand } from '@aws-sdk/client-ecs'
import * as oauth from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { SdkHandler, simulatedFetch } from '../simulator/adapters/sdk-handler.ts'
import { evaluate } from '../simulator/identity/policy.ts'
import { services } from '../simulator/operations/registry.ts'
import { createSimulator } from '../simulator/simulator.ts'
import { withPolicies } from './cognito-docs.ts'
import { type Statement, anyTaskRole, anyZone, askedAlong, guard, roles } from './permissions.ts'

const docs = readFileSync(new URL('../docs/cognito.md', import.meta.url), 'utf8')

/** The block of a language that follows `before` in the page. */
function blockAfter(language: 'json' | 'sh', before: string): string {
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(docs.slice(docs.indexOf(before)))
  if (!docs.includes(before) || !block) throw new Error(`No ${language} block after "${before}"`)
  return block[1] ?? ''
}

function jsonAfter(before: string): Record<string, unknown> {
  return JSON.parse(blockAfter('json', before)) as Record<string, unknown>
}

interface JsonStatement {
  Effect: 'Allow' | 'Deny'
  Action: string[]
  Resource: string[]
  Condition?: Statement['conditions']
}

function statementsAfter(before: string): Statement[] {
  return statementsIn(blockAfter('json', before))
}

function statementsIn(json: string): Statement[] {
  const { Statement } = JSON.parse(json) as { Statement: JsonStatement[] }
  return Statement.map(({ Effect, Action, Resource, Condition }) => ({
    effect: Effect,
    actions: Action,
    resources: Resource,
    ...(Condition ? { conditions: Condition } : {}),
  }))
}

const groups = /for ROLE in ([\w ]+); do\n {2}aws cognito-idp create-group/.exec(docs)?.[1]?.split(' ') ?? []
const config = jsonAfter('## 8. config.json') as {
  auth: { roles: { name: string; arn: string; capabilities: string[] }[] }
}

/** What a role's policy needs before it is given to AWS: a command of the page, and what the reader puts into it. */
interface Narrowing {
  role: 'cutover' | 'deployer'
  before: string
  env: Record<string, string>
}

const inZones = (zones: string): Narrowing => ({
  role: 'cutover',
  before: 'The zones take the place of `HOSTED_ZONE_ID`',
  env: { ZONES: zones },
})
const passingRoles = (account: string, prefix: string): Narrowing => ({
  role: 'deployer',
  before: 'The roles take the place of `TASK_ROLE_PREFIX`',
  env: { ACCOUNT: account, TASK_ROLES: prefix },
})

/** The role's policy once the page's command has run. */
function narrowed({ role, before, env }: Narrowing): Statement[] {
  const folder = mkdtempSync(join(tmpdir(), 'tidegate-policy-'))
  try {
    const file = join(folder, `${role}-policy.json`)
    writeFileSync(file, blockAfter('json', `<!-- generated: ${role}-policy.json -->`))
    const command = blockAfter('sh', before)
    // Without file names in the place of a star.
    execFileSync('sh', ['-f', '-c', command], { cwd: folder, env: { ...process.env, ...env } })
    return statementsIn(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Roles as somebody has them who pasted every block of the page, and gave every zone and every role away. */
const widest: Record<string, Narrowing> = { cutover: inZones('*'), deployer: passingRoles('*', '') }
const pasted = Object.fromEntries(
  groups.map((name) => {
    const narrowing = widest[name]
    return [
      name,
      {
        statements: narrowing
          ? narrowed(narrowing)
          : statementsAfter(`<!-- generated: ${name}-policy.json -->`),
        boundary: statementsAfter('<!-- generated: guard-policy.json -->'),
        capabilities: config.auth.roles.find((role) => role.name === name)?.capabilities ?? [],
      },
    ]
  }),
)

describe('docs/cognito.md', () => {
  it('holds the policies of deploy/permissions.ts (update it with `npx vitest run deploy -u`, then format)', async () => {
    await expect(withPolicies(docs)).toMatchFileSnapshot('../docs/cognito.md')
    expect(pasted).toEqual(roles)
  })

  it('names every role in order, with what config.json must say of it', () => {
    expect(groups).toEqual(Object.keys(roles))
    expect(config.auth.roles).toEqual(
      Object.entries(roles).map(([name, { capabilities }]) => ({
        name,
        arn: `arn:aws:iam::123456789012:role/tidegate-${name}`,
        capabilities,
      })),
    )
  })

  it('makes a public client with PKCE’s needs and rotating refresh tokens', () => {
    expect(jsonAfter('## 2. Public client')).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      CallbackURLs: ['https://tidegate.example.com/signed-in'],
      LogoutURLs: ['https://tidegate.example.com/sign-in'],
      EnableTokenRevocation: true,
      RefreshTokenRotation: { Feature: 'ENABLED' },
    })
  })

  it('lets nobody but signed-in users of the pool take a role', () => {
    expect(jsonAfter('<!-- generated: trust-policy.json -->')).toMatchObject({
      Statement: [
        {
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Condition: {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': 'REGION:IDENTITY_POOL_ID' },
            'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
          },
        },
      ],
    })
    expect(jsonAfter('`role-mappings.json`')).toEqual({
      'cognito-idp.REGION.amazonaws.com/USER_POOL_ID:CLIENT_ID': {
        Type: 'Token',
        AmbiguousRoleResolution: 'Deny',
      },
    })
  })
})

describe('a world made from the page', () => {
  const [redirectUri = ''] = jsonAfter('## 2. Public client').CallbackURLs as string[]
  const simulator = createSimulator({ scenario: 'empty' })
  const world = simulator.control.load({ roles: pasted, redirectUris: [redirectUri] })
  const { auth, endpoint } = world.config
  const send = simulatedFetch(simulator.handle)
  const options = { [oauth.customFetch]: send, [oauth.allowInsecureRequests]: true }
  const aws = {
    region: 'us-east-1',
    endpoint,
    requestHandler: new SdkHandler(simulator.handle),
    maxAttempts: 1,
  }

  async function signIn(): Promise<string> {
    const issuer = new URL(auth.issuer)
    const client = { client_id: auth.clientId }
    const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options))
    const verifier = oauth.generateRandomCodeVerifier()
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: auth.clientId,
      redirect_uri: redirectUri,
      scope: 'openid',
      state: 's',
      nonce: 'n',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const form = await send(`${server.authorization_endpoint}?${query}`)
    const body = new URLSearchParams({ username: 'demo', password: 'tidegate-demo' })
    const back = await send(form.headers.get('location') ?? '', { method: 'POST', body })
    const parameters = oauth.validateAuthResponse(
      server,
      client,
      new URL(back.headers.get('location') ?? ''),
      's',
    )
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUri,
      verifier,
      options,
    )
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
      expectedNonce: 'n',
    })
    return tokens.id_token ?? ''
  }

  async function ecsOf(roleName?: string): Promise<ECSClient> {
    const identity = new CognitoIdentityClient(aws)
    const Logins = { [auth.issuer.replace('http://', '')]: await signIn() }
    const { IdentityId } = await identity.send(
      new GetIdCommand({ IdentityPoolId: auth.identityPoolId, Logins }),
    )
    const CustomRoleArn = auth.roles.find(({ name }) => name === roleName)?.arn
    const { Credentials } = await identity.send(
      new GetCredentialsForIdentityCommand({ IdentityId, Logins, CustomRoleArn }),
    )
    return new ECSClient({
      ...aws,
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretKey ?? '',
        sessionToken: Credentials?.SessionToken ?? '',
      },
    })
  }

  it.each([undefined, ...groups])(
    'lets %s read clusters and refuses what is not granted',
    async (roleName) => {
      const ecs = await ecsOf(roleName)
      await expect(ecs.send(new ListClustersCommand({}))).resolves.toMatchObject({ clusterArns: [] })
      await expect(ecs.send(new StopTaskCommand({ task: 'a' }))).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: `User: arn:aws:sts::123456789012:assumed-role/tidegate-${roleName ?? 'viewer'}/CognitoIdentityCredentials is not authorized to perform: ecs:StopTask on resource: arn:aws:ecs:us-east-1:123456789012:task/default/a because no identity-based policy allows the ecs:StopTask action`,
      })
    },
  )
})

/** Whether these statements allow this to a record of a zone. */
const change = (action: string, type: string, zone = 'Z1', statements = roles.cutover.statements) =>
  evaluate(statements, {
    action: 'route53:ChangeResourceRecordSets',
    resource: `arn:aws:route53:::hostedzone/${zone}`,
    context: {
      'route53:ChangeResourceRecordSetsActions': [action],
      'route53:ChangeResourceRecordSetsRecordTypes': [type],
    },
  })

/** Whether these statements let a role be passed to a service. */
const pass = (service: string, statements = roles.deployer.statements) =>
  evaluate(statements, {
    action: 'iam:PassRole',
    resource: 'arn:aws:iam::123456789012:role/web-task',
    context: { 'iam:PassedToService': [service] },
  })

describe('permissions', () => {
  const granted = Object.values(roles).flatMap(({ statements }) =>
    statements.flatMap(({ actions }) => actions),
  )

  it('only read, all but the cutover role’s and the deployer’s: every other action lists, describes or gets', () => {
    const changing = Object.entries(roles).flatMap(([name, { statements }]) =>
      statements
        .flatMap(({ actions }) => actions)
        .filter((action) => !/^[\w-]+:(BatchGet|Describe|Filter|Get|List|Test)\w+$/.test(action))
        .map((action) => `${name} ${action}`),
    )
    expect(changing.toSorted()).toEqual([
      'cutover elasticloadbalancing:ModifyListener',
      'cutover elasticloadbalancing:ModifyRule',
      'cutover route53:ChangeResourceRecordSets',
      'cutover route53:CreateHealthCheck',
      'cutover route53:CreateResourceRecordSetProtections',
      'cutover route53:DeleteHealthCheck',
      'cutover route53:DeleteResourceRecordSetProtections',
      'deployer ecs:DeleteTaskDefinitions',
      'deployer ecs:DeregisterTaskDefinition',
      'deployer ecs:RegisterTaskDefinition',
      'deployer ecs:TagResource',
      'deployer ecs:UpdateService',
      'deployer iam:PassRole',
    ])
  })

  it('let the cutover role create and delete records, and never overwrite or touch a delegation', () => {
    expect(change('CREATE', 'A')).toBe('allowed')
    expect(change('DELETE', 'TXT')).toBe('allowed')
    expect(change('UPSERT', 'A')).toBe('implicit-deny')
    expect(change('DELETE', 'NS')).toBe('implicit-deny')
    // Without the keys nothing is known about the change.
    const request = { action: 'route53:ChangeResourceRecordSets', resource: '*', context: {} }
    expect(evaluate(roles.cutover.statements, request)).toBe('implicit-deny')
  })

  it('reach the zones that the page is told, and none before', () => {
    const two = narrowed(inZones('Z1 Z2'))
    expect(['Z1', 'Z2', 'Z3'].map((zone) => change('CREATE', 'A', zone, two))).toEqual([
      'allowed',
      'allowed',
      'implicit-deny',
    ])
    const asPrinted = statementsAfter('<!-- generated: cutover-policy.json -->')
    expect(change('CREATE', 'A', 'Z1', asPrinted)).toBe('implicit-deny')
    const written = asPrinted.flatMap(({ resources }) => resources)
    expect(written).not.toContain(anyZone)
  })

  it('let the deployer pass roles to ECS tasks alone, and as printed none before somebody names them', () => {
    expect(pass('ecs-tasks.amazonaws.com')).toBe('allowed')
    expect(pass('lambda.amazonaws.com')).toBe('implicit-deny')
    expect(pass('ecs-tasks.amazonaws.com', roles.operator.statements)).toBe('implicit-deny')
    const asPrinted = statementsAfter('<!-- generated: deployer-policy.json -->')
    expect(pass('ecs-tasks.amazonaws.com', asPrinted)).toBe('implicit-deny')
    const own = narrowed(passingRoles('123456789012', 'web-'))
    expect(pass('ecs-tasks.amazonaws.com', own)).toBe('allowed')
    const others = narrowed(passingRoles('123456789012', 'api-'))
    expect(pass('ecs-tasks.amazonaws.com', others)).toBe('implicit-deny')
    expect(asPrinted.flatMap(({ resources }) => resources)).not.toContain(anyTaskRole)
  })

  it('let every role read what stands in a zone, and what a plan rests on', () => {
    for (const { statements } of Object.values(roles))
      for (const action of ['route53:ListResourceRecordSets', 'acm:DescribeCertificate', 'route53:GetChange'])
        expect(evaluate(statements, { action, resource: '*', context: {} })).toBe('allowed')
    const writing = { action: 'route53:CreateHealthCheck', resource: '*', context: {} }
    expect(evaluate(roles.viewer.statements, writing)).toBe('implicit-deny')
  })

  it('name operations that the simulator answers, so that no name is misspelt', () => {
    const emulated = services.flatMap(({ iamPrefix, operations }) =>
      operations.map(({ name }) => `${iamPrefix}:${name}`),
    )
    const known = new Set([...emulated, ...askedAlong])
    expect(granted.filter((action) => !known.has(action))).toEqual([])
  })

  it('keep what the console must never do behind the guard', () => {
    const denied = guard.filter(({ effect }) => effect === 'Deny').flatMap(({ actions }) => actions)
    for (const action of [
      'sts:AssumeRole',
      'secretsmanager:GetSecretValue',
      'ssm:GetParameter*',
      'kms:Decrypt',
    ])
      expect(denied).toContain(action)
    expect(denied).not.toContain('iam:PassRole')
  })
})
