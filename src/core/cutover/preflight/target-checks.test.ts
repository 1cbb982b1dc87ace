/** P-20 to P-39 and P-43: the load balancer, the service behind it, and who moves the hostname. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { Deployment } from '../../ecs/service.ts'
import type { Rule } from '../../elb/load-balancer.ts'
import type { Target } from '../../elb/target-group.ts'
import type { RuleTarget } from '../params.ts'
import type { Certificate, ListenerCertificate } from '../../acm/certificate.ts'
import type { SecurityGroupRule } from '../../ec2/security-group.ts'
import type { Facts, LegacyPart } from './facts.ts'
import {
  address,
  certificate,
  choosing,
  day,
  factsWith,
  groupArn,
  hostname,
  listener,
  listenerArn,
  minute,
  openRule,
  otherArn,
  present,
  redirect,
  resultOf,
  rule,
  standing,
  subjectWith,
  text,
} from './testing-facts.ts'

type Case = [id: string, level: string, what: string, changed?: Partial<Facts>, says?: RegExp]

const good = factsWith()
const balancer = (changed: Partial<Facts['loadBalancer']>): Pick<Facts, 'loadBalancer'> => ({
  loadBalancer: { ...good.loadBalancer, ...changed },
})
const dual = balancer({ ipAddressType: 'dualstack' })
const service = (changed: Partial<Facts['service']>): Pick<Facts, 'service'> => ({
  service: { ...good.service, ...changed },
})
const rollout = (...states: Deployment['rolloutState'][]): Pick<Facts, 'service'> =>
  service({
    deployments: states.flatMap((rolloutState) =>
      good.service.deployments.map((deployment) => ({ ...deployment, rolloutState })),
    ),
  })
const targets = (...states: string[]): Pick<Facts, 'targets'> => ({
  targets: states.map((state, at): Target => ({ id: `10.0.0.${at}`, port: 80, state, reason: 'Target.X' })),
})
const tasks = (...zones: (string | undefined)[]): Pick<Facts, 'tasks'> => ({
  tasks: zones.map((availabilityZone) => ({ lastStatus: 'RUNNING', availabilityZone })),
})
const doors = (...listeners: Facts['listeners'][number][]): Pick<Facts, 'listeners'> => ({ listeners })
const secure = (...rules: Rule[]) => doors(listener(443, 'HTTPS', rules))
const forward = rule('default', groupArn)
const named = (changed: Partial<Certificate>): ListenerCertificate => ({
  arn: 'certificate/2',
  isDefault: false,
  certificate: { ...certificate, ...changed },
})
const undated: Certificate = { ...certificate, notBefore: undefined, notAfter: undefined }
const certificates = (...all: ListenerCertificate[]): Pick<Facts, 'certificates'> => ({ certificates: all })
const opaque: ListenerCertificate = {
  arn: 'arn:aws:iam::123456789012:server-certificate/old',
  isDefault: true,
}
const inbound = (...rules: Partial<SecurityGroupRule>[]): Pick<Facts, 'securityGroups'> => ({
  securityGroups: [{ id: 'sg-1', name: 'web', inbound: rules.map((each) => ({ ...openRule, ...each })) }],
})
const everybody = { protocol: '-1', ipv6: ['::/0'] }
const scaling = (minCapacity: number, maxCapacity: number, suspended = false): Pick<Facts, 'scaling'> => ({
  scaling: { resourceId: '', minCapacity, maxCapacity, suspended },
})
const host = { field: 'host-header', values: ['www.example.com'] }
const header = { field: 'http-header', values: ['x: 1'] }
const target: RuleTarget = {
  arn: rule(1, otherArn).arn,
  kind: 'rule',
  actions: [],
  legacyGroupArn: otherArn,
  newGroupArn: groupArn,
}
const whole: RuleTarget = { ...target, kind: 'listener', arn: listenerArn }
const movingRule = (moved: RuleTarget) => choosing({ strategy: 'rule', rule: moved })
const session = (changed: Partial<Facts['session']>): Pick<Facts, 'session'> => ({
  session: { ...good.session, ...changed },
})
const probed = (success: number, failure: number): Pick<Facts, 'probe'> => ({
  probe: {
    kind: 'probed',
    observations: [
      ...Array.from({ length: success }, () => ({ status: 'Success: HTTP Status Code 200, OK' })),
      ...Array.from({ length: failure }, () => ({ status: 'Failure: Connection refused.' })),
    ],
  },
})
const legacy = (kind: LegacyPart['kind'], state: LegacyPart['state'], owner?: string): LegacyPart => ({
  value: 'old',
  kind,
  state,
  ...(owner !== undefined && { owner }),
})
const loop = String.raw`HTTPS://#{host}:443/#{path} 301`

const cases: Case[] = [
  ['P-20', 'pass', 'an active one'],
  ['P-20', 'fail', 'one being made', balancer({ state: 'provisioning' }), /provisioning/],
  ['P-20', 'fail', 'a broken one', balancer({ state: 'failed', stateReason: 'no subnets' })],
  ['P-20', 'fail', 'a Network Load Balancer', balancer({ type: 'network' }), /type network/],

  ['P-21', 'pass', 'two zones', {}, /ap-northeast-2a, ap-northeast-2c/],
  ['P-21', 'warn', 'one zone enabled', balancer({ availabilityZones: [{ zone: 'ap-northeast-2a' }] })],
  ['P-21', 'warn', 'tasks in one zone', tasks('ap-northeast-2a', undefined), /Healthy tasks/],
  [
    'P-21',
    'warn',
    'healthy tasks in one zone',
    {
      tasks: [
        { lastStatus: 'RUNNING', availabilityZone: 'a' },
        { lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY', availabilityZone: 'b' },
        { lastStatus: 'PENDING', availabilityZone: 'c' },
      ],
    },
  ],

  ['P-22', 'pass', 'both in public'],
  ['P-22', 'fail', 'an internal one in public', balancer({ scheme: 'internal' }), /private addresses/],
  [
    'P-22',
    'pass',
    'both inside',
    { ...balancer({ scheme: 'internal' }), zone: { ...good.zone, isPrivate: true } },
  ],
  ['P-22', 'warn', 'a public one inside', { zone: { ...good.zone, isPrivate: true } }],

  ['P-23', 'pass', 'IPv4 alone'],
  ['P-23', 'info', 'a new side with IPv6', dual],
  ['P-23', 'pass', 'IPv6 on both sides', { ...dual, ...standing(text(hostname, 'AAAA', 60, '2001:db8::1')) }],
  ['P-23', 'warn', 'IPv6 that is lost', standing(text(hostname, 'AAAA', 60, '2001:db8::1')), /lose IPv6/],
  [
    'P-23',
    'fail',
    'IPv4 that is lost',
    balancer({ ipAddressType: 'dualstack-without-public-ipv4' }),
    /of A records/,
  ],
  [
    'P-23',
    'pass',
    'IPv6 alone on both sides',
    {
      ...balancer({ ipAddressType: 'dualstack-without-public-ipv4' }),
      ...standing(text(hostname, 'AAAA', 60, '2001:db8::1')),
    },
  ],

  ['P-24', 'pass', 'both ports'],
  ['P-24', 'fail', 'no listener', doors(), /No HTTPS listener/],
  ['P-24', 'fail', 'a redirect to nowhere', doors(listener(80, 'HTTP', [redirect('default', loop)]))],
  ['P-24', 'warn', 'HTTP alone', doors(listener(80, 'HTTP', [forward])), /HTTP only/],
  ['P-24', 'warn', 'HTTPS alone', secure(forward), /Port 80 is not served/],
  [
    'P-24',
    'info',
    'HTTP that is served',
    doors(listener(443, 'HTTPS', [forward]), listener(80, 'HTTP', [forward])),
  ],
  ['P-24', 'fail', 'HTTPS on another port', doors(listener(8443, 'HTTPS', [forward]))],

  ['P-25', 'pass', 'a wildcard'],
  ['P-25', 'info', 'HTTP alone', doors(listener(80, 'HTTP', [forward]))],
  ['P-25', 'fail', 'another name', certificates(named({ names: ['example.com'] })), /No certificate/],
  [
    'P-25',
    'fail',
    'a pending one',
    certificates(named({ status: 'PENDING_VALIDATION' })),
    /PENDING_VALIDATION/,
  ],
  ['P-25', 'fail', 'an expired one', certificates(named({ notAfter: present })), /EXPIRED/],
  [
    'P-25',
    'fail',
    'one that is not yet valid',
    certificates(named({ notBefore: present + 1 })),
    /NOT_YET_VALID/,
  ],
  [
    'P-25',
    'warn',
    'one that ends soon',
    certificates(named({ notAfter: present + 14 * day })),
    /expires on Aug/,
  ],
  ['P-25', 'pass', 'one that ends a little later', certificates(named({ notAfter: present + 14 * day + 1 }))],
  [
    'P-25',
    'pass',
    'one of a good and a bad one',
    certificates(named({ notAfter: present + day }), named({})),
  ],
  ['P-25', 'warn', 'an imported one', certificates(named({ type: 'IMPORTED' })), /imported/],
  ['P-25', 'pass', 'an imported and another one', certificates(named({ type: 'IMPORTED' }), named({}))],
  ['P-25', 'warn', 'one of IAM', certificates(opaque), /IAM/],
  ['P-25', 'warn', 'imported, without dates', certificates(named({ ...undated, type: 'IMPORTED' }))],
  ['P-25', 'fail', 'no dates, not issued', certificates(named({ ...undated, status: 'FAILED' }))],

  ['P-26', 'pass', 'a rule for the host'],
  ['P-26', 'pass', 'a default rule', secure(forward)],
  [
    'P-26',
    'fail',
    'another host’s rule',
    secure(rule(1, groupArn, [{ field: 'host-header', values: ['x'] }]), rule('default', otherArn)),
    /end at rule default → forward other/,
  ],
  [
    'P-26',
    'fail',
    'weight 0',
    secure({ ...forward, actions: [{ type: 'forward', targetGroups: [{ arn: groupArn, weight: 0 }] }] }),
  ],
  [
    'P-26',
    'fail',
    'a fixed response',
    secure({ ...forward, actions: [{ type: 'fixed-response', targetGroups: [], detail: '503' }] }),
    /fixed-response 503/,
  ],
  ['P-26', 'fail', 'no actions', secure({ ...forward, actions: [] })],
  ['P-26', 'fail', 'an odd group', secure(rule('default', 'odd')), /forward odd/],
  ['P-26', 'fail', 'no rule', secure(), /No rule takes/],
  ['P-26', 'fail', 'no listener', doors()],
  ['P-26', 'warn', 'a header that decides', secure(rule(1, otherArn, [header]), forward), /Rule 1 may take/],
  ['P-26', 'pass', 'a header that changes nothing', secure(rule(1, groupArn, [header]), forward)],
  [
    'P-26',
    'pass',
    'a wildcard hostname',
    {
      ...secure(rule(1, groupArn, [{ field: 'host-header', values: ['*.example.com'] }])),
      ...subjectWith({ hostname: String.raw`\052.example.com.` }),
    },
  ],
  [
    'P-26',
    'pass',
    'the rule that moves',
    { ...movingRule(target), ...secure(rule(1, otherArn, [host]), forward) },
  ],
  [
    'P-26',
    'fail',
    'a rule before the one that moves',
    { ...movingRule(target), ...secure(rule(1, otherArn, [header]), forward) },
  ],
  [
    'P-26',
    'pass',
    'default actions that move',
    { ...movingRule(whole), ...secure(rule('default', otherArn)) },
  ],
  [
    'P-26',
    'fail',
    'a rule before default actions that move',
    { ...movingRule(whole), ...secure(rule(1, otherArn, [host])) },
  ],
  ['P-26', 'fail', 'default actions of no listener', { ...movingRule(whole), ...doors() }],

  ['P-27', 'pass', 'HTTP to HTTPS'],
  ['P-27', 'pass', 'no rules', secure()],
  ['P-27', 'pass', 'no actions', secure({ ...forward, actions: [] })],
  ['P-27', 'fail', 'HTTPS to itself', secure(redirect('default', loop)), /HTTPS requests/],
  ['P-27', 'fail', 'itself by name', secure(redirect('default', 'HTTPS://www.example.com:443/health 302'))],
  [
    'P-27',
    'fail',
    'HTTP to itself',
    doors(listener(80, 'HTTP', [redirect('default', '#{protocol}://#{host}:#{port}/#{path} 301')])),
  ],
  ['P-27', 'pass', 'another host', secure(redirect('default', 'HTTPS://example.com:443/#{path} 301'))],
  ['P-27', 'pass', 'another port', secure(redirect('default', 'HTTPS://#{host}:8443/#{path} 301'))],
  ['P-27', 'pass', 'another path', secure(redirect('default', 'HTTPS://#{host}:443/app 301'))],
  [
    'P-27',
    'pass',
    'an unreadable redirect',
    secure({ ...forward, actions: [{ type: 'redirect', targetGroups: [] }] }),
  ],
  ['P-27', 'pass', 'half a redirect', secure(redirect('default', 'HTTPS://'))],

  ['P-28', 'pass', 'everybody'],
  ['P-28', 'pass', 'no groups', balancer({ securityGroups: [] })],
  ['P-28', 'fail', 'nobody', inbound(), /opens port 443/],
  ['P-28', 'fail', 'another port', inbound({ ...everybody, protocol: 'tcp', fromPort: 80, toPort: 80 })],
  ['P-28', 'fail', 'ports below', inbound({ ...everybody, protocol: 'tcp', toPort: 442 })],
  ['P-28', 'fail', 'another protocol', inbound({ ...everybody, protocol: 'udp' })],
  [
    'P-28',
    'warn',
    'some',
    inbound({ ipv4: ['10.0.0.0/8'], prefixListIds: ['pl-1'] }),
    /10\.0\.0\.0\/8, pl-1/,
  ],
  ['P-28', 'warn', 'IPv4 alone, with IPv6', { ...dual, ...inbound({ protocol: '-1' }) }],
  ['P-28', 'pass', 'everybody, with IPv6', { ...dual, ...inbound(everybody) }],
  ['P-28', 'pass', 'no listener', { ...doors(), ...inbound(everybody) }],

  ['P-29', 'pass', 'a small peak'],
  ['P-29', 'info', 'no peak', { baseline: {} }],
  ['P-29', 'warn', 'a high peak', { baseline: { peakPerSecond: 1000.5 } }, /1,000\.5 requests/],
  [
    'P-29',
    'pass',
    'a reservation',
    { baseline: { peakPerSecond: 5000 }, capacity: 100 },
    /100 capacity units/,
  ],

  ['P-30', 'pass', 'two healthy ones'],
  ['P-30', 'fail', 'none', targets('unhealthy')],
  ['P-30', 'warn', 'one', { ...targets('healthy'), ...service({ desiredCount: 1 }) }, /1 target is healthy/],
  ['P-30', 'warn', 'fewer than desired', service({ desiredCount: 3 }), /3 desired/],
  ['P-30', 'warn', 'one that leaves', targets('healthy', 'healthy', 'draining'), /1 target is draining/],
  ['P-30', 'warn', 'bare states', { targets: [...good.targets, { id: 'i-1', state: 'initial' }] }],

  ['P-31', 'pass', 'health everywhere'],
  [
    'P-31',
    'fail',
    'an empty group',
    { groupHealth: [{ arn: otherArn, name: 'other', healthy: 0, total: 0 }] },
    /group other/,
  ],
  ['P-31', 'info', 'nobody who asks', choosing({ evaluateTargetHealth: false })],

  ['P-32', 'pass', 'a steady one'],
  ['P-32', 'fail', 'a deleted one', service({ status: 'INACTIVE' }), /INACTIVE/],
  ['P-32', 'fail', 'no tasks wanted', service({ desiredCount: 0, runningCount: 0 }), /no tasks/],
  ['P-32', 'fail', 'a rollout', rollout('IN_PROGRESS'), /in progress/],
  ['P-32', 'fail', 'two deployments', rollout('COMPLETED', 'COMPLETED'), /in progress/],
  ['P-32', 'fail', 'a failed one', rollout('FAILED'), /failed/],
  ['P-32', 'pass', 'another controller', rollout(undefined)],
  ['P-32', 'fail', 'a missing task', service({ runningCount: 1 }), /1 of 2/],
  ['P-32', 'fail', 'a starting task', service({ pendingCount: 1 })],
  ['P-32', 'warn', 'one task', service({ desiredCount: 1, runningCount: 1 })],

  ['P-33', 'pass', 'nothing under way'],
  [
    'P-33',
    'fail',
    'a rollback',
    { deployments: good.deployments.map((one) => ({ ...one, status: 'ROLLBACK_IN_PROGRESS' })) },
    /ROLLBACK_IN_PROGRESS/,
  ],
  ['P-33', 'warn', 'no circuit breaker', service({ circuitBreaker: undefined }), /No automatic/],
  [
    'P-33',
    'pass',
    'alarms that roll back',
    service({
      circuitBreaker: undefined,
      deploymentAlarms: { enable: true, rollback: true, names: ['5xx'] },
    }),
  ],
  [
    'P-33',
    'warn',
    'one that does not roll back',
    service({ circuitBreaker: { enable: true, rollback: false } }),
  ],

  ['P-34', 'pass', 'room enough'],
  ['P-34', 'info', 'a fixed size', { scaling: undefined }, /stays at 2/],
  ['P-34', 'info', 'scaling that is suspended', scaling(1, 9, true)],
  ['P-34', 'warn', 'a low floor', scaling(1, 9), /1 task/],
  ['P-34', 'warn', 'a low ceiling', { ...scaling(2, 3), baseline: { hosts: 4 } }, /4 machines/],
  ['P-34', 'pass', 'a legacy of unknown size', { ...scaling(2, 3), baseline: {} }],

  ['P-35', 'pass', 'all'],
  ['P-35', 'pass', 'four of five', probed(4, 1)],
  ['P-35', 'fail', 'fewer', probed(3, 1), /3 of 4/],
  ['P-35', 'warn', 'nobody yet', probed(0, 0)],
  [
    'P-35',
    'warn',
    'a check left behind',
    { probe: { kind: 'probed', observations: [], leftBehind: 'hc-1' } },
    /hc-1 of the probe/,
  ],
  ['P-35', 'warn', 'no probe', { probe: { kind: 'skipped' } }, /never reached/],
  [
    'P-35',
    'pass',
    'a person',
    { probe: { kind: 'attested', note: 'curl from my desk' } },
    /curl from my desk/,
  ],

  ['P-36', 'pass', 'all there'],
  ['P-36', 'pass', 'nothing to go back to', { legacy: [] }],
  ['P-36', 'fail', 'a released address', { legacy: [legacy('address', 'gone')] }, /gone: old\./],
  ['P-36', 'fail', 'a deleted balancer', { legacy: [legacy('load-balancer', 'gone', 'lb')] }, /old \(lb\)/],
  [
    'P-36',
    'fail',
    'a deleted health check',
    { legacy: [legacy('health-check', 'gone')] },
    /Health check old/,
  ],
  [
    'P-36',
    'info',
    'a house of its own',
    { legacy: [legacy('address', 'unknown')] },
    /outside of this account/,
  ],
  ['P-36', 'info', 'both', { legacy: [legacy('address', 'unknown'), legacy('record', 'there')] }],

  ['P-37', 'pass', 'OK'],
  ['P-37', 'info', 'none chosen', subjectWith({ alarmNames: [] })],
  ['P-37', 'fail', 'ALARM', { alarms: [{ name: 'web-5xx', state: 'ALARM' }] }, /web-5xx is already/],
  ['P-37', 'warn', 'too little data', { alarms: [{ name: 'web-5xx', state: 'INSUFFICIENT_DATA' }] }],
  ['P-37', 'fail', 'one that is gone', { alarms: [] }],

  ['P-38', 'pass', 'requests'],
  ['P-38', 'warn', 'nothing counted', { baseline: {} }],

  ['P-39', 'pass', 'an hour', {}, /sign-in ends Aug 3[01], 2026/],
  ['P-39', 'pass', 'keys that do not end', session({ expiresAt: undefined, signInEndsAt: undefined })],
  ['P-39', 'pass', 'just enough', session({ expiresAt: present + 15 * minute })],
  ['P-39', 'fail', 'too little', session({ expiresAt: present + 15 * minute - 1 }), /14 minutes/],
  ['P-39', 'fail', 'nothing', session({ expiresAt: present - 1 }), /0 minutes/],
  ['P-39', 'fail', 'no new keys', session({ renewable: false }), /no new keys/],
  ['P-39', 'warn', 'a sign-in that ends first', session({ signInEndsAt: present + day }), /before the plan/],

  ['P-43', 'pass', 'protected'],
  ['P-43', 'warn', 'not protected', { attributes: { deletionProtection: false } }],
]

describe('checks of load balancers, services and sessions', () => {
  it.each(cases)('%s is %s with %s', (id, level, _what, changed = {}, says = /./) => {
    const result = resultOf(id, changed)
    expect(result.level).toBe(level)
    const said = result.verdicts.map(({ message }) => translate('en', message)).join('\n')
    expect(said).toMatch(says)
    for (const { message, fix } of result.verdicts)
      for (const each of [message, ...(fix ? [fix.message] : [])])
        for (const locale of ['en', 'ko'] as const)
          expect(translate(locale, each)).not.toMatch(/ \{|\{[a-z]+\} /)
  })

  it('takes a small TTL for what it is', () => {
    expect(resultOf('P-11', standing(address(hostname, 60, '192.0.2.1'))).level).toBe('pass')
  })
})
