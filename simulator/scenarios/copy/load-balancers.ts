/** Application load balancers of a copy, with their listeners and rules. */
import type { Listener, LoadBalancer, Rule } from '@aws-sdk/client-elastic-load-balancing-v2'
import { hostedZoneOf, LOAD_BALANCER_ATTRIBUTES } from '../../engine/elb/defaults.ts'
import { listenersChanged } from '../../engine/elb/build.ts'
import { regionOf } from '../../world/create.ts'
import type { ListenerRecord, LoadBalancerRecord } from '../../world/elb-tables.ts'
import { hexId } from '../../world/ids.ts'
import type { World } from '../../world/world.ts'
import { elbAnswers, elbTags } from './elb-answers.ts'
import { at, filled, type RecordedCall, tagMap } from './recorded.ts'

/** To be called when the target groups are there: listeners take them into use. */
export function copyLoadBalancers(world: World, recorded: readonly RecordedCall[]): void {
  const tags = elbTags(recorded)
  const balancers = elbAnswers(recorded, 'DescribeLoadBalancers')
  for (const { region, output } of balancers) {
    for (const balancer of output.LoadBalancers ?? []) {
      const made = toBalancer(world, region, balancer)
      made.tags = tags.get(made.loadBalancerArn) ?? {}
      regionOf(world, region).elb.loadBalancers[made.loadBalancerArn] = made
    }
  }
  copyAttributes(world, recorded)
  copyReservations(world, recorded)
  copyListeners(world, recorded, tags)
  copyRules(world, recorded, tags)
  for (const { name, elb } of Object.values(world.regions)) {
    for (const arn of Object.keys(elb.loadBalancers)) listenersChanged(world, name, arn)
  }
}

const balancerDefaults = {
  LoadBalancerArn: '',
  LoadBalancerName: '',
  DNSName: '',
  Scheme: 'internet-facing',
  State: { Code: 'active' },
  VpcId: '',
  AvailabilityZones: [],
  SecurityGroups: [],
  IpAddressType: 'ipv4',
} satisfies LoadBalancer

function toBalancer(world: World, region: string, recorded: LoadBalancer): LoadBalancerRecord {
  const given = filled<LoadBalancer, typeof balancerDefaults>(recorded, balancerDefaults)
  return {
    loadBalancerArn: given.LoadBalancerArn,
    name: given.LoadBalancerName,
    dnsName: given.DNSName,
    canonicalHostedZoneId: given.CanonicalHostedZoneId ?? hostedZoneOf(region),
    scheme: given.Scheme,
    type: given.Type === 'network' ? 'network' : 'application',
    state: given.State.Code ?? 'active',
    vpcId: given.VpcId,
    subnets: given.AvailabilityZones.map(({ SubnetId = '', ZoneName = '' }) => ({
      subnetId: SubnetId,
      availabilityZone: ZoneName,
    })),
    securityGroups: given.SecurityGroups,
    ipAddressType: given.IpAddressType,
    createdAt: at(given.CreatedTime, world.now),
    attributes: { ...LOAD_BALANCER_ATTRIBUTES },
    tags: {},
  }
}

function copyAttributes(world: World, recorded: readonly RecordedCall[]): void {
  const answers = elbAnswers(recorded, 'DescribeLoadBalancerAttributes')
  for (const { region, input, output } of answers) {
    const balancer = regionOf(world, region).elb.loadBalancers[input.LoadBalancerArn ?? '']
    if (balancer) balancer.attributes = tagMap(output.Attributes)
  }
}

function copyReservations(world: World, recorded: readonly RecordedCall[]): void {
  const answers = elbAnswers(recorded, 'DescribeCapacityReservation')
  for (const { region, input, output } of answers) {
    const balancer = regionOf(world, region).elb.loadBalancers[input.LoadBalancerArn ?? '']
    const units = output.MinimumLoadBalancerCapacity?.CapacityUnits
    if (!balancer || units === undefined) continue
    const lastModifiedAt = at(output.LastModifiedTime, world.now)
    balancer.capacityReservation = { capacityUnits: units, lastModifiedAt }
  }
}

function copyListeners(
  world: World,
  recorded: readonly RecordedCall[],
  tags: Map<string, Record<string, string>>,
): void {
  const answers = elbAnswers(recorded, 'DescribeListeners')
  const certificates = certificatesByListener(recorded)
  for (const { region, output } of answers) {
    const { elb } = regionOf(world, region)
    for (const given of output.Listeners ?? []) {
      const made = toListener(world, given)
      // A listener of a load balancer that nobody looked at leads nowhere.
      if (!elb.loadBalancers[made.loadBalancerArn]) continue
      const further = certificates.get(made.listenerArn) ?? []
      made.certificateArns = [...new Set([...made.certificateArns, ...further])]
      made.tags = tags.get(made.listenerArn) ?? {}
      elb.listeners[made.listenerArn] = made
    }
  }
}

function certificatesByListener(recorded: readonly RecordedCall[]): Map<string, string[]> {
  const answers = elbAnswers(recorded, 'DescribeListenerCertificates')
  const found = new Map<string, string[]>()
  for (const { input, output } of answers) {
    const arns = (output.Certificates ?? []).flatMap(({ CertificateArn }) => CertificateArn ?? [])
    found.set(input.ListenerArn ?? '', [...(found.get(input.ListenerArn ?? '') ?? []), ...arns])
  }
  return found
}

function toListener(world: World, given: Listener): ListenerRecord {
  const listenerArn = given.ListenerArn ?? ''
  return {
    listenerArn,
    loadBalancerArn: given.LoadBalancerArn ?? '',
    port: given.Port ?? 80,
    protocol: given.Protocol === 'HTTP' || given.Protocol === 'HTTPS' ? given.Protocol : 'TCP',
    ...(given.SslPolicy !== undefined && { sslPolicy: given.SslPolicy }),
    certificateArns: (given.Certificates ?? []).flatMap(({ CertificateArn }) => CertificateArn ?? []),
    defaultActions: given.DefaultActions ?? [],
    // Until its rules say what it is called.
    defaultRuleArn: `${listenerArn.replace(':listener/', ':listener-rule/')}/${hexId(world, 16)}`,
    createdAt: world.now,
    tags: {},
  }
}

function copyRules(
  world: World,
  recorded: readonly RecordedCall[],
  tags: Map<string, Record<string, string>>,
): void {
  const answers = elbAnswers(recorded, 'DescribeRules')
  for (const { region, output } of answers) {
    for (const rule of output.Rules ?? []) addRule(world, region, rule, tags)
  }
}

function addRule(world: World, region: string, rule: Rule, tags: Map<string, Record<string, string>>): void {
  const { elb } = regionOf(world, region)
  const ruleArn = rule.RuleArn ?? ''
  const listener = elb.listeners[listenerOf(ruleArn)]
  if (!listener) return
  if (rule.IsDefault) {
    listener.defaultRuleArn = ruleArn
    return
  }
  elb.rules[ruleArn] = {
    ruleArn,
    listenerArn: listener.listenerArn,
    priority: Number(rule.Priority),
    conditions: rule.Conditions ?? [],
    actions: rule.Actions ?? [],
    ...(rule.Transforms && { transforms: rule.Transforms }),
    createdAt: world.now,
    tags: tags.get(ruleArn) ?? {},
  }
}

/** A rule's ARN is its listener's with one more part. */
function listenerOf(ruleArn: string): string {
  return ruleArn.replace(':listener-rule/', ':listener/').replace(/\/[^/]*$/, '')
}
