/** P-01 to P-17 and P-40 to P-45: names, zones and records. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import { claimRecord } from '../claim.ts'
import { cutoverNames } from '../names.ts'
import type { RuleTarget } from '../params.ts'
import type { Facts } from './facts.ts'
import { journalsIn } from './journals.ts'
import {
  address,
  choosing,
  factsWith,
  groupArn,
  hostname,
  listenerArn,
  otherArn,
  resultOf,
  soa,
  standing,
  subjectWith,
  text,
  zoneName,
} from './testing-facts.ts'

type Case = [id: string, level: string, what: string, changed?: Partial<Facts>, says?: RegExp]

const good = factsWith()
const zone = (changed: Partial<Facts['zone']>): Pick<Facts, 'zone'> => ({
  zone: { ...good.zone, ...changed },
})
const privateZone = { ...good.zone, id: 'Z2', isPrivate: true }
const ns = (...servers: string[]): Facts['delegation'] => [
  {
    resolver: 'google',
    rcode: 'NOERROR',
    records: servers.map((data) => ({ name: zoneName, type: 'NS', ttl: 60, data })),
  },
]
const denied = {
  kind: 'denied' as const,
  code: 'AccessDenied',
  message: 'no identity-based policy allows it',
  operation: 'route53:ChangeResourceRecordSets',
  attempts: 1,
}
const alias = (Name: string, DNSName: string, Type = 'A', HostedZoneId = 'Z1') => ({
  Name,
  Type,
  AliasTarget: { HostedZoneId, DNSName, EvaluateTargetHealth: false },
})
const weighted = { ...address(hostname, 60, '192.0.2.1'), SetIdentifier: 'one', Weight: 1 }
const wild = String.raw`\052.example.com.`
const names = cutoverNames(hostname, zoneName)
const claim = (status: 'active' | 'rolledback' | 'done') =>
  claimRecord(names.claim, {
    id: '01J',
    generation: 3,
    state: 2,
    highest: 2,
    status,
    nonce: 'n',
    originalDigest: 'd',
    planDigest: 'p',
    writtenAt: 1,
  })
const journals = (...records: Parameters<typeof journalsIn>[0]): Pick<Facts, 'journals'> => ({
  journals: journalsIn(records, zoneName),
})
const owner = text('a-www.example.com.', 'TXT', 300, '"heritage=external-dns,external-dns/owner=default"')
const ownedAs = (Name: string) => standing(address(hostname, 60, '192.0.2.1'), { ...owner, Name })
const binding = text(hostname, 'HTTPS', 300, '1 . alpn=h2 ipv4hint=192.0.2.1')
const target: RuleTarget = {
  arn: `${listenerArn.replace(':listener/', ':listener-rule/')}/1`,
  kind: 'rule',
  actions: [{ Type: 'forward', TargetGroupArn: otherArn }],
  legacyGroupArn: otherArn,
  newGroupArn: groupArn,
}
const moving = choosing({ strategy: 'rule', rule: target })
const owners = (changed: Partial<Facts['ruleOwners']>): Partial<Facts> => ({
  ...moving,
  ruleOwners: { ...good.ruleOwners, ...changed },
})

const sticky = (Enabled: boolean, DurationSeconds?: number): Partial<Facts> => {
  const ForwardConfig = { TargetGroupStickinessConfig: { Enabled, DurationSeconds } }
  return choosing({ strategy: 'rule', rule: { ...target, actions: [{ Type: 'forward', ForwardConfig }] } })
}

const cases: Case[] = [
  ['P-01', 'pass', 'a name'],
  ['P-01', 'fail', 'no name', subjectWith({ typed: '', hostname: '' })],
  ['P-01', 'fail', 'a long label', subjectWith({ hostname: `${'a'.repeat(64)}.example.com.` }), /63/],
  ['P-01', 'fail', 'a long name', subjectWith({ hostname: `${'abc.'.repeat(64)}com.` }), /255/],

  ['P-02', 'pass', 'one zone'],
  ['P-02', 'fail', 'no zone', { zones: [] }, /No hosted zone for www\.example\.com/],
  ['P-02', 'fail', 'no zone for no name', { zones: [], ...subjectWith({ typed: '?', hostname: '' }) }, /\?/],
  ['P-02', 'warn', 'two zones', { zones: [good.zone, privateZone] }, /2 zones/],
  [
    'P-02',
    'info',
    'one chosen of two',
    { zones: [good.zone, privateZone], ...subjectWith({ zoneId: 'Z2' }) },
  ],
  ['P-02', 'fail', 'another one chosen', { ...subjectWith({ zoneId: 'Z9' }) }],

  ['P-03', 'pass', 'no delegation'],
  [
    'P-03',
    'fail',
    'NS records at the name',
    { sweep: [text(hostname, 'NS', 60, 'ns.other.net.')] },
    /delegated away/,
  ],

  ['P-04', 'pass', 'a common name server'],
  ['P-04', 'pass', 'a private zone', { ...zone({ isPrivate: true }), delegation: [] }],
  [
    'P-04',
    'fail',
    'other name servers',
    { delegation: ns('ns1.other.net.') },
    /registrar points to ns1\.other\.net/,
  ],
  ['P-04', 'fail', 'no name servers', { delegation: ns() }, /not delegated/],
  ['P-04', 'warn', 'nobody asked', { delegation: [] }],
  ['P-04', 'warn', 'silence', { delegation: [{ resolver: 'google', silence: 'late' }] }],
  [
    'P-04',
    'warn',
    'resolvers that fail',
    { delegation: [{ resolver: 'google', rcode: 'SERVFAIL', records: [] }] },
  ],

  ['P-05', 'pass', 'no other zone'],
  ['P-05', 'pass', 'another zone without the name', { rivals: [{ zone: privateZone, holds: false }] }],
  ['P-05', 'warn', 'a private zone', { rivals: [{ zone: privateZone, holds: true }] }, /inside VPCs/],
  ['P-05', 'warn', 'a public zone', { rivals: [{ zone: good.zone, holds: true }] }, /Public zone/],

  ['P-06', 'pass', 'an ordinary zone'],
  [
    'P-06',
    'fail',
    'a linked zone',
    zone({ linkedService: 'servicediscovery.amazonaws.com' }),
    /servicediscovery/,
  ],

  ['P-07', 'pass', 'two readings alike'],
  ['P-07', 'pass', 'no records', standing()],
  [
    'P-07',
    'fail',
    'a change between',
    { recordsTwice: { first: good.records, second: { records: [], unknownFields: [] } } },
  ],
  ['P-07', 'fail', 'an unknown field', { records: { ...good.records, unknownFields: ['Moon'] } }, /Moon/],
  [
    'P-07',
    'fail',
    'an unknown field that comes between',
    { recordsTwice: { first: good.records, second: { ...good.records, unknownFields: ['Moon'] } } },
    /Moon/,
  ],
  ['P-07', 'fail', 'a traffic policy', standing({ ...weighted, TrafficPolicyInstanceId: 'tp-1' }), /tp-1/],
  [
    'P-07',
    'fail',
    'an unknown policy',
    standing({ ...address(hostname, 60, '1'), SetIdentifier: 'x' }),
    /x at www/,
  ],

  ['P-08', 'pass', 'simple routing'],
  ['P-08', 'fail', 'a group, by weight', standing(weighted), /cannot be shifted/],
  [
    'P-08',
    'warn',
    'a group, by swap',
    { ...standing(weighted), ...choosing({ strategy: 'simple' }) },
    /1 member;/,
  ],
  [
    'P-08',
    'fail',
    'a group of no known policy',
    standing({ ...address(hostname, 60, '192.0.2.1'), SetIdentifier: 'x' }),
    /unknown/,
  ],
  ['P-08', 'info', 'a moving rule', moving],

  ['P-09', 'pass', 'no binding'],
  [
    'P-09',
    'warn',
    'an HTTPS record',
    standing(address(hostname, 60, '192.0.2.1'), binding),
    /removed at step 1/,
  ],
  [
    'P-09',
    'warn',
    'an HTTPS record that stays',
    { ...standing(binding), ...choosing({ retireServiceBindings: false }) },
    /chosen to stay/,
  ],
  [
    'P-09',
    'warn',
    'a wildcard’s',
    standing(address(wild, 60, '192.0.2.1'), { ...binding, Name: wild }),
    /stops/,
  ],

  ['P-10', 'pass', 'own records'],
  [
    'P-10',
    'warn',
    'a wildcard',
    standing(address(wild, 60, '1'), text(wild, 'MX', 60, '1 m.')),
    /\*\.example\.com/,
  ],
  ['P-10', 'warn', 'nothing', standing(), /up to 900 s/],
  ['P-10', 'warn', 'only text', standing(text(hostname, 'TXT', 60, '"x"')), /Nothing answers/],
  [
    'P-10',
    'warn',
    'only a name below',
    standing(address('x.www.example.com.', 60, '1'), address(wild, 60, '1')),
    /Nothing/,
  ],
  [
    'P-10',
    'warn',
    'a short minimum',
    { ...standing(), sweep: [{ ...soa, ResourceRecords: [{ Value: 'a b 1 2 3 4 60' }] }] },
    /60 s/,
  ],
  [
    'P-10',
    'warn',
    'an unreadable SOA',
    { ...standing(), sweep: [{ ...soa, ResourceRecords: [{ Value: 'x' }] }] },
    /900 s/,
  ],
  ['P-10', 'warn', 'no SOA', { ...standing(), sweep: [] }, /900 s/],

  ['P-11', 'pass', 'five minutes'],
  ['P-11', 'warn', 'an hour, prepared', standing(address(hostname, 3600, '1')), /preparation is on/],
  [
    'P-11',
    'warn',
    'an hour',
    { ...standing(address(hostname, 3600, '1')), ...choosing({ prepareTtl: false }) },
    /is off/,
  ],
  [
    'P-11',
    'fail',
    'a day',
    { ...standing(address(hostname, 86_400, '1')), ...choosing({ prepareTtl: false }) },
    /is off/,
  ],

  ['P-12', 'info', 'no sign of anybody'],
  ['P-12', 'info', 'unreadable tags', { zoneTags: { problem: denied } }],
  ['P-12', 'fail', 'external-dns', ownedAs('a-www.example.com.'), /external-dns owns/],
  ['P-12', 'fail', 'external-dns at the name', ownedAs(hostname)],
  ['P-12', 'fail', 'external-dns with a suffix', ownedAs('www-txt.example.com.')],
  ['P-12', 'fail', 'external-dns below a prefix', ownedAs('txt.www.example.com.')],
  ['P-12', 'info', 'external-dns of another name', ownedAs('mywww.example.com.')],
  ['P-12', 'info', 'external-dns of quite another name', ownedAs('a-api.example.com.')],
  [
    'P-12',
    'warn',
    'a stack',
    { zoneTags: { value: { 'aws:cloudformation:stack-name': 'dns' } } },
    /CloudFormation/,
  ],
  ['P-12', 'warn', 'Terraform', { zoneTags: { value: { ManagedBy: 'terraform' } } }, /Terraform/],
  [
    'P-12',
    'warn',
    'Elastic Beanstalk',
    standing(text(hostname, 'CNAME', 60, 'x.elasticbeanstalk.com')),
    /Beanstalk/,
  ],
  [
    'P-12',
    'warn',
    'an alias to it',
    standing(alias(hostname, 'x.ap-northeast-2.elasticbeanstalk.com.')),
    /Beanstalk/,
  ],

  ['P-13', 'pass', 'no journal'],
  ['P-13', 'fail', 'an open cutover', journals(claim('active')), /01J is already open at state 2/],
  ['P-13', 'info', 'a tombstone', journals(claim('rolledback'))],
  ['P-13', 'info', 'a finished one', journals(claim('done'))],
  ['P-13', 'info', 'a snapshot left behind', journals(text(names.snapshot, 'TXT', 60, '"1/1 "'))],
  [
    'P-13',
    'fail',
    'another version',
    journals(text(names.claim, 'TXT', 60, '"v=cutover9"')),
    /another version/,
  ],
  ['P-13', 'fail', 'nonsense', journals(text(names.claim, 'TXT', 60, '"hello"')), /cannot be read/],

  ['P-14', 'info', 'not tried yet'],
  ['P-14', 'fail', 'refused', subjectWith({ startRefusal: denied }), /no identity-based policy/],

  ['P-15', 'pass', 'another target'],
  [
    'P-15',
    'fail',
    'the same load balancer',
    standing(alias(hostname, 'dualstack.WEB-1.ap-northeast-2.elb.amazonaws.com.')),
    /already/,
  ],
  ['P-15', 'info', 'a moving rule', moving],

  ['P-16', 'info', 'moving DNS'],
  ['P-16', 'pass', 'a rule of nobody', moving],
  ['P-16', 'fail', 'a rule of ECS', owners({ ecsRuleArns: [target.arn] }), /ECS itself/],
  [
    'P-16',
    'fail',
    'a listener of CodeDeploy',
    owners({ codeDeploy: { value: [{ name: 'web', listenerArns: [listenerArn] }] } }),
    /group web/,
  ],
  [
    'P-16',
    'pass',
    'another listener of CodeDeploy',
    owners({ codeDeploy: { value: [{ name: 'web', listenerArns: ['x'] }] } }),
  ],
  [
    'P-16',
    'info',
    'CodeDeploy that may not be read',
    owners({ codeDeploy: { problem: denied } }),
    /could not be checked/,
  ],
  [
    'P-16',
    'fail',
    'a Kubernetes controller',
    owners({ loadBalancerTags: { 'elbv2.k8s.aws/cluster': 'prod' } }),
    /Kubernetes/,
  ],
  ['P-16', 'warn', 'stickiness', sticky(true, 3600), /3600 s/],
  [
    'P-16',
    'fail',
    'the default rule of a listener of CodeDeploy',
    {
      ...choosing({ strategy: 'rule', rule: { ...target, kind: 'listener', arn: listenerArn } }),
      ruleOwners: {
        ...good.ruleOwners,
        codeDeploy: { value: [{ name: 'web', listenerArns: [listenerArn] }] },
      },
    },
  ],
  ['P-16', 'warn', 'stickiness of unknown length', sticky(true)],
  ['P-16', 'pass', 'stickiness that is off', sticky(false)],
  [
    'P-16',
    'info',
    'more services than can be looked at',
    owners({ allServices: false }),
    /too many services/,
  ],
  ['P-16', 'pass', 'no rule at all', choosing({ strategy: 'rule' })],

  ['P-17', 'info', 'moving DNS'],
  [
    'P-17',
    'pass',
    'an alias of the load balancer',
    { ...moving, ...standing(alias(hostname, 'dualstack.WEB-1.ap-northeast-2.elb.amazonaws.com.')) },
  ],
  ['P-17', 'fail', 'an address', moving, /does not point to this load balancer/],
  [
    'P-17',
    'fail',
    'an alias of something else',
    { ...moving, ...standing(alias(hostname, 'd1.cloudfront.net.')) },
  ],

  ['P-40', 'pass', 'a plan'],
  [
    'P-40',
    'fail',
    'a refusal',
    { planning: { refusal: { code: 'name', message: { text: { en: 'No.', ko: '아니요.' } } } } },
    /No\./,
  ],

  ['P-41', 'info', 'no signing', {}, /NOT_SIGNING/],
  ['P-42', 'info', 'no recovery', {}, /us-east-1/],
  ['P-42', 'info', 'recovery', zone({ acceleratedRecovery: 'ENABLED' }), /within about an hour/],

  ['P-44', 'pass', 'no protection'],
  ['P-44', 'pass', 'protection of others', { protections: [{ name: hostname, type: 'MX', comment: '' }] }],
  [
    'P-44',
    'warn',
    'a protected name',
    { protections: [{ name: hostname, type: 'AAAA', comment: 'ask us' }] },
    /ask us/,
  ],
  ['P-44', 'fail', 'a protected claim', { protections: [{ name: names.claim, type: 'TXT', comment: '' }] }],
  [
    'P-44',
    'fail',
    'a protected snapshot',
    { protections: [{ name: names.snapshot, type: 'TXT', comment: '' }] },
  ],
  [
    'P-44',
    'warn',
    'a protected parked name',
    { protections: [{ name: names.parked, type: 'A', comment: '' }] },
  ],
  [
    'P-44',
    'pass',
    'a protected name, and a moving rule',
    { ...moving, protections: [{ name: hostname, type: 'A', comment: '' }] },
  ],

  ['P-45', 'pass', 'nobody'],
  [
    'P-45',
    'warn',
    'a CNAME and an alias',
    { sweep: [text('m.example.com.', 'CNAME', 60, 'WWW.example.com'), alias('example.com.', hostname)] },
    /2 other records/,
  ],
  [
    'P-45',
    'fail',
    'an alias of type CNAME',
    { sweep: [alias('m.example.com.', hostname, 'CNAME')] },
    /breaks/,
  ],
  [
    'P-45',
    'warn',
    'an alias of type CNAME to what stays one',
    { ...choosing({ stayCname: true }), sweep: [alias('m.example.com.', hostname, 'CNAME')] },
  ],
]

describe('checks of names, zones and records', () => {
  it.each(cases)('%s is %s with %s', (id, level, _what, changed = {}, says = /./) => {
    const result = resultOf(id, changed)
    expect(result.level).toBe(level)
    const said = result.verdicts.map(({ message }) => translate('en', message)).join('\n')
    expect(said).toMatch(says)
    for (const { message, fix } of result.verdicts)
      for (const each of [message, ...(fix ? [fix.message] : [])])
        for (const locale of ['en', 'ko'] as const) expect(translate(locale, each)).not.toMatch(/[{}]/)
  })
})
