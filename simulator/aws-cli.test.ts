/** AWS's own command line against the simulator over HTTP: none of our code, and none of the JavaScript SDK's, is in between. */
import { execFile, spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from './adapters/node-server.ts'
import type { SimulatorServer } from './adapters/node-server.ts'
import type { LoadResult } from './control/control.ts'
import { createHostedZone } from './engine/dns/zone-build.ts'
import { createSimulator } from './simulator.ts'

const REGION = 'ap-northeast-2'
const HOUR = 3_600_000
/** The command line takes a second to start where the machine is slow. */
const PATIENCE = 30_000

const version = spawnSync('aws', ['--version'], { encoding: 'utf8' })
const missing = version.status === 0 ? undefined : 'the AWS CLI is not installed (aws --version failed)'
if (missing) console.info(`Skipped: ${missing}`)

interface Outcome {
  output: string
  errors: string
}

let server: SimulatorServer
let keys: LoadResult
/** World time, ms since the epoch. */
let now: number

beforeAll(async () => {
  if (missing) return
  const simulator = createSimulator({ clock: 'manual', scenario: 'demo' })
  keys = simulator.control.load({ scenario: 'demo' })
  const state = simulator.control.world({ key: keys.accessKeyId })
  createHostedZone(state, { id: 'Z1', name: 'example.com' })
  now = state.now
  keys = simulator.control.load({ state })
  server = await startServer((request) => simulator.handle(request), 0)
})
afterAll(() => server?.close())

/** Runs one command. Nothing of the machine's own AWS configuration takes part. */
function aws(command: string, ...more: string[]): Promise<Outcome> {
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
  }
  const words = [
    ...command.split(' '),
    ...more,
    '--endpoint-url',
    server.url,
    '--region',
    REGION,
    '--output',
    'json',
  ]
  return new Promise((resolve) => {
    execFile('aws', words, { env, maxBuffer: 50_000_000 }, (_error, output, errors) => {
      resolve({ output, errors })
    })
  })
}

/** The answer of a command that must work. */
async function get<Answer>(command: string, ...more: string[]): Promise<Answer> {
  const { output, errors } = await aws(command, ...more)
  expect(errors).toBe('')
  return JSON.parse(output) as Answer
}

/** Version 1 prints JSON's moments as they came, in epoch seconds; version 2 as ISO 8601. */
function momentOf(printed: string | number): number {
  return typeof printed === 'number' ? printed * 1000 : Date.parse(printed)
}

interface Listed {
  arns: string[]
}
const arns = async (command: string, field: string) =>
  (await get<Listed>(command, '--query', `{arns: ${field}}`)).arns

/** A change batch of one TXT record set with what needs escapes in a shell, in XML and in DNS. */
const batch = (Action: string, TTL: number): string =>
  JSON.stringify({
    Changes: [
      {
        Action,
        ResourceRecordSet: {
          Name: '*.example.com',
          Type: 'TXT',
          TTL,
          ResourceRecords: [{ Value: '"a \\" & <b>" "c"' }],
        },
      },
    ],
  })

