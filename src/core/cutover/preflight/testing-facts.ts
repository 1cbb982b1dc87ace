/** Facts of a hostname with which all is well: tests change what they are about. */
import type { Certificate } from '../../acm/certificate.ts'
import type { RecordSet } from '../../dns/record-set.ts'
import type { SecurityGroupRule } from '../../ec2/security-group.ts'
import type { Rule } from '../../elb/load-balancer.ts'
import { makePlan } from '../plan.ts'
import { defaultParams } from '../params.ts'
import { deriveParams } from './derive-params.ts'
import { evaluate, type CheckResult } from './evaluate.ts'
import type { FactKey, Facts, Reading, Readings } from './facts.ts'
import { checks } from './registry.ts'

export const hostname = 'www.example.com.'
export const zoneName = 'example.com.'
export const groupArn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/web/1'
export const otherArn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/other/2'
export const listenerArn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:listener/app/web/1/443'
const balancerArn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:loadbalancer/app/web/1'

/** 2026-08-01T00:00:00Z. */
export const present = 1_785_542_400_000
export const minute = 60_000
export const day = 86_400_000

export function address(name: string, ttl: number, ...values: string[]): RecordSet {
  return { Name: name, Type: 'A', TTL: ttl, ResourceRecords: values.map((Value) => ({ Value })) }
}

export function text(name: string, type: string, ttl: number, value: string): RecordSet {
  return { Name: name, Type: type, TTL: ttl, ResourceRecords: [{ Value: value }] }
}

export const soa = text(
  zoneName,
  'SOA',
  900,
  'ns-1.awsdns-1.com. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400',
)

export function rule(priority: Rule['priority'], to: string, conditions: Rule['conditions'] = []): Rule {
  return {
    arn: `${listenerArn.replace(':listener/', ':listener-rule/')}/${String(priority)}`,
    listenerArn,
    priority,
    conditions,
    actions: [{ type: 'forward', targetGroups: [{ arn: to, weight: 1 }] }],
  }
}

export function redirect(priority: Rule['priority'], detail: string): Rule {
  return { ...rule(priority, ''), actions: [{ type: 'redirect', targetGroups: [], detail }] }
}

export const listener = (
  port: number,
  protocol: string,
  rules: readonly Rule[],
): Facts['listeners'][number] => ({
  listener: {
    arn: listenerArn,
    loadBalancerArn: balancerArn,
    port,
    protocol,
    certificateArns: [],
    defaultActions: [],
  },
  rules,
})

const original = address(hostname, 300, '192.0.2.1')
const { steps, wildcard: _wildcard, aliasTargets: _targets, legacyIpv6: _ipv6, ...choices } = defaultParams

const zone: Facts['zone'] = {
  id: 'Z1',
  name: zoneName,
  isPrivate: false,
  recordCount: 3,
  nameServers: ['ns-1.awsdns-1.com', 'ns-2.awsdns-2.net'],
  vpcs: [],
}

const service: Facts['service'] = {
  arn: 'arn:aws:ecs:ap-northeast-2:123456789012:service/shop/web',
  name: 'web',
  clusterArn: 'arn:aws:ecs:ap-northeast-2:123456789012:cluster/shop',
  status: 'ACTIVE',
  schedulingStrategy: 'REPLICA',
  capacityProviderStrategy: [],
  taskDefinitionArn: 'arn:aws:ecs:ap-northeast-2:123456789012:task-definition/web:1',
  desiredCount: 2,
  runningCount: 2,
  pendingCount: 0,
  circuitBreaker: { enable: true, rollback: true },
  deployments: [
    {
      id: 'ecs-svc/1',
      status: 'PRIMARY',
      taskDefinitionArn: '',
      desiredCount: 2,
      runningCount: 2,
      pendingCount: 0,
      failedTasks: 0,
      rolloutState: 'COMPLETED',
      createdAt: present - day,
      updatedAt: present - day,
    },
  ],
  events: [],
  loadBalancers: [],
  subnets: [],
  securityGroups: [],
  placementConstraints: [],
  placementStrategy: [],
  enableExecuteCommand: false,
  tags: {},
}

export const openRule: SecurityGroupRule = {
  protocol: 'tcp',
  ipv4: ['0.0.0.0/0'],
  ipv6: [],
  groupIds: [],
  prefixListIds: [],
}

export const certificate: Certificate = {
  arn: 'arn:aws:acm:ap-northeast-2:123456789012:certificate/1',
  domainName: '*.example.com',
  names: ['*.example.com'],
  status: 'ISSUED',
  type: 'AMAZON_ISSUED',
  notBefore: present - day,
  notAfter: present + 90 * day,
  inUseBy: [],
}

const task = (availabilityZone: string) => ({
  lastStatus: 'RUNNING',
  healthStatus: 'HEALTHY',
  availabilityZone,
})

