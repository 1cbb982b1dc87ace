/** The real SDK clients against the simulator in process: one service for each protocol, and every trouble on the way back. */
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling'
import {
  CloudWatchClient,
  DescribeAlarms$,
  DescribeAlarmsCommand,
  InvalidNextToken,
} from '@aws-sdk/client-cloudwatch'
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2'
import {
  ClusterNotFoundException,
  DescribeClusters$,
  DescribeClustersCommand,
  ECSClient,
  ListClusters$,
  ListClustersCommand,
} from '@aws-sdk/client-ecs'
import {
  DescribeTargetHealth$,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  TargetGroupNotFoundException,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { ListHostedZonesCommand, Route53Client } from '@aws-sdk/client-route-53'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { beforeEach, describe, expect, test } from 'vitest'
import { createDispatch } from '../dispatch.ts'
import { openGate } from '../open-gate.ts'
import type { OpenGate } from '../open-gate.ts'
import { AwsError, operation } from '../operation.ts'
import type { ServiceModel } from '../operation.ts'
import { autoscaling } from '../operations/autoscaling/registry.ts'
import { ec2 } from '../operations/ec2/registry.ts'
import { route53 } from '../operations/route53/registry.ts'
import { sts } from '../operations/sts/registry.ts'
import { SdkHandler, simulatedFetch } from './sdk-handler.ts'

const at = new Date('2026-01-02T03:04:05.678Z')
const throws = (code: string, message: string) => () => {
  throw new AwsError(code, message)
}
const json: ServiceModel = {
  name: 'ecs',
  signingName: 'ecs',
  iamPrefix: 'ecs',
  protocol: 'awsJson1_1',
  target: 'AmazonEC2ContainerServiceV20141113',
  version: '2014-11-13',
  operations: [
    operation(ListClusters$, () => ({ clusterArns: ['arn:aws:ecs:x'] })),
    operation(DescribeClusters$, throws('ClusterNotFoundException', 'Cluster not found.')),
  ],
}
const metrics: ServiceModel = {
  name: 'cloudwatch',
  signingName: 'monitoring',
  iamPrefix: 'cloudwatch',
  protocol: 'awsJson1_0',
  target: 'GraniteServiceVersion20100801',
  version: '2010-08-01',
  operations: [
    operation(DescribeAlarms$, (input: { NextToken?: string }) => {
      if (input.NextToken === 'old') throw new AwsError('InvalidNextToken', 'Too old.')
      return { MetricAlarms: [{ AlarmName: 'cpu', StateUpdatedTimestamp: at }], NextToken: 'more' }
    }),
  ],
}
const elb: ServiceModel = {
  name: 'elbv2',
  signingName: 'elasticloadbalancing',
  iamPrefix: 'elasticloadbalancing',
  protocol: 'awsQuery',
  version: '2015-12-01',
  xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
  operations: [
    operation(
      DescribeTargetHealth$,
      ({ TargetGroupArn, Targets }: { TargetGroupArn: string; Targets?: object[] }) => {
        if (TargetGroupArn === 'gone') throw new AwsError('TargetGroupNotFound', 'Target group not found')
        return {
          TargetHealthDescriptions: Targets?.map((Target) => ({
            Target,
            TargetHealth: { State: 'healthy' },
          })),
        }
      },
    ),
  ],
}

let gate: OpenGate
let handle: ReturnType<typeof createDispatch>

beforeEach(() => {
  gate = openGate()
  handle = createDispatch({ gate, services: [json, metrics, elb, ec2, autoscaling, route53, sts] })
})

const configuration = () => ({
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'token' },
  requestHandler: new SdkHandler(handle),
  maxAttempts: 1,
})
const list = (options?: { abortSignal?: AbortSignal; requestTimeout?: number }) =>
  new ECSClient(configuration()).send(new ListClustersCommand({}), options)
