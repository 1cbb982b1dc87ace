/** Classic load balancers: list, one by name, health of instances, attributes. */
import {
  DescribeInstanceHealthCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  type DescribeLoadBalancersCommandInput,
  type LoadBalancerAttributes,
  type LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing'
import type {
  ClassicInstanceHealth,
  ClassicLoadBalancer,
  ClassicLoadBalancerAttributes,
} from '../../core/elb/classic-load-balancer.ts'
import { list, present, required, text, time } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { theOne } from '../the-one.ts'
import { classic } from './classic.ts'

/** https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_DescribeLoadBalancers.html */
const pageSize = 400

/** All classic load balancers of the Region. */
export function listClassicLoadBalancers(aws: Aws, options?: CallOptions): Promise<ClassicLoadBalancer[]> {
  return describe(aws, { PageSize: pageSize }, options)
}

/** One by its name. @throws AwsProblem of kind `not-found` */
export async function getClassicLoadBalancer(
  aws: Aws,
  name: string,
  options?: CallOptions,
): Promise<ClassicLoadBalancer> {
  const found = await describe(aws, { LoadBalancerNames: [name] }, options)
  return theOne(found, [], 'elasticloadbalancing:DescribeLoadBalancers', `Classic load balancer ${name}`)
}

/** Health of every registered instance. @throws AwsProblem */
export async function listClassicInstanceHealth(
  aws: Aws,
  name: string,
  options?: CallOptions,
): Promise<ClassicInstanceHealth[]> {
  const { value } = await call(
    aws,
    {
      service: classic,
      bucket: 'elb',
      command: new DescribeInstanceHealthCommand({ LoadBalancerName: name }),
      take: ({ InstanceStates }) =>
        list(InstanceStates, 'InstanceStates').map(({ InstanceId, State, ReasonCode, Description }) =>
          present({
            instanceId: text(InstanceId, 'InstanceId'),
            state: State ?? 'Unknown',
            reasonCode: ReasonCode,
            description: Description,
          }),
        ),
    },
    options,
  )
  return value
}

/** @throws AwsProblem */
export async function getClassicLoadBalancerAttributes(
  aws: Aws,
  name: string,
  options?: CallOptions,
): Promise<ClassicLoadBalancerAttributes> {
  const { value } = await call(
    aws,
    {
      service: classic,
      bucket: 'elb',
      command: new DescribeLoadBalancerAttributesCommand({ LoadBalancerName: name }),
      take: (answer) => toAttributes(required(answer.LoadBalancerAttributes, 'LoadBalancerAttributes')),
    },
    options,
  )
  return value
}

function describe(
  aws: Aws,
  input: DescribeLoadBalancersCommandInput,
  options: CallOptions | undefined,
): Promise<ClassicLoadBalancer[]> {
  return listAll(
    aws,
    {
      service: classic,
      bucket: 'elb',
      command: (Marker) => new DescribeLoadBalancersCommand({ ...input, Marker }),
      take: ({ LoadBalancerDescriptions, NextMarker }) => ({
        items: list(LoadBalancerDescriptions, 'LoadBalancerDescriptions').map(toClassicLoadBalancer),
        next: NextMarker,
      }),
      id: ({ name }) => name,
    },
    options,
  )
}

function toClassicLoadBalancer(balancer: LoadBalancerDescription): ClassicLoadBalancer {
  return present({
    name: text(balancer.LoadBalancerName, 'LoadBalancerName'),
    dnsName: balancer.DNSName ?? '',
    canonicalHostedZoneId: balancer.CanonicalHostedZoneNameID,
    scheme: balancer.Scheme ?? 'unknown',
    vpcId: balancer.VPCId,
    availabilityZones: balancer.AvailabilityZones ?? [],
    securityGroups: balancer.SecurityGroups ?? [],
    listeners: (balancer.ListenerDescriptions ?? []).flatMap(({ Listener: listener }) =>
      listener === undefined
        ? []
        : present({
            protocol: listener.Protocol ?? 'unknown',
            port: listener.LoadBalancerPort ?? 0,
            instanceProtocol: listener.InstanceProtocol,
            instancePort: listener.InstancePort ?? 0,
            certificateArn: listener.SSLCertificateId,
          }),
    ),
    instanceIds: (balancer.Instances ?? []).flatMap(({ InstanceId }) => InstanceId ?? []),
    createdAt: time(balancer.CreatedTime),
  })
}

function toAttributes(attributes: LoadBalancerAttributes): ClassicLoadBalancerAttributes {
  const { ConnectionDraining: draining, ConnectionSettings: settings } = attributes
  return present({
    idleTimeoutSeconds: settings?.IdleTimeout,
    drainingSeconds: draining?.Enabled === true ? draining.Timeout : undefined,
  })
}
