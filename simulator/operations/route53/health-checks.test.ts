import {
  CreateHealthCheckCommand,
  DeleteHealthCheckCommand,
  GetHealthCheckCommand,
  GetHealthCheckStatusCommand,
  type HealthCheckConfig,
  ListHealthChecksCommand,
  type Route53Client,
} from '@aws-sdk/client-route-53'
import { beforeEach, describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { advanceTo } from '../../engine/advance.ts'
import { addressesOf } from '../../engine/dns/addresses.ts'
import { fixedResponse, forward, whenHost } from '../../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../../engine/elb/build.ts'
import { listen } from '../../engine/elb/testing-world.ts'
import { registerTarget } from '../../engine/targets.ts'
import { addServer, setServerBehaviour, setServerStopped } from '../../engine/traffic/servers.ts'
import { openGate } from '../../open-gate.ts'
import type { World } from '../../world/world.ts'
import { route53 } from './registry.ts'
import { clientOf } from './testing.ts'

const REGION = 'us-east-1'
let client: Route53Client
let world: World

beforeEach(() => {
  const gate = openGate()
  world = gate.world
  client = clientOf(new SdkHandler(createDispatch({ gate, services: [route53] })))
})

const http: HealthCheckConfig = { Type: 'HTTP', IPAddress: '198.51.100.1', ResourcePath: '/health' }

async function create(HealthCheckConfig: HealthCheckConfig, CallerReference = 'ref'): Promise<string> {
  const command = new CreateHealthCheckCommand({ CallerReference, HealthCheckConfig })
  return (await client.send(command)).HealthCheck?.Id ?? ''
}

async function status(HealthCheckId: string) {
  const { HealthCheckObservations } = await client.send(new GetHealthCheckStatusCommand({ HealthCheckId }))
  return HealthCheckObservations ?? []
}

/** The different texts that checkers tell after a minute. */
async function told(config: HealthCheckConfig): Promise<(string | undefined)[]> {
  const id = await create(config, JSON.stringify(config))
  advanceTo(world, world.now + 60_000)
  return [...new Set((await status(id)).map(({ StatusReport }) => StatusReport?.Status))]
}

describe('a health check', () => {
  test('is made with defaults, found, listed and deleted', async () => {
    const made = await client.send(
      new CreateHealthCheckCommand({ CallerReference: 'ref', HealthCheckConfig: http }),
    )
    const id = made.HealthCheck?.Id ?? ''
    expect(made.Location).toBe(`https://route53.amazonaws.com/2013-04-01/healthcheck/${id}`)
    expect(made.HealthCheck).toMatchObject({
      HealthCheckVersion: 1,
      HealthCheckConfig: { ...http, Port: 80, RequestInterval: 30, FailureThreshold: 3, EnableSNI: false },
    })
    expect((await client.send(new GetHealthCheckCommand({ HealthCheckId: id }))).HealthCheck).toEqual(
      made.HealthCheck,
    )
    await create(http, 'other')
    const first = await client.send(new ListHealthChecksCommand({ MaxItems: 1 }))
    const second = await client.send(new ListHealthChecksCommand({ Marker: first.NextMarker }))
    expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false])
    expect([...(first.HealthChecks ?? []), ...(second.HealthChecks ?? [])]).toHaveLength(2)
    await client.send(new DeleteHealthCheckCommand({ HealthCheckId: id }))
    const asked = client.send(new GetHealthCheckCommand({ HealthCheckId: id }))
    await expect(asked).rejects.toMatchObject({
      name: 'NoSuchHealthCheck',
      $metadata: { httpStatusCode: 404 },
    })
  })

  test('is the same for the same reference and settings, and refused for others', async () => {
    const id = await create(http)
    expect(await create(http)).toBe(id)
    await expect(create({ ...http, Port: 81 })).rejects.toMatchObject({ name: 'HealthCheckAlreadyExists' })
  })

  test.each<[string, Partial<HealthCheckConfig>]>([
    ['no endpoint', { IPAddress: undefined }],
    ['a private address', { IPAddress: '10.0.0.1' }],
    ['an interval that is neither 10 nor 30', { RequestInterval: 20 }],
    ['a threshold of 11', { FailureThreshold: 11 }],
    ['no string to match', { Type: 'HTTP_STR_MATCH' }],
    ['no TCP port', { Type: 'TCP' }],
    ['no children', { Type: 'CALCULATED' }],
  ])('is refused with %s', async (_, config) => {
    await expect(create({ ...http, ...config })).rejects.toMatchObject({ name: 'InvalidInput' })
  })
})

