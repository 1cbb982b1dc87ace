/** The network around services of the simulated AWS. */
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../../simulator/adapters/sdk-handler.ts'
import { createSimulator } from '../../../simulator/simulator.ts'
import { now } from '../../lib/clock.ts'
import { createAws, createLimiter } from '../client.ts'
import type { Aws } from '../context.ts'
import { describeTargetGroups } from '../elb/target-groups.ts'
import { describeContainerInstances, listContainerInstances } from './container-instances.ts'
import { getService } from './services.ts'
import { describeSurroundings, whereaboutsOf } from './surroundings.ts'

function stage() {
  const simulator = createSimulator({ scenario: 'demo', realNow: () => Date.UTC(2026, 10, 20, 6) })
  const credentials = simulator.control.load({ scenario: 'demo', seed: 1 })
  const aws = createAws({
    account: '123456789012',
    region: 'ap-northeast-2',
    role: 'test',
    credentials: () => Promise.resolve(credentials),
    requestHandler: new SdkHandler(simulator.handle),
    limiter: createLimiter(now, 1),
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: () => Promise.resolve(),
      now,
    },
  })
  const sent = (): string[] =>
    simulator.control
      .journal({ key: credentials.accessKeyId })
      .filter(({ type }) => type === 'call')
      .map(({ name }) => name)
  return { aws, sent }
}

async function webOf(aws: Aws) {
  const service = await getService(aws, 'platform', 'web')
  const arns = service.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  return { service, groups: await describeTargetGroups(aws, arns) }
}

describe('describeSurroundings', () => {
  it('finds the load balancer, subnets and security groups of tasks with a network of their own', async () => {
    const { aws } = stage()
    const { service, groups } = await webOf(aws)
    const found = await describeSurroundings(aws, whereaboutsOf(service, groups, []))
    expect(found.loadBalancers.map(({ arn }) => arn)).toEqual(groups[0]?.loadBalancerArns)
    expect(found.subnets.map(({ id }) => id).toSorted()).toEqual(service.subnets.toSorted())
    expect(found.securityGroups?.map(({ id }) => id)).toEqual(service.securityGroups)
  })

  it('asks for the groups of the instances on which other tasks run, and leaves out what these do not have', async () => {
    const { aws, sent } = stage()
    const { groups } = await webOf(aws)
    const arns = await listContainerInstances(aws, 'commerce')
    const { items } = await describeContainerInstances(aws, 'commerce', arns)
    const where = whereaboutsOf({ subnets: [], securityGroups: [] }, groups, items)
    expect(where.instanceIds.length).toBeGreaterThan(0)
    expect(await describeSurroundings(aws, where)).not.toHaveProperty('securityGroups')
    expect(sent()).toContain('ec2:DescribeInstances')
  })

  it('says nothing of groups where no instance is known', async () => {
    const { aws } = stage()
    const { groups } = await webOf(aws)
    const where = whereaboutsOf({ subnets: [], securityGroups: [] }, groups, [])
    expect(await describeSurroundings(aws, where)).not.toHaveProperty('securityGroups')
  })

  it('asks nothing where there is no load balancer', async () => {
    const { aws, sent } = stage()
    const where = whereaboutsOf({ subnets: ['subnet-1'], securityGroups: ['sg-1'] }, [], [])
    expect(await describeSurroundings(aws, where)).toEqual({ loadBalancers: [], subnets: [] })
    expect(sent()).toEqual([])
  })
})
