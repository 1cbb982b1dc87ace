import { expect, test } from 'vitest'
import { authoritativeAnswer } from '../engine/dns/authority.ts'
import { createWorld, regionOf } from '../world/create.ts'
import type { World } from '../world/world.ts'
import { copyOf, type RecordedCall } from './copy.ts'

const now = Date.UTC(2026, 10, 20, 6)
const region = 'eu-west-1'
const account = '210987654321'
const elb = `arn:aws:elasticloadbalancing:${region}:${account}`
const balancerArn = `${elb}:loadbalancer/app/front/0123456789abcdef`
const listenerArn = `${elb}:listener/app/front/0123456789abcdef/fedcba9876543210`
const groupArn = (name: string): string => `${elb}:targetgroup/${name}/00000000000000${name.length}0`
const clusterArn = `arn:aws:ecs:${region}:${account}:cluster/shop`
const definitionArn = `arn:aws:ecs:${region}:${account}:task-definition/web:7`
const instanceArn = `arn:aws:ecs:${region}:${account}:container-instance/shop/aaaa`

function call(service: string, operation: string, output: object, input: object = {}): RecordedCall {
  return { service, operation, region, input, output }
}

function copied(...recorded: RecordedCall[]): World {
  const world = createWorld({ id: 'w', scenario: 'copy', seed: 1, now })
  copyOf(recorded).build(world)
  expect(world.now).toBe(now)
  return world
}

/** A zone `example.net` with these record sets at `www`. */
function zoneWith(
  records: object[],
  config: object = { PrivateZone: false },
  vpcs?: object[],
): RecordedCall[] {
  const zone = { Id: '/hostedzone/Z1', Name: 'example.net.', CallerReference: 'r', Config: config }
  return [
    call('route53', 'GetHostedZone', { HostedZone: zone, ...(vpcs && { VPCs: vpcs }) }),
    call(
      'route53',
      'ListResourceRecordSets',
      { ResourceRecordSets: records },
      { HostedZoneId: 'Z1', StartRecordName: 'www.example.net.' },
    ),
  ]
}

const www = (type: string, ...values: string[]) => ({
  Name: 'www.example.net.',
  Type: type,
  TTL: 300,
  ResourceRecords: values.map((Value) => ({ Value })),
})

const action = (name: string) => [{ Type: 'forward', TargetGroupArn: groupArn(name) }]

function balancerWith(
  groups: { name: string; type: string; path?: string; code?: string }[],
): RecordedCall[] {
  const zones = ['a', 'b'].map((zone) => ({ ZoneName: `${region}${zone}`, SubnetId: `subnet-${zone}` }))
  return [
    call('elbv2', 'DescribeLoadBalancers', {
      LoadBalancers: [
        {
          LoadBalancerArn: balancerArn,
          LoadBalancerName: 'front',
          DNSName: `front-1.${region}.elb.amazonaws.com`,
          Type: 'application',
          AvailabilityZones: zones,
          CreatedTime: '2025-01-02T03:04:05.678Z',
        },
      ],
    }),
    call('elbv2', 'DescribeListeners', {
      Listeners: [
        {
          ListenerArn: listenerArn,
          LoadBalancerArn: balancerArn,
          Port: 80,
          Protocol: 'HTTP',
          DefaultActions: action(groups[0]?.name ?? ''),
        },
      ],
    }),
    call('elbv2', 'DescribeRules', {
      Rules: groups.slice(1).map(({ name }, index) => ({
        RuleArn: `${listenerArn.replace(':listener/', ':listener-rule/')}/${index}`,
        Priority: String(index + 1),
        Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: [`/${name}`] } }],
        Actions: action(name),
        IsDefault: false,
      })),
    }),
    call('elbv2', 'DescribeTargetGroups', {
      TargetGroups: groups.map(({ name, type, path = '/up', code = '200' }) => ({
        TargetGroupArn: groupArn(name),
        TargetGroupName: name,
        Protocol: 'HTTP',
        Port: 80,
        TargetType: type,
        HealthCheckPath: path,
        HealthCheckIntervalSeconds: 10,
        Matcher: { HttpCode: code },
      })),
    }),
  ]
}

