/** How checks come to a result, what a start waits for, and what plans are made from. */
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import { balancerOf, deriveParams } from './derive-params.ts'
import { evaluate, startGate } from './evaluate.ts'
import type { Facts } from './facts.ts'
import { isJournalName, journalsIn } from './journals.ts'
import { checks, liveChecks } from './registry.ts'
import {
  address,
  choosing,
  factsWith,
  hostname,
  read,
  resultOf,
  standing,
  text,
  zoneName,
} from './testing-facts.ts'

const facts = factsWith()
const denied = {
  kind: 'denied' as const,
  code: 'AccessDenied',
  message: 'no',
  operation: 'route53:GetDNSSEC',
  attempts: 1,
}
const checkOf = (id: string) => {
  const found = checks.find((check) => check.id === id)
  if (!found) throw new Error(id)
  return found
}

const someResults = (changed: Partial<Facts>, ...ids: string[]) => ids.map((id) => resultOf(id, changed))
const derived = (changed: Partial<Facts>) => deriveParams(factsWith(changed))
const alias = (DNSName: string, HostedZoneId = 'Z1') => ({
  Name: hostname,
  Type: 'A',
  AliasTarget: { HostedZoneId, DNSName, EvaluateTargetHealth: false },
})
const answered = (type: string, ttl: number, data: string): Pick<Facts, 'publicAnswers'> => ({
  publicAnswers: [{ resolver: 'google', rcode: 'NOERROR', records: [{ name: hostname, type, ttl, data }] }],
})

describe('the registry', () => {
  it('has P-01 to P-45 once each, and says their names in both languages', () => {
    const ids = checks.map(({ id }) => id)
    const expected = Array.from({ length: 45 }, (_, at) => `P-${String(at + 1).padStart(2, '0')}`)
    expect(ids).toEqual(expected.filter((id) => !['P-18', 'P-19'].includes(id)))
    for (const { title } of checks) expect(title.ko).not.toBe('')
  })

  it('has no others', () => {
    expect(() => resultOf('P-18')).toThrow('No check P-18')
  })

  it('makes these again before every step', () => {
    expect(liveChecks.map(({ id }) => id)).toEqual(['P-07', 'P-20', 'P-30', 'P-32', 'P-36', 'P-39'])
  })

  it('lets a start through when all is well', () => {
    const results = checks.map((check) => evaluate(check, read(facts), facts.subject))
    expect(results.filter(({ level }) => level !== 'pass' && level !== 'info')).toEqual([])
    expect(startGate(results, new Set())).toEqual({ blocking: [], toAcknowledge: [] })
  })
})

describe('a check', () => {
  const dnssec = checkOf('P-41')
  const zone = checkOf('P-06')

  it('without its facts is unknown, and says what AWS said', () => {
    expect(evaluate(zone, { zone: { problem: denied } }, facts.subject)).toEqual({
      id: 'P-06',
      level: 'unknown',
      verdicts: [],
      missing: 'zone',
      problem: denied,
    })
    expect(evaluate(zone, { zone: { missing: 'zones' } }, facts.subject)).toMatchObject({ missing: 'zones' })
    expect(evaluate(zone, {}, facts.subject)).toMatchObject({ level: 'unknown', missing: 'zone' })
  })

  it('that a role need not be able to make says so, and is in nobody’s way', () => {
    const result = evaluate(dnssec, { dnssec: { problem: denied } }, facts.subject)
    expect(result).toMatchObject({ level: 'info', verdicts: [{ problem: denied }] })
    const [verdict] = result.verdicts
    expect(verdict && translate('en', verdict.message)).toContain('AccessDenied')
    expect(evaluate(dnssec, { dnssec: { missing: 'zone' } }, facts.subject).level).toBe('unknown')
  })

  it('is not made where nothing of its kind moves', () => {
    expect(evaluate(checkOf('P-15'), {}, choosing({ strategy: 'rule' }).subject).level).toBe('info')
    expect(evaluate(checkOf('P-16'), {}, facts.subject).level).toBe('info')
  })

  it('without verdicts passes', () => {
    expect(evaluate({ ...zone, check: () => [] }, read(facts), facts.subject).level).toBe('pass')
  })
})

describe('a start', () => {
  it('waits for what failed and for what is unknown', () => {
    const unknown = evaluate(checkOf('P-06'), {}, facts.subject)
    const failed = resultOf('P-02', { zones: [] })
    expect(startGate([unknown, failed], new Set())).toMatchObject({ blocking: ['P-06', 'P-02'] })
  })

  it('waits until each warning is acknowledged, and asks again when it changes', () => {
    const warned = someResults(standing(address(hostname, 3600, '192.0.2.1')), 'P-11')
    const { toAcknowledge } = startGate(warned, new Set())
    expect(toAcknowledge).toEqual(['P-11 3600'])
    expect(startGate(warned, new Set(toAcknowledge)).toAcknowledge).toEqual([])
    const other = someResults(standing(address(hostname, 7200, '192.0.2.1')), 'P-11')
    expect(startGate(other, new Set(toAcknowledge)).toAcknowledge).toEqual(['P-11 7200'])
  })

  it('may take a failure upon itself that is made for it', () => {
    const overridable = someResults(
      { ...standing(address(hostname, 86_400, '192.0.2.1')), ...choosing({ prepareTtl: false }) },
      'P-11',
    )
    expect(startGate(overridable, new Set())).toEqual({ blocking: [], toAcknowledge: ['P-11 86400'] })
    expect(startGate(overridable, new Set(['P-11 86400'])).toAcknowledge).toEqual([])
  })
})