/** The error that `promise` ends in. */
async function errorOf(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return promise.then(
    () => {
      throw new Error('It was answered')
    },
    (error: unknown) => error as Error & Record<string, unknown>,
  )
}

describe('protocols', () => {
  test('JSON 1.1: ECS', async () => {
    const client = new ECSClient(configuration())
    const output = await client.send(new ListClustersCommand({}))
    expect(output.clusterArns).toEqual(['arn:aws:ecs:x'])
    expect(output.$metadata).toMatchObject({
      httpStatusCode: 200,
      requestId: gate.world.journal[0]?.requestId,
    })
    const error = await errorOf(client.send(new DescribeClustersCommand({ clusters: ['a'] })))
    expect(error).toBeInstanceOf(ClusterNotFoundException)
    expect(error.message).toBe('Cluster not found.')
    expect(error['$metadata']).toMatchObject({
      httpStatusCode: 400,
      requestId: gate.world.journal[1]?.requestId,
    })
  })

  test('JSON 1.0 with query codes: CloudWatch', async () => {
    const client = new CloudWatchClient(configuration())
    const output = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['cpu'] }))
    expect(output.MetricAlarms).toEqual([{ AlarmName: 'cpu', StateUpdatedTimestamp: at }])
    const error = await errorOf(client.send(new DescribeAlarmsCommand({ NextToken: 'old' })))
    expect(error).toBeInstanceOf(InvalidNextToken)
    expect(error).toMatchObject({ message: 'Too old.', Code: 'InvalidNextToken' })
  })

  test('query: Elastic Load Balancing', async () => {
    const client = new ElasticLoadBalancingV2Client(configuration())
    const Targets = [
      { Id: 'i-1', Port: 80 },
      { Id: '10.0.0.1', Port: 8080, AvailabilityZone: 'all' },
    ]
    const output = await client.send(new DescribeTargetHealthCommand({ TargetGroupArn: 'tg', Targets }))
    expect(output.TargetHealthDescriptions?.map(({ Target }) => Target)).toEqual(Targets)
    const error = await errorOf(client.send(new DescribeTargetHealthCommand({ TargetGroupArn: 'gone' })))
    expect(error).toBeInstanceOf(TargetGroupNotFoundException)
    expect(error['$metadata']).toMatchObject({ httpStatusCode: 400 })
  })

  test('ec2Query: EC2', async () => {
    const client = new EC2Client(configuration())
    expect((await client.send(new DescribeInstancesCommand({}))).Reservations).toEqual([])
    const error = await errorOf(
      client.send(new DescribeInstancesCommand({ InstanceIds: ['i-0123456789abcdef0'] })),
    )
    expect(error).toMatchObject({
      name: 'InvalidInstanceID.NotFound',
      message: "The instance ID 'i-0123456789abcdef0' does not exist",
    })
  })

  test('rest-xml: Route 53', async () => {
    const client = new Route53Client(configuration())
    expect(await client.send(new ListHostedZonesCommand({ MaxItems: 3 }))).toMatchObject({
      HostedZones: [],
      IsTruncated: false,
      MaxItems: 3,
    })
    const error = await errorOf(client.send(new ListHostedZonesCommand({ Marker: 'Z0' })))
    expect(error).toMatchObject({ name: 'InvalidInput', message: 'The marker Z0 does not exist.' })
  })

  test('query without input: STS; with lists: Auto Scaling', async () => {
    const { Arn } = await new STSClient(configuration()).send(new GetCallerIdentityCommand({}))
    expect(Arn).toBe('arn:aws:sts::123456789012:assumed-role/tidegate-viewer/CognitoIdentityCredentials')
    const groups = new AutoScalingClient(configuration())
    const command = new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ['a', 'b'] })
    expect((await groups.send(command)).AutoScalingGroups).toEqual([])
    expect(gate.world.journal.at(-1)?.detail).toEqual({ AutoScalingGroupNames: ['a', 'b'] })
  })
})

