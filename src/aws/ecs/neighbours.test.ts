/** What the rules may know of a service and of what runs beside it, out of the simulated AWS. */
import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { describe, expect, it } from 'vitest'
import { demoAccount, demoRegion } from '../testing/demo-account.ts'
import { addCluster, addDefinition, addService } from '../../../simulator/scenarios/building.ts'
import { describeNeighbours } from './neighbours.ts'
import { getService, listServices } from './services.ts'
import { toService } from './to-service.ts'

describe('describeNeighbours', () => {
  it('finds the other services that may share the instances, each with its definition', async () => {
    const { aws } = demoAccount()
    const [first = ''] = (await listServices(aws, 'commerce')).map((arn) => arn.split('/').at(-1) ?? '')
    const found = (await describeNeighbours(aws, 'commerce', first)) ?? []
    expect(found.length).toBeGreaterThan(0)
    expect(found.map(({ service }) => service)).not.toContain(first)
    for (const { definition } of found) expect(definition.containerDefinitions?.length).toBeGreaterThan(0)
  })

  it('leaves out what runs on Fargate', async () => {
    const { aws } = demoAccount()
    expect(await describeNeighbours(aws, 'platform', 'nobody')).toEqual([])
  })

  it('says nothing of a cluster with more services than can be read', async () => {
    const { aws, sent } = demoAccount((site) => {
      const definition = addDefinition(site, { family: 'idle', image: 'idle:1', cpu: 64, memory: 64 })
      const cluster = addCluster(site, 'many')
      for (let index = 0; index < 501; index += 1)
        addService(site, cluster, definition, { serviceName: `idle-${String(index)}`, desiredCount: 0 })
    })
    expect(await describeNeighbours(aws, 'many', 'idle-1')).toBeUndefined()
    expect(new Set(sent())).toEqual(new Set(['ecs:ListServices']))
  })
})

describe('a service', () => {
  it('tells the ports of Service Connect and the volumes that it configures', async () => {
    const { aws, door } = demoAccount()
    const ecs = new ECSClient({ region: demoRegion, ...door })
    expect(await getService(aws, 'platform', 'web')).toMatchObject({
      serviceConnectPorts: [],
      volumeConfigurations: [],
    })
    const managedEBSVolume = {
      roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
      sizeInGiB: 10,
    }
    await ecs.send(
      new UpdateServiceCommand({
        cluster: 'platform',
        service: 'web',
        serviceConnectConfiguration: { enabled: true, services: [{ portName: 'http' }] },
        volumeConfigurations: [{ name: 'data', managedEBSVolume }],
      }),
    )
    const service = await getService(aws, 'platform', 'web')
    expect(service).toMatchObject({ serviceConnectPorts: ['http'], volumeConfigurations: ['data'] })
    expect(service).not.toHaveProperty('role')
  })

  it('has no ports of Service Connect while that is off, and a role of its own only where one was given', () => {
    const named = {
      serviceArn: 'a',
      serviceName: 'web',
      clusterArn: 'c',
      roleArn: 'arn:aws:iam::1:role/ecsServiceRole',
    }
    const off = { enabled: false, services: [{ portName: 'http' }] }
    const deployment = {
      id: 'd',
      status: 'PRIMARY',
      createdAt: new Date(0),
      serviceConnectConfiguration: off,
    }
    const lattice = [{ portName: 'http', roleArn: 'r', targetGroupArn: 't' }]
    expect(toService(named)).toMatchObject({ role: named.roleArn })
    expect(toService(named)).not.toHaveProperty('serviceConnectPorts')
    const deployments = [{ ...deployment, vpcLatticeConfigurations: lattice }]
    expect(toService({ ...named, deployments })).toMatchObject({
      serviceConnectPorts: [],
      hasLatticeTargets: true,
    })
  })
})