describe.skipIf(missing)('the AWS CLI', { timeout: PATIENCE }, () => {
  test('lists and describes clusters, and the capacity behind them', async () => {
    const [clusters, instances] = await Promise.all([
      arns('ecs list-clusters', 'clusterArns'),
      arns('ecs list-container-instances --cluster commerce', 'containerInstanceArns'),
    ])
    expect(clusters.map((arn) => arn.split('/').at(-1))).toEqual(['commerce', 'platform'])
    const [described, members] = await Promise.all([
      get<{ clusters: { clusterName: string; status: string; activeServicesCount: number }[] }>(
        'ecs describe-clusters --clusters commerce platform',
      ),
      get<{ containerInstances: { ec2InstanceId: string; agentConnected: boolean }[] }>(
        'ecs describe-container-instances --cluster commerce --container-instances',
        ...instances,
      ),
    ])
    expect(described.clusters.map(({ clusterName, status }) => [clusterName, status])).toEqual([
      ['commerce', 'ACTIVE'],
      ['platform', 'ACTIVE'],
    ])
    const machines = members.containerInstances.map(({ ec2InstanceId }) => ec2InstanceId)
    expect(machines).toHaveLength(instances.length)
    const [ec2, group] = await Promise.all([
      arns(
        'ec2 describe-instances --filters Name=instance-state-name,Values=running',
        'Reservations[].Instances[].InstanceId',
      ),
      arns('autoscaling describe-auto-scaling-groups', 'AutoScalingGroups[].Instances[].InstanceId'),
    ])
    expect(ec2.toSorted()).toEqual(machines.toSorted())
    expect(group.toSorted()).toEqual(machines.toSorted())
  })

  test('lists and describes services and tasks', async () => {
    const [services, tasks] = await Promise.all([
      arns('ecs list-services --cluster commerce', 'serviceArns'),
      arns('ecs list-tasks --cluster commerce --service-name storefront', 'taskArns'),
    ])
    const [described, running] = await Promise.all([
      get<{
        services: { serviceName: string; status: string; events: { createdAt: string | number }[] }[]
        failures: object[]
      }>('ecs describe-services --cluster commerce --include TAGS --services nobody', ...services),
      get<{ tasks: { group: string; containers: { name: string; lastStatus: string }[] }[] }>(
        'ecs describe-tasks --cluster commerce --tasks',
        ...tasks,
      ),
    ])
    expect(described.services.map(({ serviceName }) => serviceName)).toContain('storefront')
    expect(described.services).toHaveLength(services.length)
    expect(described.failures).toEqual([expect.objectContaining({ reason: 'MISSING' })])
    expect(momentOf(described.services[0]?.events[0]?.createdAt ?? '')).toBeLessThanOrEqual(now)
    expect(tasks.length).toBeGreaterThan(0)
    expect(new Set(running.tasks.map(({ group }) => group))).toEqual(new Set(['service:storefront']))
  })

  test('describes load balancers, listeners, rules, target groups and the health of targets', async () => {
    interface Group {
      TargetGroupArn: string
      TargetGroupName: string
    }
    const [balancers, groups] = await Promise.all([
      arns('elbv2 describe-load-balancers', 'LoadBalancers[].LoadBalancerArn'),
      get<{ TargetGroups: Group[] }>('elbv2 describe-target-groups'),
    ])
    const storefront = groups.TargetGroups.find(({ TargetGroupName }) => TargetGroupName === 'storefront')
    const [listeners, health] = await Promise.all([
      arns(`elbv2 describe-listeners --load-balancer-arn ${balancers[0]}`, 'Listeners[].ListenerArn'),
      get<{
        TargetHealthDescriptions: { Target: { Id: string; Port: number }; TargetHealth: { State: string } }[]
      }>(`elbv2 describe-target-health --target-group-arn ${storefront?.TargetGroupArn}`),
    ])
    const targets = health.TargetHealthDescriptions
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.every(({ Target }) => Target.Id.startsWith('i-') && Target.Port > 0)).toBe(true)
    const { Rules } = await get<{ Rules: { Priority: string; IsDefault: boolean }[] }>(
      `elbv2 describe-rules --listener-arn ${listeners[0]}`,
    )
    expect(Rules.at(-1)).toMatchObject({ Priority: 'default', IsDefault: true })
  })

  test('reads metric data and log events', async () => {
    const queries = [
      {
        Id: 'cpu',
        MetricStat: {
          Metric: {
            Namespace: 'AWS/ECS',
            MetricName: 'CPUUtilization',
            Dimensions: [
              { Name: 'ClusterName', Value: 'commerce' },
              { Name: 'ServiceName', Value: 'storefront' },
            ],
          },
          Period: 300,
          Stat: 'Average',
        },
      },
    ]
    const times = [
      '--start-time',
      new Date(now - HOUR).toISOString(),
      '--end-time',
      new Date(now).toISOString(),
    ]
    const [data, streams] = await Promise.all([
      get<{ MetricDataResults: { Id: string; Timestamps: string[]; Values: number[] }[] }>(
        'cloudwatch get-metric-data --metric-data-queries',
        JSON.stringify(queries),
        ...times,
      ),
      get<{ logStreams: { logStreamName: string }[] }>(
        'logs describe-log-streams --log-group-name /ecs/storefront',
      ),
    ])
    const [cpu] = data.MetricDataResults
    expect(cpu?.Id).toBe('cpu')
    expect(cpu?.Values.length).toBeGreaterThanOrEqual(11)
    expect(cpu?.Timestamps).toHaveLength(cpu?.Values.length ?? 0)
    const [filtered, read] = await Promise.all([
      get<{ events: { timestamp: number; message: string }[] }>(
        `logs filter-log-events --log-group-name /ecs/storefront --max-items 5 --start-time ${now - HOUR}`,
      ),
      get<{ events: { timestamp: number }[]; nextForwardToken: string }>(
        `logs get-log-events --log-group-name /ecs/storefront --limit 3 --log-stream-name ${streams.logStreams[0]?.logStreamName}`,
      ),
    ])
    expect(filtered.events).toHaveLength(5)
    expect(filtered.events[0]?.timestamp).toBeGreaterThanOrEqual(now - HOUR)
    expect(read.events).toHaveLength(3)
    expect(read.nextForwardToken).toMatch(/^f\//)
  })

  test('says who calls, and lists hosted zones', async () => {
    const [identity, zones] = await Promise.all([
      get<{ Account: string; Arn: string }>('sts get-caller-identity'),
      get<{ HostedZones: object[] }>('route53 list-hosted-zones'),
    ])
    expect(identity.Arn).toMatch(new RegExp(`^arn:aws:sts::${identity.Account}:assumed-role/`))
    expect(zones.HostedZones).toEqual([
      expect.objectContaining({ Id: '/hostedzone/Z1', Name: 'example.com.' }),
    ])
  })

  const nowhere = `arn:aws:elasticloadbalancing:${REGION}:123456789012:targetgroup/nobody/0123456789abcdef`
  test.each([
    [
      ['ecs list-services --cluster nobody', 'ListServices', 'ClusterNotFoundException'],
      [
        `elbv2 describe-target-health --target-group-arn ${nowhere}`,
        'DescribeTargetHealth',
        'TargetGroupNotFound',
      ],
    ],
    [
      [
        'cloudwatch get-metric-statistics --namespace AWS/ECS --metric-name CPUUtilization --period 7 --statistics Average ' +
          '--start-time 2026-01-01T00:00:00Z --end-time 2026-01-01T01:00:00Z',
        'GetMetricStatistics',
        'InvalidParameterValue',
      ],
      [
        'logs describe-log-streams --log-group-name nobody',
        'DescribeLogStreams',
        'ResourceNotFoundException',
      ],
    ],
    [
      [
        'ec2 describe-instances --instance-ids i-0123456789abcdef0',
        'DescribeInstances',
        'InvalidInstanceID.NotFound',
      ],
      [
        'autoscaling describe-auto-scaling-groups --max-items 1 --page-size 500',
        'DescribeAutoScalingGroups',
        'ValidationError',
      ],
    ],
    [
      ['sts get-caller-identity --no-sign-request', 'GetCallerIdentity', 'MissingAuthenticationToken'],
      ['route53 list-hosted-zones --no-paginate --marker Z0', 'ListHostedZones', 'InvalidInput'],
    ],
  ])('gets AWS’s error codes', async (...calls) => {
    const said = await Promise.all(calls.map(async ([command = '']) => (await aws(command)).errors.trim()))
    expect(said).toEqual(
      calls.map(([, operation, code]) =>
        expect.stringContaining(`An error occurred (${code}) when calling the ${operation} operation: `),
      ),
    )
  })

  test('changes records, and is told in AWS’s words what is wrong with a change', async () => {
    const change = 'route53 change-resource-record-sets --hosted-zone-id Z1 --change-batch'
    const { ChangeInfo } = await get<{ ChangeInfo: { Id: string; Status: string } }>(
      change,
      batch('CREATE', 60),
    )
    expect(ChangeInfo.Status).toBe('PENDING')
    const answer = await get<{ ChangeInfo: { Id: string } }>('route53 get-change --id', ChangeInfo.Id)
    expect(answer.ChangeInfo.Id).toBe(ChangeInfo.Id)
    const list = 'route53 list-resource-record-sets --hosted-zone-id Z1 --start-record-name *.example.com'
    const { ResourceRecordSets } = await get<{ ResourceRecordSets: object[] }>(list)
    expect(ResourceRecordSets).toEqual([
      {
        Name: '\\052.example.com.',
        Type: 'TXT',
        TTL: 60,
        ResourceRecords: [{ Value: '"a \\" & <b>" "c"' }],
      },
    ])
    const { errors } = await aws(change, batch('DELETE', 61))
    expect(errors).toContain(
      "An error occurred (InvalidChangeBatch) when calling the ChangeResourceRecordSets operation: [Tried to delete resource record set [name='\\052.example.com.', type='TXT'] but the values provided do not match the current values]",
    )
  })
})
