/** One metric by namespace, name and dimensions, minute by minute. */
import type { TargetGroupRecord } from '../../world/elb-tables.ts'
import { classicData } from './classic.ts'
import { instanceData } from './ec2.ts'
import { clusterData, serviceData } from './ecs.ts'
import { loadBalancerData, targetGroupData } from './load-balancing.ts'
import type { Datum } from './statistics.ts'
import type { Window } from './window.ts'

export interface MetricId {
  namespace: string
  name: string
  dimensions: Record<string, string>
}

/** The minutes of a window that have data, in order. Metrics nobody ever wrote have none: CloudWatch knows no "not found". */
export function readMetric(window: Window, { namespace, name, dimensions }: MetricId): Datum[] {
  const keys = Object.keys(dimensions).toSorted().join('+')
  if (window.from >= window.to) return []
  if (namespace === 'AWS/ECS') return readEcs(window, name, keys, dimensions)
  if (namespace === 'AWS/ApplicationELB') return readLoadBalancing(window, name, keys, dimensions)
  if (namespace === 'AWS/ELB' && keys === 'LoadBalancerName') {
    const balancer = window.region.classicLoadBalancers[dimensions.LoadBalancerName ?? '']
    return balancer ? classicData(window, balancer, name) : []
  }
  if (namespace === 'AWS/EC2' && keys === 'InstanceId') {
    const instance = window.region.ec2.instances[dimensions.InstanceId ?? '']
    return instance ? instanceData(window, instance, name) : []
  }
  return []
}

function readEcs(window: Window, name: string, keys: string, dimensions: Record<string, string>): Datum[] {
  const { ClusterName: clusterName, ServiceName: serviceName } = dimensions
  const { ecs } = window.region
  const cluster = Object.values(ecs.clusters).find((known) => known.clusterName === clusterName)
  if (!cluster) return []
  if (keys === 'ClusterName') return clusterData(window, cluster, name)
  const arn = cluster.clusterArn.replace(':cluster/', ':service/')
  const service = ecs.services[`${arn}/${serviceName}`]
  return keys === 'ClusterName+ServiceName' && service ? serviceData(window, service, name) : []
}

function readLoadBalancing(
  window: Window,
  name: string,
  keys: string,
  { LoadBalancer: balancerId = '', TargetGroup: groupId = '' }: Record<string, string>,
): Datum[] {
  const { elb } = window.region
  if (keys === 'LoadBalancer') {
    const balancer = Object.values(elb.loadBalancers).find(
      ({ loadBalancerArn }) => loadBalancerDimension(loadBalancerArn) === balancerId,
    )
    return balancer ? loadBalancerData(window, balancer, name) : []
  }
  const group = Object.values(elb.targetGroups).find(
    ({ targetGroupArn }) => targetGroupDimension(targetGroupArn) === groupId,
  )
  if (!group) return []
  // RequestCountPerTarget alone is also kept without the load balancer.
  if (keys === 'TargetGroup') {
    return name === 'RequestCountPerTarget' ? targetGroupData(window, group, name) : []
  }
  const pair = keys === 'LoadBalancer+TargetGroup' && uses(group, balancerId)
  return pair ? targetGroupData(window, group, name) : []
}

function uses(group: TargetGroupRecord, balancerId: string): boolean {
  return group.loadBalancerArns.some((arn) => loadBalancerDimension(arn) === balancerId)
}

/** `app/<name>/<id>`, the value of the dimension LoadBalancer. */
export function loadBalancerDimension(loadBalancerArn: string): string {
  return loadBalancerArn.slice(loadBalancerArn.indexOf(':loadbalancer/') + ':loadbalancer/'.length)
}

/** `targetgroup/<name>/<id>`, the value of the dimension TargetGroup. */
export function targetGroupDimension(targetGroupArn: string): string {
  return targetGroupArn.slice(targetGroupArn.indexOf(':targetgroup/') + 1)
}