function statesOf(world: World, name: string): Record<string, string> {
  const targets = world.regions[region]?.elb.targetGroups[groupArn(name)]?.targets ?? {}
  return Object.fromEntries(Object.values(targets).map(({ id, state }) => [id, state]))
}

test('nothing recorded is an empty account', () => {
  const world = copied()
  expect([world.regions, world.dns.hostedZones, world.internet.visitors]).toEqual([{}, {}, {}])
})

test('a service on container instances runs where it ran, in what room there is', () => {
  const taken = { name: 'CPU', integerValue: 256 }
  const world = copied(
    ...balancerWith([{ name: 'web', type: 'instance', path: '/', code: '301,302' }]),
    call('ecs', 'DescribeClusters', {
      clusters: [{ clusterArn, clusterName: 'shop', status: 'ACTIVE', capacityProviders: ['nodes'] }],
    }),
    call('ecs', 'DescribeCapacityProviders', {
      capacityProviders: [
        { name: 'FARGATE', status: 'ACTIVE' },
        { name: 'nodes', status: 'ACTIVE', autoScalingGroupProvider: { autoScalingGroupArn: 'arn:group' } },
      ],
    }),
    call(
      'ecs',
      'DescribeContainerInstances',
      {
        containerInstances: [
          {
            containerInstanceArn: instanceArn,
            ec2InstanceId: 'i-0123456789abcdef0',
            capacityProviderName: 'nodes',
            status: 'ACTIVE',
            agentConnected: true,
            attributes: [
              { name: 'ecs.availability-zone', value: `${region}a` },
              { name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' },
            ],
            registeredResources: [
              { name: 'CPU', integerValue: 2048 },
              { name: 'MEMORY', integerValue: 4000 },
            ],
            remainingResources: [taken, { name: 'MEMORY', integerValue: 500 }],
          },
        ],
      },
      { cluster: 'shop' },
    ),
    call('ecs', 'DescribeTasks', {
      tasks: ['t1', 't2'].map((taskArn) => ({
        taskArn,
        group: 'service:web',
        desiredStatus: 'RUNNING',
        containerInstanceArn: instanceArn,
        cpu: '512',
        memory: '1024',
      })),
    }),
    call('ecs', 'DescribeTaskDefinition', {
      taskDefinition: {
        taskDefinitionArn: definitionArn,
        family: 'web',
        revision: 7,
        networkMode: 'bridge',
        registeredAt: '2026-01-02T03:04:05.678Z',
        containerDefinitions: [
          {
            name: 'app',
            image: 'shop/web:7',
            cpu: 512,
            memory: 1024,
            portMappings: [{ containerPort: 8080, hostPort: 0 }],
            logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '•••' } },
          },
        ],
      },
    }),
    call('ecs', 'DescribeServices', {
      services: [
        {
          serviceArn: 'arn:other',
          serviceName: 'other',
          clusterArn,
          status: 'ACTIVE',
          taskDefinition: 'arn:x',
        },
        {
          serviceArn: `arn:aws:ecs:${region}:${account}:service/shop/web`,
          serviceName: 'web',
          clusterArn,
          status: 'ACTIVE',
          launchType: 'EC2',
          taskDefinition: definitionArn,
          desiredCount: 2,
          loadBalancers: [{ targetGroupArn: groupArn('web'), containerName: 'app', containerPort: 8080 }],
          createdAt: '2025-05-05T00:00:00.000Z',
        },
      ],
    }),
    call(
      'elbv2',
      'DescribeTargetHealth',
      { TargetHealthDescriptions: [{ Target: { Id: 'i-0123456789abcdef0', Port: 32768 } }] },
      { TargetGroupArn: groupArn('web') },
    ),
  )
  const { ecs, elb: tables, logGroups } = regionOf(world, region)
  expect(world.accountId).toBe(account)
  expect(Object.keys(ecs.services)).toEqual([`arn:aws:ecs:${region}:${account}:service/shop/web`])
  expect(Object.keys(ecs.taskDefinitions)).toEqual([definitionArn])
  expect(Object.values(ecs.tasks).map(({ lastStatus }) => lastStatus)).toEqual(['RUNNING', 'RUNNING'])
  expect(Object.keys(ecs.capacityProviders)).toEqual(['nodes'])
  // What others hold is still held.
  expect(ecs.containerInstances[instanceArn]?.remaining).toEqual({ cpu: 256, memory: 500 })
  expect(Object.values(statesOf(world, 'web'))).toEqual(['healthy'])
  expect(Object.values(tables.targetGroups[groupArn('web')]?.targets ?? {})).toHaveLength(2)
  // Nothing is logged with options that are no options.
  expect([Object.keys(world.regions), logGroups]).toEqual([[region], {}])
})