describe('trouble on the way back', () => {
  test('a broken connection and a refused origin look alike, as they do in a browser', async () => {
    gate.nextFault = { kind: 'reset', before: { kind: 'reset' } }
    expect(await errorOf(list())).toMatchObject({ name: 'TypeError', message: 'Failed to fetch' })
    gate.nextFault = { kind: 'cors', after: { kind: 'no-cors' } }
    expect(await errorOf(list())).toMatchObject({ name: 'TypeError', message: 'Failed to fetch' })
  })

  test('a call that hangs ends with the caller’s deadline', async () => {
    gate.nextFault = { kind: 'hang', before: { kind: 'hang' } }
    expect(await errorOf(list({ abortSignal: AbortSignal.timeout(20) }))).toMatchObject({
      name: 'AbortError',
    })
    expect(await errorOf(list({ requestTimeout: 20 }))).toMatchObject({ name: 'TimeoutError' })
  })

  test('so does a body that stops half-way', async () => {
    gate.nextFault = { kind: 'stall', after: { kind: 'stall', afterBytes: 5 } }
    expect(await errorOf(list({ abortSignal: AbortSignal.timeout(20) }))).toMatchObject({
      name: 'AbortError',
    })
  })

  test('a call that was given up before is not made', async () => {
    expect(await errorOf(list({ abortSignal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' })
    expect(gate.world.journal).toEqual([])
  })

  test('a late answer comes late, and can be given up', async () => {
    gate.nextFault = { kind: 'delay', delayMs: 30 }
    const before = performance.now()
    expect((await list()).clusterArns).toHaveLength(1)
    expect(performance.now() - before).toBeGreaterThanOrEqual(25)
    gate.nextFault = { kind: 'delay', delayMs: 60_000 }
    expect(await errorOf(list({ abortSignal: AbortSignal.timeout(10) }))).toMatchObject({
      name: 'AbortError',
    })
  })

  test('a body that is not what it should be is the SDK’s error', async () => {
    const html = new TextEncoder().encode('<html>Bad gateway</html>')
    gate.nextFault = { kind: 'html', mapResponse: (response) => ({ ...response, status: 502, body: html }) }
    const error = await errorOf(list())
    expect(error['$metadata'] ?? error['$response']).toMatchObject(
      error['$metadata'] ? { httpStatusCode: 502 } : { statusCode: 502 },
    )
  })
})

describe('simulatedFetch', () => {
  test('sends and gets what fetch would', async () => {
    const seen: object[] = []
    const page = simulatedFetch(async (request) => {
      seen.push({ ...request, query: String(request.query), body: new TextDecoder().decode(request.body) })
      return { status: 201, headers: { 'x-answer': 'yes' }, body: new TextEncoder().encode('{"ok":true}') }
    })
    const response = await page('http://sim.test/oauth2/token?a=b', {
      method: 'POST',
      headers: { 'X-Some': 'thing' },
      body: new URLSearchParams({ grant_type: 'refresh_token' }),
    })
    expect(seen).toEqual([
      {
        method: 'POST',
        path: '/oauth2/token',
        query: 'a=b',
        headers: {
          host: 'sim.test',
          'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
          'x-some': 'thing',
        },
        body: 'grant_type=refresh_token',
      },
    ])
    expect([response.status, response.headers.get('x-answer'), await response.json()]).toEqual([
      201,
      'yes',
      { ok: true },
    ])
  })

  test('an answer without a body, and one that never comes', async () => {
    const empty = simulatedFetch(async () => ({ status: 204, headers: {}, body: new Uint8Array() }))
    expect((await empty('http://sim.test/')).body).toBeNull()
    const hanging = simulatedFetch(async () => ({
      status: 200,
      headers: {},
      body: new Uint8Array(),
      trouble: { kind: 'hang' },
    }))
    expect(await errorOf(hanging('http://sim.test/', { signal: AbortSignal.timeout(10) }))).toMatchObject({
      name: 'TimeoutError',
    })
  })
})
