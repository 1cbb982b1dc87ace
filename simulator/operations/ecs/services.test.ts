import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  ECSClient,
  ListServiceDeploymentsCommand,
  ListServicesCommand,
} from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { addCluster, addDefinition, addService, siteIn } from '../../scenarios/building.ts'
import { createSimulator } from '../../simulator.ts'

const now = Date.UTC(2026, 10, 20, 6)

/** The demo, with one more cluster of 250 services. */
function demoWithMany(): ECSClient {
  const simulator = createSimulator({ scenario: 'demo', realNow: () => now })
  const { accessKeyId } = simulator.control.load({ scenario: 'demo', seed: 1 })
  const state = simulator.control.world({ key: accessKeyId })
  const site = siteIn(state, 'ap-northeast-2')
  const definition = addDefinition(site, { family: 'idle', image: 'idle:1', cpu: 64, memory: 64 })
  const cluster = addCluster(site, 'many')
  for (let index = 0; index < 250; index += 1) {
    addService(site, cluster, definition, { serviceName: `idle-${index}`, desiredCount: 0 })
  }
  return new ECSClient({
    region: 'ap-northeast-2',
    endpoint: 'http://simulator.test',
    credentials: simulator.control.load({ state }),
    requestHandler: new SdkHandler(simulator.handle),
    maxAttempts: 1,
  })
}

const ecs = demoWithMany()

describe('services', () => {
  it('come ten a page, 100 at most, by token', async () => {
    const cluster = 'many'
    const first = await ecs.send(new ListServicesCommand({ cluster }))
    expect(first.serviceArns).toHaveLength(10)
    const all: string[] = []
    let nextToken: string | undefined
    do {
      const page = await ecs.send(new ListServicesCommand({ cluster, maxResults: 100, nextToken }))
      all.push(...(page.serviceArns ?? []))
      nextToken = page.nextToken
    } while (nextToken)
    expect(all).toHaveLength(250)
    expect(new Set(all).size).toBe(250)
    for (const wrong of [{ maxResults: 101 }, { nextToken: 'nonsense' }]) {
      await expect(ecs.send(new ListServicesCommand({ cluster, ...wrong }))).rejects.toMatchObject({
        name: 'InvalidParameterException',
      })
    }
  })

  it('are found by name and by short or long ARN', async () => {
    const names = [
      'web',
      'arn:aws:ecs:ap-northeast-2:123456789012:service/api',
      'arn:aws:ecs:ap-northeast-2:123456789012:service/platform/worker',
      'gone',
    ]
    const { services = [], failures } = await ecs.send(
      new DescribeServicesCommand({ cluster: 'platform', services: names, include: ['TAGS'] }),
    )
    expect(services.map((service) => service.serviceName)).toEqual(['web', 'api', 'worker'])
    expect(services[0]).toMatchObject({
      status: 'ACTIVE',
      desiredCount: 4,
      runningCount: 4,
      pendingCount: 0,
      launchType: 'FARGATE',
      deployments: [{ status: 'PRIMARY', rolloutState: 'COMPLETED', runningCount: 4 }],
      tags: [{ key: 'Environment' }, { key: 'Team' }],
    })
    expect(services[0]?.events?.[0]?.createdAt).toBeInstanceOf(Date)
    const [ran] = (await ecs.send(new ListServiceDeploymentsCommand({ cluster: 'platform', service: 'web' })))
      .serviceDeployments ?? [undefined]
    expect(services[0]?.currentServiceDeployment).toBe(ran?.serviceDeploymentArn)
    expect(failures).toEqual([
      { arn: 'arn:aws:ecs:ap-northeast-2:123456789012:service/platform/gone', reason: 'MISSING' },
    ])
  })

  it('are refused by the dozen, and from another cluster', async () => {
    const services = Array.from({ length: 11 }, (_, index) => `s${index}`)
    await expect(
      ecs.send(new DescribeServicesCommand({ cluster: 'platform', services })),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' })
    await expect(
      ecs.send(
        new DescribeServicesCommand({
          cluster: 'platform',
          services: ['arn:aws:ecs:ap-northeast-2:123456789012:service/commerce/checkout'],
        }),
      ),
    ).rejects.toMatchObject({ message: 'Identifier is for cluster commerce. Your cluster is platform' })
  })

  it('are filtered by launch type and strategy', async () => {
    expect(await countServices({ launchType: 'EC2' })).toBe(4)
    expect(await countServices({ launchType: 'FARGATE' })).toBe(0)
    expect(await countServices({ schedulingStrategy: 'DAEMON' })).toBe(1)
  })

  it('have deployments and revisions', async () => {
    const { serviceDeployments = [] } = await ecs.send(
      new ListServiceDeploymentsCommand({ cluster: 'platform', service: 'notifications' }),
    )
    expect(serviceDeployments.map((one) => one.status)).toEqual([
      'ROLLBACK_IN_PROGRESS',
      'SUCCESSFUL',
      'SUCCESSFUL',
    ])
    const described = await ecs.send(
      new DescribeServiceDeploymentsCommand({
        serviceDeploymentArns: [serviceDeployments[0]?.serviceDeploymentArn ?? ''],
      }),
    )
    const [deployment] = described.serviceDeployments ?? []
    expect(deployment).toMatchObject({
      deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
      rollback: {
        startedAt: expect.any(Date),
        serviceRevisionArn: expect.stringContaining('service-revision'),
      },
    })
    const { serviceRevisions } = await ecs.send(
      new DescribeServiceRevisionsCommand({
        serviceRevisionArns: [
          deployment?.targetServiceRevision?.arn ?? '',
          deployment?.rollback?.serviceRevisionArn ?? '',
        ],
      }),
    )
    expect(serviceRevisions?.map((one) => one.containerImages?.[0]?.image?.split(':').at(-1))).toEqual([
      '0.10.0',
      '0.9.5',
    ])
    const successful = await ecs.send(
      new ListServiceDeploymentsCommand({
        cluster: 'platform',
        service: 'notifications',
        status: ['SUCCESSFUL'],
        createdAt: { after: new Date(now - 6 * 3_600_000) },
      }),
    )
    expect(successful.serviceDeployments).toHaveLength(1)
    await expect(
      ecs.send(new ListServiceDeploymentsCommand({ cluster: 'platform', service: 'gone' })),
    ).rejects.toMatchObject({ name: 'ServiceNotFoundException', message: 'Service not found.' })
  })
})

async function countServices(input: object): Promise<number | undefined> {
  const { serviceArns } = await ecs.send(new ListServicesCommand({ cluster: 'commerce', ...input }))
  return serviceArns?.length
}
