/** The network around a service: what decides whether its load balancers reach its tasks. */
import type { SecurityGroup } from '../../core/ec2/security-group.ts'
import type { Subnet } from '../../core/ec2/subnet.ts'
import type { ContainerInstance } from '../../core/ecs/container-instance.ts'
import type { Service } from '../../core/ecs/service.ts'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import { present } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { findInstances } from '../ec2/instances.ts'
import { findSecurityGroups } from '../ec2/security-groups.ts'
import { findSubnets } from '../ec2/subnets.ts'
import { listLoadBalancers } from '../elb/load-balancers.ts'

export interface Surroundings {
  /** In front of the target groups. */
  loadBalancers: LoadBalancer[]
  /** Of the tasks with awsvpc, else of the instances; absent where it is not known which they are. */
  securityGroups?: SecurityGroup[]
  subnets: Subnet[]
}

/** What is asked for. */
export interface Whereabouts {
  subnetIds: readonly string[]
  /** Of the service. */
  securityGroupIds: readonly string[]
  loadBalancerArns: readonly string[]
  /** EC2 instances on which tasks without a network of their own run. */
  instanceIds: readonly string[]
}

/** Where a service is, as far as its parts are known. */
export function whereaboutsOf(
  { subnets, securityGroups }: Pick<Service, 'subnets' | 'securityGroups'>,
  targetGroups: readonly TargetGroup[],
  instances: readonly ContainerInstance[],
): Whereabouts {
  return {
    subnetIds: subnets,
    securityGroupIds: securityGroups,
    loadBalancerArns: targetGroups.flatMap(({ loadBalancerArns }) => loadBalancerArns),
    instanceIds: instances.flatMap(({ ec2InstanceId }) => ec2InstanceId ?? []),
  }
}

/** Asks for nothing where there is no load balancer. @throws AwsProblem when something of it cannot be read. */
export async function describeSurroundings(
  aws: Aws,
  where: Whereabouts,
  options?: CallOptions,
): Promise<Surroundings> {
  const { loadBalancerArns: arns, subnetIds } = where
  if (arns.length === 0) return { loadBalancers: [], subnets: [] }
  const [all, securityGroups, subnets] = await Promise.all([
    listLoadBalancers(aws, options),
    groupsOf(aws, where, options),
    subnetIds.length > 0 ? findSubnets(aws, subnetIds, options) : [],
  ])
  const loadBalancers = all.filter(({ arn }) => arns.includes(arn))
  return present({ loadBalancers, securityGroups, subnets })
}

async function groupsOf(
  aws: Aws,
  { subnetIds, securityGroupIds, instanceIds }: Whereabouts,
  options?: CallOptions,
): Promise<SecurityGroup[] | undefined> {
  if (subnetIds.length > 0) return findGroups(aws, securityGroupIds, options)
  if (instanceIds.length === 0) return undefined
  const instances = await findInstances(aws, instanceIds, options)
  return findGroups(aws, [...new Set(instances.flatMap(({ securityGroups }) => securityGroups))], options)
}

async function findGroups(
  aws: Aws,
  ids: readonly string[],
  options?: CallOptions,
): Promise<SecurityGroup[] | undefined> {
  return ids.length > 0 ? findSecurityGroups(aws, ids, options) : undefined
}
