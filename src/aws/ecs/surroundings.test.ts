/** The network around services of the simulated AWS. */
import { describe, expect, it } from 'vitest'
import { demoAccount } from '../testing/demo-account.ts'
import type { Aws } from '../context.ts'
import { describeTargetGroups } from '../elb/target-groups.ts'
import { describeContainerInstances, listContainerInstances } from './container-instances.ts'
import { getService } from './services.ts'
import { describeSurroundings, whereaboutsOf } from './surroundings.ts'

async function webOf(aws: Aws) {
  const service = await getService(aws, 'platform', 'web')
  const arns = service.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  return { service, groups: await describeTargetGroups(aws, arns) }
}

describe('describeSurroundings', () => {
  it('finds the load balancer, subnets and security groups of tasks with a network of their own', async () => {
    const { aws } = demoAccount()
    const { service, groups } = await webOf(aws)
    const found = await describeSurroundings(aws, whereaboutsOf(service, groups, []))
    expect(found.loadBalancers.map(({ arn }) => arn)).toEqual(groups[0]?.loadBalancerArns)
    expect(found.subnets.map(({ id }) => id).toSorted()).toEqual(service.subnets.toSorted())
    expect(found.securityGroups?.map(({ id }) => id)).toEqual(service.securityGroups)
  })

  it('asks for the groups of the instances on which other tasks run, and leaves out what these do not have', async () => {
    const { aws, sent } = demoAccount()
    const { groups } = await webOf(aws)
    const arns = await listContainerInstances(aws, 'commerce')
    const { items } = await describeContainerInstances(aws, 'commerce', arns)
    const where = whereaboutsOf({ subnets: [], securityGroups: [] }, groups, items)
    expect(where.instanceIds.length).toBeGreaterThan(0)
    expect(await describeSurroundings(aws, where)).not.toHaveProperty('securityGroups')
    expect(sent()).toContain('ec2:DescribeInstances')
  })

  it('says nothing of groups where no instance is known', async () => {
    const { aws } = demoAccount()
    const { groups } = await webOf(aws)
    const where = whereaboutsOf({ subnets: [], securityGroups: [] }, groups, [])
    expect(await describeSurroundings(aws, where)).not.toHaveProperty('securityGroups')
  })

  it('asks nothing where there is no load balancer', async () => {
    const { aws, sent } = demoAccount()
    const where = whereaboutsOf({ subnets: ['subnet-1'], securityGroups: ['sg-1'] }, [], [])
    expect(await describeSurroundings(aws, where)).toEqual({ loadBalancers: [], subnets: [] })
    expect(sent()).toEqual([])
  })
})
