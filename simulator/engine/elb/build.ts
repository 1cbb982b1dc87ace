/** Makes load balancers, target groups, listeners and rules as AWS would make them. Scenarios build with these. */
import type { Action, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'
import { regionOf } from '../../world/create.ts'
import type {
  ListenerRecord,
  LoadBalancerRecord,
  RuleRecord,
  TargetGroupRecord,
} from '../../world/elb-tables.ts'
import { arn, hexId } from '../../world/ids.ts'
import { noise, nextRandom } from '../../world/random.ts'
import type { World } from '../../world/world.ts'
import { allowTcp, createSecurityGroup } from '../ec2/build.ts'
import { startChecks } from '../targets.ts'
import { scheduleAnswers, scheduleRoutes } from '../traffic/due.ts'
import {
  HEALTH_CHECK,
  hostedZoneOf,
  LOAD_BALANCER_ATTRIBUTES,
  SSL_POLICY,
  TARGET_GROUP_ATTRIBUTES,
} from './defaults.ts'
import { addUsage, refreshUsage } from './usage.ts'

export type LoadBalancerOptions = { name: string } & Partial<
  Pick<
    LoadBalancerRecord,
    'scheme' | 'type' | 'vpcId' | 'subnets' | 'securityGroups' | 'ipAddressType' | 'attributes' | 'tags'
  >
>

/** An active load balancer; without subnets it has the default VPC's first two zones. */
export function createLoadBalancer(
  world: World,
  region: string,
  options: LoadBalancerOptions,
): LoadBalancerRecord {
  const { name, type = 'application', scheme = 'internet-facing' } = options
  const network = defaultNetwork(world, region)
  const id = hexId(world, 16)
  const kind = type === 'application' ? 'app' : 'net'
  const made: LoadBalancerRecord = {
    loadBalancerArn: arn(world, 'elasticloadbalancing', region, `loadbalancer/${kind}/${name}/${id}`),
    name,
    dnsName: dnsName(world, region, { name, type, scheme, id }),
    canonicalHostedZoneId: hostedZoneOf(region),
    scheme,
    type,
    state: 'active',
    vpcId: options.vpcId ?? network.vpcId,
    subnets: options.subnets ?? network.subnets.slice(0, 2),
    securityGroups: options.securityGroups ?? [ownSecurityGroup(world, region, options)],
    ipAddressType: options.ipAddressType ?? 'ipv4',
    createdAt: world.now,
    attributes: { ...LOAD_BALANCER_ATTRIBUTES, ...options.attributes },
    tags: options.tags ?? {},
  }
  regionOf(world, region).elb.loadBalancers[made.loadBalancerArn] = made
  return made
}

/** A security group that lets everybody in on the ports of the web. */
function ownSecurityGroup(
  world: World,
  region: string,
  { name, vpcId = defaultNetwork(world, region).vpcId, ipAddressType = 'ipv4' }: LoadBalancerOptions,
): string {
  const everybody = { cidrIpv4: ['0.0.0.0/0'], cidrIpv6: ipAddressType === 'ipv4' ? [] : ['::/0'] }
  const ingress = [allowTcp(80, everybody), allowTcp(443, everybody)]
  return createSecurityGroup(world, region, { groupName: `${name}-alb`, vpcId, ingress }).groupId
}

export type TargetGroupOptions = { name: string } & Partial<
  Pick<TargetGroupRecord, 'protocol' | 'port' | 'vpcId' | 'targetType' | 'attributes' | 'tags'>
> & { healthCheck?: Partial<TargetGroupRecord['healthCheck']> }

/** A target group without targets; health checks and attributes have AWS's defaults. */
export function createTargetGroup(
  world: World,
  region: string,
  options: TargetGroupOptions,
): TargetGroupRecord {
  const { name, protocol = 'HTTP' } = options
  const made: TargetGroupRecord = {
    targetGroupArn: arn(world, 'elasticloadbalancing', region, `targetgroup/${name}/${hexId(world, 16)}`),
    name,
    protocol,
    port: options.port ?? 80,
    vpcId: options.vpcId ?? defaultNetwork(world, region).vpcId,
    targetType: options.targetType ?? 'instance',
    healthCheck: { ...HEALTH_CHECK, protocol, ...options.healthCheck },
    attributes: { ...TARGET_GROUP_ATTRIBUTES, ...options.attributes },
    targets: {},
    loadBalancerArns: [],
    createdAt: world.now,
    tags: options.tags ?? {},
  }
  regionOf(world, region).elb.targetGroups[made.targetGroupArn] = made
  return made
}

export interface ListenerOptions {
  loadBalancerArn: string
  /** Default 80, or 443 for HTTPS. */
  port?: number
  /** Default HTTP. */
  protocol?: ListenerRecord['protocol']
  certificateArns?: string[]
  /** See engine/elb/actions.ts. */
  defaultActions: Action[]
  tags?: Record<string, string>
}

/** A listener; the target groups it forwards to come into use. */
export function createListener(world: World, region: string, options: ListenerOptions): ListenerRecord {
  const { loadBalancerArn, protocol = 'HTTP' } = options
  const listenerArn = `${loadBalancerArn.replace(':loadbalancer/', ':listener/')}/${hexId(world, 16)}`
  const made: ListenerRecord = {
    listenerArn,
    loadBalancerArn,
    port: options.port ?? (protocol === 'HTTPS' ? 443 : 80),
    protocol,
    certificateArns: options.certificateArns ?? [],
    defaultActions: options.defaultActions,
    defaultRuleArn: ruleArn(world, listenerArn),
    createdAt: world.now,
    tags: options.tags ?? {},
  }
  if (protocol === 'HTTPS') made.sslPolicy = SSL_POLICY
  regionOf(world, region).elb.listeners[listenerArn] = made
  onUsageChanged(
    world,
    region,
    loadBalancerArn,
    addUsage(world, region, loadBalancerArn, made.defaultActions),
  )
  return made
}

export type RuleOptions = {
  listenerArn: string
  /** 1–50000, the lowest that matches wins. */
  priority: number
  conditions: RuleCondition[]
  actions: Action[]
  tags?: Record<string, string>
}

/** A rule of a listener; the target groups it forwards to come into use. */
export function createRule(world: World, region: string, options: RuleOptions): RuleRecord {
  const { elb } = regionOf(world, region)
  const { tags = {}, ...rest } = options
  const made: RuleRecord = { ...rest, ruleArn: ruleArn(world, rest.listenerArn), createdAt: world.now, tags }
  elb.rules[made.ruleArn] = made
  const { loadBalancerArn } = elb.listeners[options.listenerArn] ?? {}
  // Looking at all rules again for each new one would take long in a Region of hundreds.
  if (loadBalancerArn !== undefined) {
    onUsageChanged(world, region, loadBalancerArn, addUsage(world, region, loadBalancerArn, made.actions))
  }
  return made
}

/** To be called after any change of listeners or rules: groups come into use or go out of it, requests go elsewhere. */
export function listenersChanged(world: World, region: string, loadBalancerArn: string): void {
  onUsageChanged(world, region, loadBalancerArn, refreshUsage(world, region))
}

/** `changed`: the groups that came into use or went out of it. */
function onUsageChanged(
  world: World,
  region: string,
  loadBalancerArn: string,
  changed: TargetGroupRecord[],
): void {
  for (const group of changed) {
    for (const target of Object.values(group.targets)) startChecks({ world, region, group, target })
    scheduleAnswers(world, region, group.targetGroupArn)
  }
  scheduleRoutes(world, region, loadBalancerArn)
}

/** VPC and subnets that a Region has when a scenario does not care; the same for every world. */
export function defaultNetwork(
  world: World,
  region: string,
): { vpcId: string; subnets: LoadBalancerRecord['subnets'] } {
  const id = (kind: string): string => {
    const digits = (part: number): string =>
      Math.floor(noise(`${kind}/${world.accountId}/${region}/${part}`) * 2 ** 32)
        .toString(16)
        .padStart(8, '0')
    return `0${digits(1)}${digits(2)}`
  }
  return {
    vpcId: `vpc-${id('vpc')}`,
    subnets: ['a', 'b', 'c'].map((zone) => ({
      subnetId: `subnet-${id(`subnet-${zone}`)}`,
      availabilityZone: `${region}${zone}`,
    })),
  }
}

function dnsName(
  world: World,
  region: string,
  { name, type, scheme, id }: Pick<LoadBalancerRecord, 'name' | 'type' | 'scheme'> & { id: string },
): string {
  const prefix = scheme === 'internal' ? 'internal-' : ''
  if (type === 'network') return `${prefix}${name}-${id}.elb.${region}.amazonaws.com`
  const digits = 1_000_000_000 + Math.floor(nextRandom(world) * 1_000_000_000)
  return `${prefix}${name}-${digits}.${region}.elb.amazonaws.com`
}

function ruleArn(world: World, listenerArn: string): string {
  return `${listenerArn.replace(':listener/', ':listener-rule/')}/${hexId(world, 16)}`
}
