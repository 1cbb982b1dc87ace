/** What a definition names is asked once, and every answer gets its verdict. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import { AwsProblem } from '../../problem.ts'
import type { Definition } from '../definition.ts'
import type { Fact } from './check.ts'
import { type Question, questionsOf } from './questions.ts'
import { targetChecks } from './target.ts'
import { checkOf, type Found } from './verdicts.ts'

const place = { account: '123456789012', region: 'ap-northeast-2' }
const registry = '123456789012.dkr.ecr.ap-northeast-2.amazonaws.com'
const secret = 'arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:db-AbCdEf'
const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`

const definition: Definition = {
  family: 'web',
  taskRoleArn: role('web-task'),
  executionRoleArn: role('execution'),
  requiresCompatibilities: ['FARGATE'],
  runtimePlatform: { cpuArchitecture: 'ARM64' },
  containerDefinitions: [
    {
      name: 'web',
      image: `${registry}/shop/web:1.2`,
      secrets: [
        { name: 'A', valueFrom: `${secret}:password::` },
        { name: 'B', valueFrom: '/shop/token' },
        { name: 'C', valueFrom: 'arn:aws:ssm:ap-northeast-2:123456789012:parameter/shop/token' },
        { name: 'D', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/other' },
      ],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'ap-northeast-2' },
        secretOptions: [{ name: 'x', valueFrom: secret }],
      },
    },
    { name: 'proxy', image: 'nginx:1', repositoryCredentials: { credentialsParameter: secret } },
    { name: 'again', image: `${registry}/shop/web:1.2` },
  ],
}

const ids = (one: Definition): string[] => questionsOf(one, place).map(({ kind, id }) => `${kind} ${id}`)

describe('questions', () => {
  it('are asked once each, in the order of the definition', () => {
    expect(ids(definition)).toEqual([
      `role role/task/${role('web-task')}`,
      `role role/execution/${role('execution')}`,
      `image image/${registry}/shop/web:1.2`,
      'elsewhere image/nginx:1',
      'log-group log-group/ap-northeast-2//ecs/web',
      `secret secret/${secret}/password`,
      'parameter parameter//shop/token',
      'elsewhere secret/arn:aws:ssm:us-east-1:123456789012:parameter/other',
      `secret secret/${secret}/`,
    ])
    expect(questionsOf(definition, place)[2]).toMatchObject({
      path: ['containerDefinitions', 0, 'image'],
      repository: 'shop/web',
      tag: '1.2',
      platform: { os: 'linux', architecture: 'arm64' },
    })
  })

  it('leave out what is in another account, Region or nowhere', () => {
    const elsewhere: Definition = {
      taskRoleArn: 'arn:aws:iam::999999999999:role/web',
      containerDefinitions: [
        {
          image: '999999999999.dkr.ecr.ap-northeast-2.amazonaws.com/web@sha256:' + 'a'.repeat(64),
          logConfiguration: {
            logDriver: 'awslogs',
            options: { 'awslogs-group': 'g', 'awslogs-region': 'us-east-1' },
          },
        },
        { logConfiguration: { logDriver: 'splunk' }, secrets: [{ name: 'A' }] },
        { logConfiguration: { logDriver: 'awslogs' } },
      ],
    }
    expect(questionsOf(elsewhere, place).map(({ kind }) => kind)).toEqual([
      'elsewhere',
      'elsewhere',
      'elsewhere',
    ])
    expect(ids({})).toEqual([])
  })

  it('know what platform the tasks need: Fargate’s default, Windows, or none that is known', () => {
    const image = `${registry}/a@sha256:${'b'.repeat(64)}`
    const platform = (more: Definition): unknown => {
      const [asked] = questionsOf({ containerDefinitions: [{ image }], ...more }, place)
      return asked?.kind === 'image' ? asked.platform : 'not asked'
    }
    expect(platform({})).toBeUndefined()
    expect(platform({ requiresCompatibilities: ['FARGATE'] })).toEqual({ os: 'linux', architecture: 'amd64' })
    const windows = { cpuArchitecture: 'X86_64', operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }
    expect(platform({ runtimePlatform: windows })).toEqual({ os: 'windows', architecture: 'amd64' })
  })
})

const asked = (change: object): Question => ({ id: 'q', path: [], ...change }) as unknown as Question
const aRole = asked({ kind: 'role', arn: role('web'), use: 'task' })
const anImage = asked({
  kind: 'image',
  image: 'web:1',
  repository: 'web',
  tag: '1',
  platform: { os: 'linux', architecture: 'amd64' },
})
const aGroup = asked({ kind: 'log-group', name: 'g', isCreated: false })
const aSecret = asked({ kind: 'secret', secret: 's' })
const aParameter = asked({ kind: 'parameter', name: 'p' })
const amd = { os: 'linux', architecture: 'amd64' }
const arm = { os: 'linux', architecture: 'arm64' }

type Answer = Fact<Found[keyof Found]>
const theRole = (change: object): Answer => ({
  found: {
    arn: role('web'),
    name: 'web',
    path: '/',
    trustedServices: ['ecs-tasks.amazonaws.com'],
    ...change,
  },
})

describe('verdicts', () => {
  it.each<[string, string, Question, Answer]>([
    ['good', 'ECS tasks may take it', aRole, theRole({})],
    [
      'bad',
      'does not trust ecs-tasks.amazonaws.com',
      aRole,
      theRole({ trustedServices: ['ec2.amazonaws.com'] }),
    ],
    ['bad', 'its path must be part of the ARN', aRole, theRole({ arn: role('path/web') })],
    ['bad', 'There is no role', aRole, { missing: true }],
    ['good', 'exists for linux/amd64', anImage, { found: { digest: 'd', platforms: [arm, amd] } }],
    ['good', 'does not say whether', anImage, { found: { digest: 'd', platforms: [] } }],
    [
      'bad',
      'is for linux/arm64, and the tasks run on linux/amd64',
      anImage,
      { found: { digest: 'd', platforms: [arm] } },
    ],
    [
      'good',
      'exists: d',
      asked({ ...anImage, platform: undefined }),
      { found: { digest: 'd', platforms: [arm] } },
    ],
    ['bad', 'ECR has no image', anImage, { missing: true }],
    ['good', 'Log group g exists', aGroup, { found: true }],
    ['bad', 'There is no log group', aGroup, { missing: true }],
    ['warning', 'the first task creates it', asked({ ...aGroup, isCreated: true }), { missing: true }],
    ['good', 'Secret db exists', aSecret, { found: { name: 'db', deleted: false } }],
    [
      'good',
      'values are never read',
      asked({ ...aSecret, jsonKey: 'k' }),
      { found: { name: 'db', deleted: false } },
    ],
    ['bad', 'scheduled for deletion', aSecret, { found: { name: 'db', deleted: true } }],
    ['bad', 'There is no secret', aSecret, { missing: true }],
    ['good', 'Parameter p exists (String)', aParameter, { found: { name: 'p', type: 'String' } }],
    ['bad', 'There is no parameter', aParameter, { missing: true }],
  ])('%s: %s', (state, said, question, fact) => {
    const check = checkOf(question, fact)
    expect(check.state).toBe(state)
    expect(translate('en', check.message)).toContain(said)
    expect(translate('ko', check.message)).not.toBe('')
  })

  it('say when something could not be looked at, and why', () => {
    const problem = new AwsProblem({
      kind: 'denied',
      code: 'AccessDenied',
      message: 'no',
      operation: 'iam:GetRole',
      attempts: 1,
    })
    expect(checkOf(aRole, { problem })).toMatchObject({ state: 'unknown', problem })
    const elsewhere = asked({ kind: 'elsewhere', what: 'image', name: 'nginx' })
    expect(checkOf(elsewhere, undefined)).toMatchObject({ state: 'unknown' })
    for (const question of [anImage, aGroup, aSecret, aParameter])
      expect(checkOf(question, { problem }).state).toBe('unknown')
  })
})

const group = (targetType: string) => ({
  arn: 'arn:aws:elasticloadbalancing:r:1:targetgroup/web/1',
  name: 'web',
  targetType,
  loadBalancerArns: [],
  healthCheck: { enabled: true },
})

describe('a service', () => {
  const service = {
    name: 'web',
    launchType: 'FARGATE',
    subnets: ['subnet-1'],
    loadBalancers: [{ targetGroupArn: group('ip').arn, containerName: 'web', containerPort: 80 }],
  }
  const fits: Definition = {
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [{ name: 'web', portMappings: [{ containerPort: 80 }] }],
  }
  const verdicts = (change: Definition, other: object = {}, type = 'ip'): string[] =>
    targetChecks({ ...fits, ...change }, { ...service, ...other }, [group(type)]).map(
      ({ state, message }) => `${state}: ${translate('en', message)}`,
    )

  it('fits', () => {
    expect(verdicts({})).toEqual([
      'good: Target group web of web takes ip targets, as network mode awsvpc needs',
    ])
    const ranged = [{ name: 'web', portMappings: [{ containerPortRange: '79-81' }] }]
    expect(verdicts({ containerDefinitions: ranged })).toHaveLength(1)
  })

  it.each<[string, string[]]>([
    ['needs instance. AWS will refuse', verdicts({ networkMode: 'bridge' }, { subnets: [] })],
    ['has a network configuration', verdicts({ networkMode: 'bridge' })],
    ['has no subnets', verdicts({}, { subnets: [] })],
    ['which the definition lacks', verdicts({ containerDefinitions: [{ name: 'api' }] })],
    ['no such port mapping', verdicts({ containerDefinitions: [{ name: 'web' }] })],
    [
      'does not exist',
      targetChecks(fits, service, []).map(({ message }) => `bad: ${translate('en', message)}`),
    ],
    ['for EC2 only', verdicts({ requiresCompatibilities: ['EC2'] })],
  ])('does not fit: %s', (said, all) => {
    expect(all.some((one) => one.startsWith('bad') && one.includes(said))).toBe(true)
  })
})