const health = (name: string, ...targets: [string, string][]): RecordedCall =>
  call(
    'elbv2',
    'DescribeTargetHealth',
    {
      TargetHealthDescriptions: targets.map(([Id, State]) => ({
        Target: { Id, Port: 8080 },
        TargetHealth: { State },
      })),
    },
    { TargetGroupArn: groupArn(name) },
  )

test('targets of others answer as they did', () => {
  const world = copied(
    ...balancerWith([
      { name: 'machines', type: 'instance' },
      { name: 'rooms', type: 'ip', code: '204' },
    ]),
    health('machines', ['i-0aaaaaaaaaaaaaaaa', 'healthy'], ['i-0bbbbbbbbbbbbbbbb', 'unhealthy']),
    health('rooms', ['10.9.0.1', 'healthy'], ['10.9.0.2', 'unhealthy'], ['10.9.0.3', 'draining']),
  )
  expect(statesOf(world, 'machines')).toEqual({
    'i-0aaaaaaaaaaaaaaaa': 'healthy',
    'i-0bbbbbbbbbbbbbbbb': 'unhealthy',
  })
  expect(statesOf(world, 'rooms')).toEqual({ '10.9.0.1': 'healthy', '10.9.0.2': 'unhealthy' })
  const [balancer] = Object.values(world.regions[region]?.elb.loadBalancers ?? {})
  expect(balancer?.createdAt).toBe(Date.UTC(2025, 0, 2, 3, 4, 5, 678))
})

const rate = (world: World): number =>
  Object.values(world.internet.visitors).reduce((sum, { rps, ipv6 }) => sum + (ipv6 ? 0 : rps), 0)
const places = (world: World): string[] => [
  ...new Set(Object.values(world.internet.visitors).flatMap(({ destinations }) => Object.keys(destinations))),
]

test('addresses and names of others get servers that answer, and visitors of a usual number', () => {
  const world = copied(
    call('ec2', 'DescribeAddresses', {
      Addresses: [
        {
          AllocationId: 'eipalloc-1',
          PublicIp: '203.0.113.7',
          AssociationId: 'a',
          NetworkInterfaceId: 'eni-1',
        },
      ],
    }),
    ...zoneWith([www('A', '203.0.113.7', '198.51.100.7'), www('AAAA', '2001:db8::7')]),
  )
  expect(Object.keys(world.internet.servers)).toEqual(['203.0.113.7', '198.51.100.7', '2001:db8::7'])
  expect(places(world).toSorted()).toEqual(['198.51.100.7', '2001:db8::7', '203.0.113.7'])
  expect(rate(world)).toBeCloseTo(10)
  const elsewhere = copied(...zoneWith([www('CNAME', 'old.example.org')]))
  // Without a Region there is no day that visitors could live by.
  expect(elsewhere.dns.external['old.example.org.']?.a).toEqual(['192.0.2.1'])
  expect(
    authoritativeAnswer(elsewhere, { name: 'www.example.net.', type: 'A', draw: 0 }).records,
  ).toMatchObject([{ data: 'old.example.org' }, { data: '192.0.2.1' }])
})