describe('parameters', () => {
  it('take the load balancer as AWS gives it', () => {
    expect(derived({}).balancer).toEqual({
      dnsName: 'web-1.ap-northeast-2.elb.amazonaws.com',
      hostedZoneId: 'ZELB',
      dualStack: false,
    })
    const { canonicalHostedZoneId: _zone, ipAddressType: _type, ...bare } = facts.loadBalancer
    expect(balancerOf(bare)).toMatchObject({ hostedZoneId: '', dualStack: false })
    expect(balancerOf({ ...bare, ipAddressType: 'dualstack' }).dualStack).toBe(true)
  })

  it('take the wildcard where it answers', () => {
    const wild = address(String.raw`\052.example.com.`, 120, '192.0.2.1')
    expect(derived(standing(wild))).toMatchObject({ wildcard: [wild], originalTtl: 120 })
    expect(derived(standing(wild, address(hostname, 60, '192.0.2.2')))).toMatchObject({
      wildcard: [],
      originalTtl: 60,
    })
    expect(derived(standing())).toMatchObject({ wildcard: [], originalTtl: 0 })
  })

  it('know how long resolvers keep an alias', () => {
    const elb = alias('old-1.ap-northeast-2.elb.amazonaws.com.', 'ZELB')
    expect(derived(standing(elb)).originalTtl).toBe(60)
    expect(derived(standing(alias('old-1.elb.us-east-1.amazonaws.com.', 'ZELB'))).originalTtl).toBe(60)
    const target = address('web.example.com.', 600, '192.0.2.1')
    expect(derived(standing(alias('web.example.com.'), target))).toMatchObject({
      aliasTargets: [target],
      originalTtl: 600,
    })
    const { TTL: _ttl, ...nested } = target
    expect(derived(standing(alias('web.example.com.'), nested)).originalTtl).toBe(300)
    const owned = standing({ Name: hostname, Type: 'A', TrafficPolicyInstanceId: 'tp-1' })
    expect(derived(owned).originalTtl).toBe(300)
    const cdn = standing(alias('d1.cloudfront.net.', 'Z2FDTNDATAQYW2'))
    expect(derived(cdn).originalTtl).toBe(300)
    expect(derived({ ...cdn, ...answered('A', 20, '192.0.2.1') }).originalTtl).toBe(60)
    expect(derived({ ...cdn, ...answered('A', 500, '192.0.2.1') }).originalTtl).toBe(500)
  })

  it('know whether the legacy answers over IPv6, itself or at the end of a CNAME', () => {
    expect(derived({}).legacyIpv6).toBe(false)
    expect(derived(standing(text(hostname, 'AAAA', 60, '2001:db8::1'))).legacyIpv6).toBe(true)
    const cname = standing(text(hostname, 'CNAME', 60, 'web.example.net'))
    expect(derived({ ...cname, ...answered('AAAA', 60, '2001:db8::1') }).legacyIpv6).toBe(true)
  })
})

describe('journals', () => {
  it('are told from other names', () => {
    const hash = '0123456789abcdef'
    for (const name of [`_cutover-${hash}`, `_cutover-${hash}-s`, `_cutover-${hash}-p`])
      expect(isJournalName(`${name}.${zoneName}`, zoneName)).toBe(true)
    for (const name of [`_cutover-${hash}-x`, '_cutover-1', `a._cutover-${hash}`, '_cutover'])
      expect(isJournalName(`${name}.${zoneName}`, zoneName)).toBe(false)
    expect(isJournalName(zoneName, zoneName)).toBe(false)
  })

  it('are put together from their records, whatever else stands there', () => {
    const base = '_cutover-0123456789abcdef'
    const records = [
      text(`${base}.${zoneName}`, 'TXT', 60, '"v=cutover9"'),
      text(`${base}.${zoneName}`, 'MX', 60, '1 mail.'),
      text(`${base}-s.${zoneName}`, 'TXT', 60, '"1/1 "'),
      address(`${base}-p.${zoneName}`, 60, '192.0.2.1'),
      address(hostname, 60, '192.0.2.1'),
    ]
    expect(journalsIn(records, zoneName)).toMatchObject([
      {
        claimName: `${base}.${zoneName}`,
        claimRecord: records[0],
        snapshotRecord: records[2],
        parked: [records[3]],
      },
    ])
  })
})
