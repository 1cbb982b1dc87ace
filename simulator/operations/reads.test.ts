/** Nothing changes because it was read: every operation that only reads, in the demo and half an hour later. */
import { describe, expect, test } from 'vitest'
import { advanceTo } from '../engine/advance.ts'
import { createCertificate } from '../engine/certificates.ts'
import { createDeploymentGroup } from '../engine/deployment-groups.ts'
import { createHostedZone } from '../engine/dns/zone-build.ts'
import { submitChanges } from '../engine/dns/zone-changes.ts'
import { allocateAddress } from '../engine/ec2/build.ts'
import { createClassicLoadBalancer } from '../engine/elb/classic.ts'
import { issueFreeKeys } from '../identity/furnish.ts'
import type { Operation } from '../operation.ts'
import { demo } from '../scenarios/demo.ts'
import { createWorld, regionOf } from '../world/create.ts'
import type { RegionTables, World } from '../world/world.ts'
import { services } from './registry.ts'

const now = Date.UTC(2026, 10, 20, 6)
const minute = 60_000
const region = 'ap-northeast-2'

/** They hand something out: identities and keys. */
const notReads = ['GetId', 'GetCredentialsForIdentity']
const reads = services.flatMap(({ name, operations }) =>
  operations
    .filter((each) => /^(Describe|List|Get|BatchGet|Filter)/.test(each.name) && !notReads.includes(each.name))
    .map((each): [string, Operation] => [`${name}:${each.name}`, each]),
)

function build(): World {
  const world = createWorld({ id: 'w', scenario: 'demo', seed: 1, now })
  demo.build(world)
  allocateAddress(world, region)
  createCertificate(world, region, { domainName: 'example.com' })
  createClassicLoadBalancer(world, region, { name: 'legacy', instances: ['i-0gone'] })
  createDeploymentGroup(world, region, {
    application: 'application',
    name: 'deployment-group',
    ecsServices: [],
    targetGroupNames: [],
    productionListenerArns: [],
  })
  addDns(world)
  issueFreeKeys(world)
  return world
}

/** A zone with a change on its way, and a health check. */
function addDns(world: World): void {
  const zone = createHostedZone(world, { name: 'example.com' })
  const text = { Name: 'example.com', Type: 'TXT' as const, TTL: 60, ResourceRecords: [{ Value: '"x"' }] }
  submitChanges(world, zone, [{ Action: 'CREATE', ResourceRecordSet: text }])
  const config = { Type: 'HTTP' as const, IPAddress: '192.0.2.1', Port: 80 }
  const check = { callerReference: 'c', config, createdAt: world.now, version: 1, tags: {} }
  world.dns.healthChecks['check'] = { ...check, id: 'check' }
}

const keys = (table: Record<string, unknown>, count = 10): string[] => Object.keys(table).slice(0, count)

