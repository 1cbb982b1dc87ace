import { describe, expect, it } from 'vitest'
import type { Rule } from '../../elb/load-balancer.ts'
import { sharedRule } from './shared-rule.ts'
import { factsWith, groupArn, listener, listenerArn, otherArn, rule } from './testing-facts.ts'

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