describe('what checkers see', () => {
  test('is told by two in each of eight Regions, once each has checked', async () => {
    addServer(world, { name: 'dc', addresses: ['198.51.100.1'] })
    const id = await create({ ...http, RequestInterval: 10 })
    const early = (await status(id)).length
    advanceTo(world, world.now + 10_000)
    const seen = await status(id)
    expect(early).toBeLessThan(16)
    expect(seen).toHaveLength(16)
    expect(new Set(seen.map(({ IPAddress }) => IPAddress)).size).toBe(16)
    expect(new Set(seen.map(({ Region }) => Region)).size).toBe(8)
    for (const { StatusReport } of seen) {
      expect(StatusReport?.Status).toBe('Success: HTTP Status Code 200, OK')
      expect(world.now - Number(StatusReport?.CheckedTime)).toBeLessThan(11_000)
    }
    const few = await create({ ...http, Regions: ['us-east-1', 'eu-west-1', 'us-west-1'] }, 'few')
    advanceTo(world, world.now + 30_000)
    expect(await status(few)).toHaveLength(6)
  })

  test('is how the endpoint answers', async () => {
    addServer(world, { name: 'dc', addresses: ['198.51.100.1'], ports: [80] })
    expect(await told(http)).toEqual(['Success: HTTP Status Code 200, OK'])
    setServerBehaviour(world, 'dc', { http: { '/health': { status: 503, latencyMs: 5 } } })
    expect(await told(http)).toEqual(['Failure: HTTP Status Code 503, Service Unavailable'])
    expect(await told({ ...http, ResourcePath: '/else' })).toEqual(['Success: HTTP Status Code 200, OK'])
    setServerBehaviour(world, 'dc', { http: { '/health': { status: 200, latencyMs: 2500 } } })
    expect(await told(http)).toEqual(['Failure: The endpoint did not respond to the health check in time.'])
    expect(await told({ ...http, Port: 81 })).toEqual(['Failure: Connection refused.'])
    setServerStopped(world, 'dc', true)
    expect(await told(http)).toEqual([expect.stringMatching(/^Failure: Connection timed out\. The endpoint/)])
    expect(await told({ Type: 'TCP', IPAddress: '198.51.100.1', Port: 80 })).toEqual([
      expect.stringMatching(/^Failure: Connection timed out/),
    ])
  })

  test('resolves a name when there is no address', async () => {
    addServer(world, { name: 'dc', addresses: ['198.51.100.1'] })
    world.dns.external['dc.test.'] = { name: 'dc.test.', ttl: 60, a: ['198.51.100.1'], aaaa: [] }
    expect(await told({ Type: 'HTTP', FullyQualifiedDomainName: 'dc.test' })).toEqual([
      'Success: HTTP Status Code 200, OK. Resolved IP: 198.51.100.1',
    ])
    expect(await told({ Type: 'HTTP', FullyQualifiedDomainName: 'gone.test' })).toEqual([
      expect.stringMatching(/^Failure: DNS resolution failed/),
    ])
  })

  test('goes through a load balancer with the Host header of the probe', async () => {
    const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'web' })
    const balancer = world.regions[REGION]?.elb.loadBalancers[loadBalancerArn]
    const [ip] = balancer ? addressesOf(balancer).a : []
    const group = createTargetGroup(world, REGION, { name: 'web', targetType: 'ip' })
    const { listenerArn } = createListener(world, REGION, {
      loadBalancerArn,
      protocol: 'HTTPS',
      defaultActions: [fixedResponse(404)],
    })
    createRule(world, REGION, {
      listenerArn,
      priority: 1,
      conditions: [whenHost('www.example.com')],
      actions: [forward(group.targetGroupArn)],
    })
    listen(world, '10.0.0.9', {})
    registerTarget(world, REGION, group.targetGroupArn, { id: '10.0.0.9', port: 80 })
    advanceTo(world, world.now + 60_000)
    const probe: HealthCheckConfig = {
      Type: 'HTTPS',
      IPAddress: ip,
      FullyQualifiedDomainName: 'www.example.com',
      EnableSNI: true,
      ResourcePath: '/health',
      RequestInterval: 10,
      FailureThreshold: 1,
    }
    expect(await told(probe)).toEqual(['Success: HTTP Status Code 200, OK'])
    expect(await told({ ...probe, FullyQualifiedDomainName: 'other.example.com' })).toEqual([
      'Failure: HTTP Status Code 404, Not Found',
    ])
  })

  test('is not there for calculated health checks', async () => {
    const id = await create({ Type: 'CALCULATED', ChildHealthChecks: ['x'], HealthThreshold: 1 })
    await expect(status(id)).rejects.toMatchObject({ name: 'InvalidInput' })
  })
})
