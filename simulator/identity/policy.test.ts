import { describe, expect, it } from 'vitest'
import { denialMessage, evaluate } from './policy.ts'
import { conditionsHold, matchesPattern, parseOperator } from './policy-match.ts'

const request = (resource: string, context: Record<string, string[]> = {}) => ({
  action: 'ecs:UpdateService',
  resource,
  context,
})
const service = 'arn:aws:ecs:us-east-1:123456789012:service/shop/web'

describe('a policy', () => {
  it('allows what a statement names, whatever the case of the action', () => {
    const allow = { effect: 'Allow' as const, actions: ['ECS:update*'], resources: ['*'] }
    expect(evaluate([allow], request(service))).toBe('allowed')
  })

  it('denies what no statement names', () => {
    const other = { effect: 'Allow' as const, actions: ['ecs:List*'], resources: ['*'] }
    expect(evaluate([other], request(service))).toBe('implicit-deny')
    expect(evaluate([], request(service))).toBe('implicit-deny')
  })

  it('lets a deny win over every allow', () => {
    const allow = { effect: 'Allow' as const, actions: ['*'], resources: ['*'] }
    const deny = { effect: 'Deny' as const, actions: ['ecs:UpdateService'], resources: ['*service/shop/*'] }
    expect(evaluate([allow, deny], request(service))).toBe('explicit-deny')
    expect(evaluate([allow, deny], request(service.replace('shop', 'blog')))).toBe('allowed')
  })

  it('applies a statement only where its conditions hold', () => {
    const allow = {
      effect: 'Allow' as const,
      actions: ['ecs:*'],
      resources: ['*'],
      conditions: { ArnEquals: { 'ecs:cluster': ['arn:aws:ecs:*:123456789012:cluster/shop'] } },
    }
    const inCluster = (name: string) =>
      request('*', { 'ecs:cluster': [`arn:aws:ecs:us-east-1:123456789012:cluster/${name}`] })
    expect(evaluate([allow], inCluster('shop'))).toBe('allowed')
    expect(evaluate([allow], inCluster('blog'))).toBe('implicit-deny')
    expect(evaluate([allow], request('*'))).toBe('implicit-deny')
  })
})

describe('wildcards', () => {
  it('take * for any text, ? for one character and the rest literally', () => {
    expect(matchesPattern('a*c', 'abbc')).toBe(true)
    expect(matchesPattern('a?c', 'abc')).toBe(true)
    expect(matchesPattern('a?c', 'abbc')).toBe(false)
    expect(matchesPattern('a.c', 'abc')).toBe(false)
    expect(matchesPattern('a(b', 'a(b')).toBe(true)
  })
})

const holds = (operator: string, wanted: string[], given?: string[]) =>
  conditionsHold({ [operator]: { key: wanted } }, given ? { KEY: given } : {})

describe('conditions', () => {
  it.each([
    ['StringEquals', ['a', 'b'], ['b'], true],
    ['StringEquals', ['a'], ['A'], false],
    ['StringEquals', ['a'], undefined, false],
    ['StringEqualsIgnoreCase', ['a'], ['A'], true],
    ['StringNotEquals', ['a'], ['b'], true],
    ['StringNotEquals', ['a'], ['a'], false],
    ['StringNotEquals', ['a'], undefined, true],
    ['StringEqualsIfExists', ['a'], undefined, true],
    ['StringEqualsIfExists', ['a'], ['b'], false],
    ['StringLike', ['_cutover-*'], ['_cutover-1'], true],
    ['StringLike', ['_cutover-*'], ['www'], false],
    ['ArnLike', ['arn:aws:ecs:*:1:cluster/*'], ['arn:aws:ecs:us-east-1:1:cluster/shop'], true],
    ['ArnLike', ['arn:aws:ecs:*:1:cluster/*'], ['arn:aws:ecs:us-east-1:2:cluster/shop'], false],
    ['ArnLike', ['arn:aws:*:cluster/shop'], ['arn:aws:ecs:r:1:cluster/shop'], true],
    ['Bool', ['true'], ['TRUE'], true],
    ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
    ['ForAllValues:StringEquals', ['a'], ['a', 'b'], false],
    ['ForAllValues:StringEquals', ['a'], undefined, true],
    ['ForAnyValue:StringLike', ['a*'], ['b', 'ab'], true],
    ['ForAnyValue:StringLike', ['a*'], undefined, false],
    ['Null', ['true'], undefined, true],
    ['Null', ['false'], undefined, false],
    ['Null', ['false'], ['a'], true],
  ] as const)('%s %j on %j is %s', (operator, wanted, given, expected) => {
    expect(holds(operator, [...wanted], given && [...given])).toBe(expected)
  })

  it('refuses operators that are not modelled rather than guess', () => {
    expect(parseOperator('NumericLessThan')).toBeUndefined()
    expect(() => holds('DateGreaterThan', ['1'], ['2'])).toThrow('DateGreaterThan')
  })
})

describe('a refusal', () => {
  const denial = {
    user: 'arn:aws:sts::1:assumed-role/tidegate-viewer/CognitoIdentityCredentials',
    action: 'ecs:UpdateService',
    resource: '*',
  }

  it("has AWS's words for want of an allow and for a deny", () => {
    expect(denialMessage({ ...denial, policyType: 'identity-based', explicit: false })).toBe(
      'User: arn:aws:sts::1:assumed-role/tidegate-viewer/CognitoIdentityCredentials is not authorized to perform: ecs:UpdateService on resource: * because no identity-based policy allows the ecs:UpdateService action',
    )
    expect(denialMessage({ ...denial, policyType: 'service control', explicit: true })).toMatch(
      /on resource: \* with an explicit deny in a service control policy$/,
    )
    expect(denialMessage({ ...denial, policyType: 'permissions boundary', explicit: true })).toMatch(
      /with an explicit deny in a permissions boundary$/,
    )
  })
})