/** What each operation is asked for, by name, or by `service:name` where two have the same; others need no input. */
function inputs(world: World): Record<string, object> {
  const { ecs, elb, logGroups, certificates }: RegionTables = regionOf(world, region)
  const [loadBalancer] = keys(elb.loadBalancers)
  const listener = Object.values(elb.listeners).find((one) => one.protocol === 'HTTPS')?.listenerArn
  const [targetGroup] = keys(elb.targetGroups)
  const [logGroup = ''] = keys(logGroups)
  const cluster = 'platform'
  const [zoneId] = keys(world.dns.hostedZones)
  const inZone = { HostedZoneId: zoneId }
  const aboutCheck = { HealthCheckId: 'check' }
  const inCluster = <T extends { clusterArn: string }>(table: Record<string, T>): string[] =>
    Object.entries(table).flatMap(([arn, one]) => (one.clusterArn.endsWith(`/${cluster}`) ? [arn] : []))
  const window = { StartTime: new Date(world.now - 3 * 60 * minute), EndTime: new Date(world.now) }
  const metric = {
    Namespace: 'AWS/ECS',
    MetricName: 'CPUUtilization',
    Dimensions: [
      { Name: 'ClusterName', Value: cluster },
      { Name: 'ServiceName', Value: 'web' },
    ],
  }
  return {
    GetHostedZone: { Id: zoneId },
    ListResourceRecordSets: inZone,
    ListResourceRecordSetProtections: inZone,
    GetDNSSEC: inZone,
    GetChange: { Id: keys(world.dns.changes)[0] },
    GetHealthCheck: aboutCheck,
    GetHealthCheckStatus: aboutCheck,
    'route53:ListTagsForResource': { ResourceType: 'hostedzone', ResourceId: zoneId },
    ListTagsForResources: { ResourceType: 'healthcheck', ResourceIds: ['check'] },
    DescribeClusters: { clusters: keys(ecs.clusters), include: ['STATISTICS', 'SETTINGS', 'TAGS'] },
    DescribeServices: { cluster, services: inCluster(ecs.services), include: ['TAGS'] },
    DescribeTasks: { cluster, tasks: inCluster(ecs.tasks), include: ['TAGS'] },
    DescribeContainerInstances: {
      cluster: 'commerce',
      containerInstances: keys(ecs.containerInstances),
      include: ['TAGS', 'CONTAINER_INSTANCE_HEALTH'],
    },
    DescribeServiceDeployments: { serviceDeploymentArns: keys(ecs.serviceDeployments, 20) },
    DescribeServiceRevisions: { serviceRevisionArns: keys(ecs.serviceRevisions, 20) },
    DescribeTaskDefinition: { taskDefinition: 'web', include: ['TAGS'] },
    ListContainerInstances: { cluster: 'commerce' },
    ListServiceDeployments: { cluster, service: 'notifications' },
    ListServices: { cluster },
    ListTagsForResource: { resourceArn: keys(ecs.services)[0] },
    ListTasks: { cluster, desiredStatus: 'STOPPED' },
    BatchGetDeploymentGroups: {
      applicationName: 'application',
      deploymentGroupNames: ['deployment-group'],
    },
    ListDeploymentGroups: { applicationName: 'application' },
    DescribeCertificate: { CertificateArn: keys(certificates)[0] },
    DescribeScalableTargets: { ServiceNamespace: 'ecs' },
    'elb:DescribeLoadBalancerAttributes': { LoadBalancerName: 'legacy' },
    'elb:DescribeTags': { LoadBalancerNames: ['legacy'] },
    DescribeInstanceHealth: { LoadBalancerName: 'legacy' },
    DescribeCapacityReservation: { LoadBalancerArn: loadBalancer },
    DescribeListeners: { LoadBalancerArn: loadBalancer },
    DescribeListenerCertificates: { ListenerArn: listener },
    DescribeLoadBalancerAttributes: { LoadBalancerArn: loadBalancer },
    DescribeRules: { ListenerArn: listener },
    DescribeTags: { ResourceArns: [loadBalancer, targetGroup] },
    DescribeTargetGroupAttributes: { TargetGroupArn: targetGroup },
    DescribeTargetHealth: { TargetGroupArn: targetGroup },
    GetMetricData: {
      ...window,
      MetricDataQueries: [{ Id: 'cpu', MetricStat: { Metric: metric, Period: 60, Stat: 'Average' } }],
    },
    GetMetricStatistics: { ...window, ...metric, Period: 300, Statistics: ['Average', 'Maximum'] },
    BatchGetImage: { repositoryName: 'newsletter', imageIds: [{ imageTag: '4.1.0' }] },
    DescribeImages: { repositoryName: 'newsletter' },
    DescribeSecret: { SecretId: 'platform/smtp' },
    GetRole: { RoleName: 'web-task' },
    GetSchedule: { Name: 'nightly-sales-report' },
    DescribeLogStreams: { logGroupName: logGroup },
    FilterLogEvents: { logGroupName: logGroup },
    GetLogEvents: { logGroupName: logGroup, logStreamName: keys(logGroups[logGroup]?.streams ?? {})[0] },
  }
}

async function ask(world: World, name: string, operation: Operation): Promise<unknown> {
  const [caller] = Object.values(world.identity.credentials)
  const call = { world, region: regionOf(world, region), requestId: 'r', ...(caller ? { caller } : {}) }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the registry holds operations of every input type
  return operation.run((inputs(world)[name] ?? inputs(world)[operation.name] ?? {}) as never, call)
}

describe('reading', () => {
  const world = build()
  const before = JSON.stringify(world)

  test.each(reads)('%s changes nothing, and answers the same twice', async (name, operation) => {
    const first = JSON.stringify(await ask(world, name, operation))
    expect(JSON.stringify(await ask(world, name, operation))).toBe(first)
    expect(first.length).toBeGreaterThan(20)
    expect(JSON.stringify(world)).toBe(before)
  })

  test('a world that is read all the time goes the way of one that is not', async () => {
    const [watched, alone] = [build(), build()]
    for (let step = 1; step <= 6; step += 1) {
      // Several moments, among them such at which nothing happens: reading then must not split what is counted.
      for (const [name, operation] of reads) await ask(watched, name, operation)
      advanceTo(watched, now + step * 5 * minute + step * 137)
    }
    for (const each of [watched, alone]) advanceTo(each, now + 40 * minute)
    expect(JSON.stringify(watched)).toBe(JSON.stringify(alone))
  }, 30_000)
})
