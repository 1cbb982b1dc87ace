import { describe, expect, it } from 'vitest'
import type { Rule } from '../../elb/load-balancer.ts'
import type { Facts, Readings } from './facts.ts'
import { ruleToMove, sharedRule } from './shared-rule.ts'
import { factsWith, groupArn, listener, listenerArn, otherArn, rule, standing } from './testing-facts.ts'

const { subject } = factsWith()
const forHost = [{ field: 'host-header', values: ['www.example.com'] }]
const found = (...rules: Rule[]) => sharedRule({ subject, listeners: [listener(443, 'HTTPS', rules)] })

describe('a rule whose weights can be moved', () => {
  it('is the one that takes the hostname to another target group', () => {
    const other = rule(1, groupArn, [{ field: 'host-header', values: ['other.example.com'] }])
    const taking = rule(2, otherArn, forHost)
    expect(found(other, taking, rule('default', groupArn))).toEqual({
      arn: taking.arn,
      kind: 'rule',
      legacyGroupArn: otherArn,
      newGroupArn: groupArn,
    })
  })

  it('may be the default of the listener', () => {
    expect(found(rule('default', otherArn))).toMatchObject({ arn: listenerArn, kind: 'listener' })
  })

  it('is none where the new side has all, nobody answers, or nothing listens', () => {
    expect(found(rule(1, groupArn, forHost))).toBeUndefined()
    expect(found({ ...rule(1, groupArn, forHost), actions: [] })).toBeUndefined()
    expect(found()).toBeUndefined()
    expect(sharedRule({ subject, listeners: [] })).toBeUndefined()
  })
})

const readingsOf = (facts: Partial<Facts>): Readings =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { value }]))
const at = (DNSName: string): Facts => {
  const alias = { HostedZoneId: 'Z', DNSName, EvaluateTargetHealth: false }
  const record = { Name: subject.hostname, Type: 'A', AliasTarget: alias }
  return factsWith({
    ...standing(record),
    listeners: [listener(443, 'HTTPS', [rule(1, otherArn, forHost)])],
  })
}

describe('a rule to move', () => {
  const here = at(`dualstack.${factsWith().params.balancer.dnsName}.`)

  it('is there once the hostname leads to the load balancer', () => {
    expect(ruleToMove(readingsOf(here))?.newGroupArn).toBe(groupArn)
    expect(ruleToMove(readingsOf(at('old.example.net.')))).toBeUndefined()
  })

  it('is not known before everything was read', () => {
    const { records: _unread, ...rest } = here
    expect(ruleToMove(readingsOf(rest))).toBeUndefined()
    expect(ruleToMove({})).toBeUndefined()
  })
})
