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
  HealthCheck,
  Listener,
  LoadBalancerAttributes,
  LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing'
import { createClassicLoadBalancer } from '../../engine/elb/classic.ts'
import { hostedZoneOf } from '../../engine/elb/defaults.ts'
import type { ClassicListenerRecord, ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import { regionOf } from '../../world/create.ts'
import type { InstanceRecord } from '../../world/ec2-tables.ts'
import type { World } from '../../world/world.ts'
import { healthyFor } from './behaviour.ts'
import { instancesIn } from './capacity.ts'
import { listenOn } from './machines.ts'
import { answersOf, at, filled, type RecordedCall, tagMap } from './recorded.ts'

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
  copyAttributes(world, recorded)
}

function copyAttributes(world: World, recorded: readonly RecordedCall[]): void {
  const answers = answersOf<
    DescribeLoadBalancerAttributesCommandInput,
    DescribeLoadBalancerAttributesCommandOutput
  >(recorded, 'elb', 'DescribeLoadBalancerAttributes')
  for (const { region, input, output } of answers) {
    const balancer = regionOf(world, region).classicLoadBalancers[input.LoadBalancerName ?? '']
    if (balancer) balancer.attributes = toAttributes(output.LoadBalancerAttributes)
  }
}

function toAttributes(given: LoadBalancerAttributes | undefined): ClassicLoadBalancerRecord['attributes'] {
  const { Enabled: drains = false, Timeout: seconds = 300 } = given?.ConnectionDraining ?? {}
  return {
    idleTimeoutSeconds: given?.ConnectionSettings?.IdleTimeout ?? 60,
    crossZone: given?.CrossZoneLoadBalancing?.Enabled ?? false,
    connectionDraining: drains,
    connectionDrainingSeconds: seconds,
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

const balancerDefaults = {
  LoadBalancerName: '',
  DNSName: '',
  VPCId: '',
  AvailabilityZones: [],
  Subnets: [],
  SecurityGroups: [],
  Instances: [],
  ListenerDescriptions: [],
} satisfies LoadBalancerDescription

/** Defaults of https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-healthchecks.html, in seconds and counts. */
const checkDefaults = {
  Target: 'TCP:80',
  Interval: 30,
  Timeout: 5,
  HealthyThreshold: 10,
  UnhealthyThreshold: 2,
} satisfies HealthCheck

function addClassic(
  world: World,
  region: string,
  recorded: LoadBalancerDescription,
  sick: ReadonlySet<string>,
): void {
  const given = filled<LoadBalancerDescription, typeof balancerDefaults>(recorded, balancerDefaults)
  const check = filled<HealthCheck, typeof checkDefaults>(given.HealthCheck, checkDefaults)
  const { subnets } = regionOf(world, region)
  const made = createClassicLoadBalancer(world, region, {
    name: given.LoadBalancerName,
    listeners: given.ListenerDescriptions.map(({ Listener: listener }) => toListener(listener)),
    instances: given.Instances.flatMap(({ InstanceId }) => InstanceId ?? []),
    scheme: given.Scheme === 'internal' ? 'internal' : 'internet-facing',
    vpcId: given.VPCId,
    subnets: given.Subnets.map((subnetId, index) => ({
      subnetId,
      availabilityZone: subnets[subnetId]?.availabilityZone ?? given.AvailabilityZones[index] ?? '',
    })),
    securityGroups: given.SecurityGroups,
    healthCheck: {
      target: check.Target,
      intervalSeconds: check.Interval,
      timeoutSeconds: check.Timeout,
      healthyThreshold: check.HealthyThreshold,
      unhealthyThreshold: check.UnhealthyThreshold,
    },
  })
  made.dnsName = given.DNSName
  made.canonicalHostedZoneNameId = given.CanonicalHostedZoneNameID ?? hostedZoneOf(region)
  made.createdAt = at(given.CreatedTime, world.now)
  serveBehind(world, region, made, sick)
}

/** Instances that were in service pass the health check. */
function serveBehind(
  world: World,
  region: string,
  { name, healthCheck, instances, listeners }: ClassicLoadBalancerRecord,
  sick: ReadonlySet<string>,
): void {
  const [, port = '80', path = '/'] = /^\w+:(\d+)(\/.*)?$/.exec(healthCheck.target) ?? []
  const ports = [...listeners.map(({ instancePort }) => instancePort), Number(port)]
  const behaviour = healthyFor([{ healthCheck: { path, matcher: '200' } }])
  for (const id of instances) {
    if (!sick.has(`${name}/${id}`)) listenOn(world, region, id, { ports, behaviour })
  }
}

const protocols: readonly ClassicListenerRecord['protocol'][] = ['HTTP', 'HTTPS', 'TCP', 'SSL']
const listenerDefaults = { Protocol: 'TCP', LoadBalancerPort: 80, InstancePort: 80 } satisfies Listener

function toListener(recorded: Listener | undefined): ClassicListenerRecord {
  const given = filled<Listener, typeof listenerDefaults>(recorded, listenerDefaults)
  return {
    protocol: protocolOf(given.Protocol),
    loadBalancerPort: given.LoadBalancerPort,
    instanceProtocol: protocolOf(given.InstanceProtocol ?? given.Protocol),
    instancePort: given.InstancePort,
    ...(given.SSLCertificateId !== undefined && { sslCertificateId: given.SSLCertificateId }),
  }
}

function protocolOf(text: string): ClassicListenerRecord['protocol'] {
  return protocols.find((each) => each === text.toUpperCase()) ?? 'TCP'
}
