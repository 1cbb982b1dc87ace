/** The old servers of a copy that are in the account: instances, Elastic IP addresses, classic load balancers. */
import type {
  DescribeAddressesCommandInput,
  DescribeAddressesCommandOutput,
  Instance,
} from '@aws-sdk/client-ec2'
import type {
  DescribeInstanceHealthCommandInput,
  DescribeInstanceHealthCommandOutput,
  DescribeLoadBalancerAttributesCommandInput,
  DescribeLoadBalancerAttributesCommandOutput,
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput,
  LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing'
import { createClassicLoadBalancer } from '../../engine/elb/classic.ts'
import { hostedZoneOf } from '../../engine/elb/defaults.ts'
import type { ClassicListenerRecord } from '../../world/classic-elb-tables.ts'
import { regionOf } from '../../world/create.ts'
import type { InstanceRecord } from '../../world/ec2-tables.ts'
import type { World } from '../../world/world.ts'
import { healthyFor } from './behaviour.ts'
import { instancesIn } from './capacity.ts'
import { listenOn } from './machines.ts'
import { answersOf, at, type RecordedCall, tagMap } from './recorded.ts'

/** Ports of the web. */
export const webPorts = [80, 443]

const states: readonly InstanceRecord['state'][] = [
  'pending',
  'running',
  'stopping',
  'stopped',
  'shutting-down',
  'terminated',
]

export function copyInstances(world: World, recorded: readonly RecordedCall[]): void {
  for (const { region, instance } of instancesIn(recorded)) {
    const made = toInstance(world, instance)
    regionOf(world, region).ec2.instances[made.instanceId] = made
  }
}

function toInstance(world: World, given: Instance): InstanceRecord {
  return {
    instanceId: given.InstanceId ?? '',
    instanceType: given.InstanceType ?? '',
    state: states.find((state) => state === given.State?.Name) ?? 'running',
    privateIp: given.PrivateIpAddress ?? '',
    vpcId: given.VpcId ?? '',
    subnetId: given.SubnetId ?? '',
    availabilityZone: given.Placement?.AvailabilityZone ?? '',
    securityGroups: (given.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    launchedAt: at(given.LaunchTime, world.now),
    listening: [],
    tags: tagMap(given.Tags),
  }
}

/** Whoever has an Elastic IP address serves the web. */
export function copyAddresses(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<DescribeAddressesCommandInput, DescribeAddressesCommandOutput>(
    recorded,
    'ec2',
    'DescribeAddresses',
  )
  for (const { region, output } of answers) {
    for (const given of output.Addresses ?? []) {
      const { AllocationId: allocationId = '', PublicIp: publicIp = '', InstanceId: instanceId } = given
      const { AssociationId: associationId, NetworkInterfaceId = '', PrivateIpAddress = '' } = given
      regionOf(world, region).ec2.addresses[allocationId] = {
        allocationId,
        publicIp,
        ...(associationId !== undefined && {
          association: {
            associationId,
            ...(instanceId !== undefined && { instanceId }),
            privateIp: PrivateIpAddress,
            networkInterfaceId: NetworkInterfaceId,
          },
        }),
        tags: tagMap(given.Tags),
      }
      if (instanceId !== undefined)
        listenOn(world, region, instanceId, { ports: webPorts, behaviour: healthyFor([]) })
    }
  }
}

export function copyClassicLoadBalancers(world: World, recorded: readonly RecordedCall[]): void {
  const sick = outOfService(recorded)
  const answers = answersOf<DescribeLoadBalancersCommandInput, DescribeLoadBalancersCommandOutput>(
    recorded,
    'elb',
    'DescribeLoadBalancers',
  )
  for (const { region, output } of answers) {
    for (const given of output.LoadBalancerDescriptions ?? []) addClassic(world, region, given, sick)
  }
  const attributes = answersOf<
    DescribeLoadBalancerAttributesCommandInput,
    DescribeLoadBalancerAttributesCommandOutput
  >(recorded, 'elb', 'DescribeLoadBalancerAttributes')
  for (const { region, input, output } of attributes) {
    const balancer = regionOf(world, region).classicLoadBalancers[input.LoadBalancerName ?? '']
    const given = output.LoadBalancerAttributes
    if (!balancer || !given) continue
    balancer.attributes = {
      idleTimeoutSeconds: given.ConnectionSettings?.IdleTimeout ?? 60,
      crossZone: given.CrossZoneLoadBalancing?.Enabled ?? false,
      connectionDraining: given.ConnectionDraining?.Enabled ?? false,
      connectionDrainingSeconds: given.ConnectionDraining?.Timeout ?? 300,
    }
  }
}

/** `<load balancer>/<instance>` of each that fails its health checks. */
function outOfService(recorded: readonly RecordedCall[]): Set<string> {
  const answers = answersOf<DescribeInstanceHealthCommandInput, DescribeInstanceHealthCommandOutput>(
    recorded,
    'elb',
    'DescribeInstanceHealth',
  )
  return new Set(
    answers.flatMap(({ input, output }) =>
      (output.InstanceStates ?? []).flatMap(({ InstanceId, State }) =>
        State === 'OutOfService' ? `${input.LoadBalancerName}/${InstanceId}` : [],
      ),
    ),
  )
}

function addClassic(
  world: World,
  region: string,
  given: LoadBalancerDescription,
  sick: ReadonlySet<string>,
): void {
  const { LoadBalancerName: name = '', HealthCheck: check, AvailabilityZones: zones = [] } = given
  const instances = (given.Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? [])
  const listeners = (given.ListenerDescriptions ?? []).map(({ Listener }) => toListener(Listener))
  const target = check?.Target ?? `TCP:${listeners[0]?.instancePort ?? 80}`
  const { subnets } = regionOf(world, region)
  const made = createClassicLoadBalancer(world, region, {
    name,
    listeners,
    instances,
    scheme: given.Scheme === 'internal' ? 'internal' : 'internet-facing',
    vpcId: given.VPCId ?? '',
    subnets: (given.Subnets ?? []).map((subnetId, index) => ({
      subnetId,
      availabilityZone: subnets[subnetId]?.availabilityZone ?? zones[index] ?? '',
    })),
    securityGroups: given.SecurityGroups ?? [],
    healthCheck: {
      target,
      intervalSeconds: check?.Interval ?? 30,
      timeoutSeconds: check?.Timeout ?? 5,
      healthyThreshold: check?.HealthyThreshold ?? 10,
      unhealthyThreshold: check?.UnhealthyThreshold ?? 2,
    },
  })
  made.dnsName = given.DNSName ?? made.dnsName
  made.canonicalHostedZoneNameId = given.CanonicalHostedZoneNameID ?? hostedZoneOf(region)
  made.createdAt = at(given.CreatedTime, world.now)
  const [, port = '80', path = '/'] = /^\w+:(\d+)(\/.*)?$/.exec(target) ?? []
  const ports = [...listeners.map(({ instancePort }) => instancePort), Number(port)]
  const behaviour = healthyFor([{ healthCheck: { path, matcher: '200' } }])
  for (const id of instances)
    if (!sick.has(`${name}/${id}`)) listenOn(world, region, id, { ports, behaviour })
}

const protocols: readonly ClassicListenerRecord['protocol'][] = ['HTTP', 'HTTPS', 'TCP', 'SSL']

function toListener(
  given:
    | NonNullable<NonNullable<LoadBalancerDescription['ListenerDescriptions']>[number]['Listener']>
    | undefined,
): ClassicListenerRecord {
  const protocolOf = (text: string | undefined): ClassicListenerRecord['protocol'] =>
    protocols.find((each) => each === text?.toUpperCase()) ?? 'TCP'
  return {
    protocol: protocolOf(given?.Protocol),
    loadBalancerPort: given?.LoadBalancerPort ?? 80,
    instanceProtocol: protocolOf(given?.InstanceProtocol ?? given?.Protocol),
    instancePort: given?.InstancePort ?? 80,
    ...(given?.SSLCertificateId !== undefined && { sslCertificateId: given.SSLCertificateId }),
  }
}
