/** DescribeLoadBalancers. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_DescribeLoadBalancers.html */
import {
  DescribeLoadBalancers$,
  type DescribeLoadBalancersCommandInput,
  type DescribeLoadBalancersCommandOutput,
  type LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing'
import { operation } from '../../operation.ts'
import type { ClassicListenerRecord, ClassicLoadBalancerRecord } from '../../world/classic-elb-tables.ts'
import { page } from '../elbv2/page.ts'
import { balancerByName } from './look-up.ts'

/** All classic load balancers of the Region, or those named. */
export const DescribeLoadBalancers = operation<
  DescribeLoadBalancersCommandInput,
  DescribeLoadBalancersCommandOutput
>(DescribeLoadBalancers$, (input, { region }) => {
  const names = input.LoadBalancerNames ?? []
  const wanted =
    names.length > 0
      ? names.map((name) => balancerByName(region, name))
      : Object.values(region.classicLoadBalancers)
  const { shown, NextMarker } = page(wanted, input, ({ name }) => name)
  return { LoadBalancerDescriptions: shown.map(toDescription), NextMarker }
})

function toDescription(record: ClassicLoadBalancerRecord): LoadBalancerDescription {
  const { healthCheck } = record
  return {
    LoadBalancerName: record.name,
    DNSName: record.dnsName,
    CanonicalHostedZoneName: record.scheme === 'internal' ? undefined : record.dnsName,
    CanonicalHostedZoneNameID: record.canonicalHostedZoneNameId,
    ListenerDescriptions: record.listeners.map((listener) => ({
      Listener: toListener(listener),
      PolicyNames: [],
    })),
    Policies: { AppCookieStickinessPolicies: [], LBCookieStickinessPolicies: [], OtherPolicies: [] },
    BackendServerDescriptions: [],
    AvailabilityZones: record.subnets.map(({ availabilityZone }) => availabilityZone),
    Subnets: record.subnets.map(({ subnetId }) => subnetId),
    VPCId: record.vpcId,
    Instances: record.instances.map((InstanceId) => ({ InstanceId })),
    HealthCheck: {
      Target: healthCheck.target,
      Interval: healthCheck.intervalSeconds,
      Timeout: healthCheck.timeoutSeconds,
      UnhealthyThreshold: healthCheck.unhealthyThreshold,
      HealthyThreshold: healthCheck.healthyThreshold,
    },
    SecurityGroups: record.securityGroups,
    CreatedTime: new Date(record.createdAt),
    Scheme: record.scheme,
  }
}

function toListener(
  listener: ClassicListenerRecord,
): NonNullable<NonNullable<LoadBalancerDescription['ListenerDescriptions']>[number]['Listener']> {
  return {
    Protocol: listener.protocol,
    LoadBalancerPort: listener.loadBalancerPort,
    InstanceProtocol: listener.instanceProtocol,
    InstancePort: listener.instancePort,
    SSLCertificateId: listener.sslCertificateId,
  }
}