const given: Omit<Facts, 'params' | 'planning'> = {
  subject: {
    typed: 'www.example.com',
    hostname,
    cluster: 'shop',
    service: 'web',
    loadBalancer: 'web',
    targetGroupArn: groupArn,
    healthPath: '/health',
    choices: { ...choices, steps: [...steps] },
    alarmNames: ['web-5xx'],
    probe: { kind: 'health-check' },
  },
  now: present,
  zones: [zone],
  zone,
  zoneTags: { value: {} },
  ...readTwice([original]),
  sweep: [soa, original],
  rivals: [],
  delegation: [
    {
      resolver: 'google',
      rcode: 'NOERROR',
      records: [{ name: zoneName, type: 'NS', ttl: 60, data: 'NS-1.awsdns-1.com.' }],
    },
  ],
  publicAnswers: [],
  journals: [],
  protections: [],
  dnssec: 'NOT_SIGNING',
  loadBalancer: {
    arn: balancerArn,
    name: 'web',
    dnsName: 'web-1.ap-northeast-2.elb.amazonaws.com',
    canonicalHostedZoneId: 'ZELB',
    scheme: 'internet-facing',
    type: 'application',
    state: 'active',
    availabilityZones: [{ zone: 'ap-northeast-2a' }, { zone: 'ap-northeast-2c' }],
    securityGroups: ['sg-1'],
    ipAddressType: 'ipv4',
  },
  attributes: { deletionProtection: true },
  listeners: [
    listener(443, 'HTTPS', [
      rule(1, groupArn, [{ field: 'host-header', values: ['www.example.com'] }]),
      rule('default', otherArn),
    ]),
    listener(80, 'HTTP', [redirect('default', 'HTTPS://#{host}:443/#{path} 301')]),
  ],
  certificates: [{ arn: certificate.arn, isDefault: true, certificate }],
  securityGroups: [{ id: 'sg-1', name: 'web', inbound: [{ ...openRule, fromPort: 443, toPort: 443 }] }],
  capacity: 0,
  groupHealth: [{ arn: groupArn, name: 'web', healthy: 2, total: 2 }],
  targets: [
    { id: '10.0.0.1', state: 'healthy' },
    { id: '10.0.1.1', state: 'healthy' },
  ],
  service,
  tasks: [task('ap-northeast-2a'), task('ap-northeast-2c')],
  deployments: [
    {
      arn: 'deployment/1',
      serviceArn: service.arn,
      status: 'SUCCESSFUL',
      createdAt: 0,
      sourceRevisionArns: [],
    },
  ],
  scaling: { resourceId: 'service/shop/web', minCapacity: 2, maxCapacity: 10, suspended: false },
  probe: {
    kind: 'probed',
    observations: Array.from({ length: 16 }, () => ({ status: 'Success: HTTP Status Code 200, OK' })),
  },
  legacy: [{ value: '192.0.2.1', kind: 'address', state: 'there', owner: 'i-1' }],
  alarms: [{ name: 'web-5xx', state: 'OK' }],
  baseline: { peakPerSecond: 20, hosts: 2 },
  session: {
    expiresAt: present + 60 * minute,
    renewable: true,
    signInEndsAt: present + 30 * day,
    plannedEnd: present + 2 * day,
    needed: 15 * minute,
  },
  ruleOwners: { ecsRuleArns: [], allServices: true, codeDeploy: { value: [] }, loadBalancerTags: {} },
}

/** All of them; parameters and plan follow from the others. */
export function factsWith(changed: Partial<Facts> = {}): Facts {
  const known = { ...given, ...changed }
  const params = changed.params ?? deriveParams(known)
  const { records, subject } = known
  const planning =
    changed.planning ??
    makePlan({ zone: known.zone, hostname: subject.typed, records: records.records, params })
  return { ...known, params, planning }
}

export function subjectWith(changed: Partial<Facts['subject']>): Pick<Facts, 'subject'> {
  return { subject: { ...given.subject, ...changed } }
}

export function choosing(changed: Partial<Facts['subject']['choices']>): Pick<Facts, 'subject'> {
  return subjectWith({ choices: { ...given.subject.choices, ...changed } })
}

/** The records at the hostname, as both readings and the sweep have them. */
export function standing(...records: RecordSet[]): Pick<Facts, 'records' | 'recordsTwice' | 'sweep'> {
  const own = records.filter(({ Name }) => Name === hostname)
  return { ...readTwice(own), sweep: [soa, ...records] }
}

function readTwice(records: RecordSet[]): Pick<Facts, 'records' | 'recordsTwice'> {
  const reading = { records, unknownFields: [] }
  return { records: reading, recordsTwice: { first: reading, second: reading } }
}

export function read(facts: Partial<Facts>): Readings {
  const readings: Partial<Record<FactKey, Reading<unknown>>> = {}
  for (const [key, value] of Object.entries(facts)) readings[key as FactKey] = { value }
  return readings as Readings
}

/** One check of the registry with everything well but what is changed. */
export function resultOf(id: string, changed: Partial<Facts> = {}): CheckResult {
  const check = checks.find((each) => each.id === id)
  if (!check) throw new Error(`No check ${id}`)
  const facts = factsWith(changed)
  return evaluate(check, read(facts), facts.subject)
}