const metric = (name: string, ...dimensions: string[]) => ({
  Metric: {
    Namespace: 'AWS/ApplicationELB',
    MetricName: name,
    Dimensions: dimensions.map((Value) => ({ Name: 'any', Value })),
  },
  Period: 60,
  Stat: 'Sum',
})

test('visitors come as the old load balancer counted them, and by the wildcard that serves the name', () => {
  const front = 'app/front/0123456789abcdef'
  const world = copied(
    ...balancerWith([{ name: 'old', type: 'ip' }]),
    call(
      'cloudwatch',
      'GetMetricData',
      {
        MetricDataResults: [
          { Id: 'm0', Values: [600, 1800] },
          { Id: 'm1', Values: [1] },
          { Id: 'm2', Values: [1] },
          { Id: 'm3', Values: [1] },
        ],
      },
      {
        MetricDataQueries: [
          { Id: 'm0', MetricStat: metric('RequestCount', front) },
          { Id: 'm1', MetricStat: metric('RequestCount', front, 'targetgroup/old/1') },
          { Id: 'm2', MetricStat: metric('HTTPCode_ELB_5XX_Count', front) },
          { Id: 'm3', MetricStat: metric('RequestCount', 'app/other/1') },
        ],
      },
    ),
    ...zoneWith([
      {
        Name: '\\052.example.net.',
        Type: 'A',
        AliasTarget: {
          DNSName: `dualstack.front-1.${region}.elb.amazonaws.com.`,
          HostedZoneId: 'Z32O12XQLNTSW2',
        },
      },
    ]),
  )
  expect(rate(world)).toBeCloseTo(20)
  expect(places(world).length).toBeGreaterThan(0)
})

test('a name that only a network can resolve is asked for inside it', () => {
  const world = copied(
    ...balancerWith([{ name: 'old', type: 'ip' }]),
    ...zoneWith([www('A', '10.0.0.9')], { PrivateZone: true }, [{ VPCId: 'vpc-1', VPCRegion: region }]),
  )
  expect(world.internet.resolvers.corporate?.sites[0]?.vpcId).toBe('vpc-1')
  expect(new Set(Object.values(world.internet.visitors).map(({ resolver }) => resolver))).toEqual(
    new Set(['corporate']),
  )
  expect(places(world)).toEqual(['10.0.0.9'])
})

const zone = (id: string) => ({ Id: `/hostedzone/${id}`, Name: 'example.net.', CallerReference: id })

test('of zones with one name, the one that was looked at is delegated; what was read twice is there once', () => {
  const read = zoneWith([www('A', '192.0.2.9')])
  const world = copied(
    call('route53', 'ListHostedZonesByName', { HostedZones: [zone('Z0'), zone('Z1')] }),
    ...read,
    ...read,
    call(
      'route53',
      'ListResourceRecordSetProtections',
      { ResourceRecordSetProtections: [{ RecordName: 'www.example.net', RecordType: 'A', Comment: 'no' }] },
      { HostedZoneId: 'Z1' },
    ),
    call('route53', 'GetHealthCheck', {
      HealthCheck: {
        Id: 'h',
        CallerReference: 'c',
        HealthCheckConfig: { Type: 'TCP' },
        HealthCheckVersion: 3,
      },
    }),
  )
  const { Z0, Z1 } = world.dns.hostedZones
  expect([Z0?.delegated, Z1?.delegated]).toEqual([false, true])
  expect(Z0?.records.map(({ Type }) => Type)).toEqual(['NS', 'SOA'])
  expect(Z1?.records).toEqual([expect.anything(), expect.anything(), www('A', '192.0.2.9')])
  expect(Z1?.protections).toEqual([{ name: 'www.example.net.', type: 'A', comment: 'no' }])
  expect(world.dns.healthChecks.h).toMatchObject({ version: 3, config: { Type: 'TCP' } })
})
