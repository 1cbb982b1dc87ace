/** Which metrics exist: those that have ever had data, as ListMetrics shows them. */
import type { History } from '../../world/history.ts'
import type { RegionTables, World } from '../../world/world.ts'
import { instancesInCluster } from '../ecs/ecs-index.ts'
import { type Outcome, OUTCOMES } from '../traffic/answers.ts'
import { CLASSIC_METRICS } from './classic.ts'
import { INSTANCE_METRICS } from './ec2.ts'
import { CLUSTER_METRICS, SERVICE_METRICS } from './ecs.ts'
import { LOAD_BALANCER_METRICS, OWN_ANSWERS, TARGET_GROUP_METRICS, TLS_ERRORS } from './load-balancing.ts'
import { loadBalancerDimension, type MetricId, targetGroupDimension } from './read.ts'

/** Every metric of a Region, in a stable order. */
export function allMetrics(world: World, region: RegionTables): MetricId[] {
  return [
    ...ecsMetrics(region),
    ...loadBalancingMetrics(world, region),
    ...classicMetrics(world, region),
    ...instanceMetrics(region),
  ]
}

function ecsMetrics(region: RegionTables): MetricId[] {
  const { clusters, services } = region.ecs
  const namespace = 'AWS/ECS'
  const ofClusters = Object.values(clusters).flatMap(({ clusterArn, clusterName }) =>
    instancesInCluster(region.ecs, clusterArn).size === 0
      ? []
      : CLUSTER_METRICS.map((name) => ({ namespace, name, dimensions: { ClusterName: clusterName } })),
  )
  const ofServices = Object.values(services).flatMap(({ clusterArn, serviceArn, serviceName }) => {
    const dimensions = {
      ClusterName: clusters[clusterArn]?.clusterName ?? '',
      ServiceName: serviceName,
    }
    if (!everAbove(region.history, `running/${serviceArn}`)) return []
    return SERVICE_METRICS.map((name) => ({ namespace, name, dimensions }))
  })
  return [...ofClusters, ...ofServices]
}

/** Metrics that need requests of a kind to exist; those not listed need requests of any kind. */
const NEEDED: Record<string, Outcome[]> = {
  HTTPCode_Target_2XX_Count: ['2xx'],
  HTTPCode_Target_3XX_Count: ['3xx'],
  HTTPCode_Target_4XX_Count: ['4xx'],
  HTTPCode_Target_5XX_Count: ['5xx'],
  TargetConnectionErrorCount: ['elb502'],
  HTTPCode_ELB_502_Count: ['elb502'],
  HTTPCode_ELB_503_Count: ['elb503'],
  HTTPCode_ELB_504_Count: ['elb504'],
  HTTPCode_ELB_5XX_Count: ['elb502', 'elb503', 'elb504'],
  TargetResponseTime: ['2xx', '3xx', '4xx', '5xx'],
  HTTPCode_Backend_2XX: ['2xx'],
  HTTPCode_Backend_3XX: ['3xx'],
  HTTPCode_Backend_4XX: ['4xx'],
  HTTPCode_Backend_5XX: ['5xx'],
  HTTPCode_ELB_5XX: ['elb502', 'elb503', 'elb504'],
  BackendConnectionErrors: ['elb502'],
  Latency: ['2xx', '3xx', '4xx', '5xx'],
}

function loadBalancingMetrics(world: World, region: RegionTables): MetricId[] {
  const namespace = 'AWS/ApplicationELB'
  const { history, elb } = region
  const metrics: MetricId[] = []
  for (const { loadBalancerArn } of Object.values(elb.loadBalancers)) {
    const LoadBalancer = loadBalancerDimension(loadBalancerArn)
    const clients = Object.values(world.clients).filter((one) => one.loadBalancerArn === loadBalancerArn)
    const names = clients.map(({ name }) => name)
    const groups = Object.values(elb.targetGroups).filter((group) =>
      group.loadBalancerArns.includes(loadBalancerArn),
    )
    const arns = groups.map(({ targetGroupArn }) => targetGroupArn)
    for (const name of LOAD_BALANCER_METRICS) {
      const own = names.some((one) =>
        (history[`local/${one}`] ?? []).some(([, status]) => OWN_ANSWERS[name]?.(status)),
      )
      const untrusted = name === TLS_ERRORS && names.some((one) => everAbove(history, `untrusted/${one}`))
      if (!own && !untrusted && !requested(history, names, arns, name)) continue
      metrics.push({ namespace, name, dimensions: { LoadBalancer } })
    }
    for (const { targetGroupArn } of groups) {
      const dimensions = { TargetGroup: targetGroupDimension(targetGroupArn), LoadBalancer }
      const hosts = everAbove(history, `registered/${targetGroupArn}`)
      for (const name of TARGET_GROUP_METRICS) {
        const exists = name.endsWith('HostCount') ? hosts : requested(history, names, [targetGroupArn], name)
        if (exists) metrics.push({ namespace, name, dimensions })
      }
    }
  }
  return metrics
}

function classicMetrics(world: World, { classicLoadBalancers, history }: RegionTables): MetricId[] {
  return Object.values(classicLoadBalancers).flatMap(({ name: balancer }) => {
    const key = `classic/${balancer}`
    const clients = Object.values(world.clients).filter((one) => one.loadBalancerArn === key)
    const names = clients.map(({ name }) => name)
    const dimensions = { LoadBalancerName: balancer }
    return CLASSIC_METRICS.filter((name) =>
      name.endsWith('HostCount') ? history[`healthy/${key}`] : requested(history, names, [key], name),
    ).map((name) => ({ namespace: 'AWS/ELB', name, dimensions }))
  })
}

function instanceMetrics({ ec2, history }: RegionTables): MetricId[] {
  return Object.values(ec2.instances)
    .filter(({ instanceId, state }) => state === 'running' || everAbove(history, `up/${instanceId}`))
    .flatMap(({ instanceId }) =>
      INSTANCE_METRICS.map((name) => {
        return { namespace: 'AWS/EC2', name, dimensions: { InstanceId: instanceId } }
      }),
    )
}

/** True when requests of the kind a metric counts were ever routed from these clients to these groups. */
function requested(history: History, clients: string[], groups: string[], name: string): boolean {
  if (name === TLS_ERRORS || (name in OWN_ANSWERS && !(name in NEEDED))) return false
  const outcomes = NEEDED[name] ?? OUTCOMES.filter((outcome) => outcome !== 'elb503')
  return clients.some((client) =>
    groups.some((group) => {
      if (!everAbove(history, `share/${client}/${group}`)) return false
      const overloaded = outcomes.includes('5xx') && everAbove(history, `limit/${group}`)
      return (
        overloaded || outcomes.some((outcome) => everAbove(history, `outcome/${client}/${group}/${outcome}`))
      )
    }),
  )
}

function everAbove(history: History, key: string): boolean {
  return (history[key] ?? []).some(([, value]) => value > 0)
}
