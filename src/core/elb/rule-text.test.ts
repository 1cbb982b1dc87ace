import { describe, expect, it } from 'vitest'
import { translate } from '../../i18n/translate.ts'
import { actionTexts, conditionTexts, forwardedTargetGroups, inPriorityOrder } from './rule-text.ts'
import type { Listener, Rule } from './load-balancer.ts'

function rule(priority: Rule['priority'], over: Partial<Rule> = {}): Rule {
  return { arn: `rule/${String(priority)}`, listenerArn: 'l', priority, conditions: [], actions: [], ...over }
}

describe('rules in words', () => {
  it('names what is compared and any of which values', () => {
    expect(
      conditionTexts(
        rule(1, {
          conditions: [
            { field: 'host-header', values: ['a.example.com', 'b.example.com'] },
            { field: 'jwt-claim', values: ['x'] },
          ],
        }),
      ).map((one) => [one.field.en, one.values]),
    ).toEqual([
      ['host is', ['a.example.com', 'b.example.com']],
      ['jwt-claim is', ['x']],
    ])
  })

  it('turns weights into percent', () => {
    const [action] = actionTexts(
      rule(1, {
        actions: [
          {
            type: 'forward',
            targetGroups: [
              { arn: 'a', weight: 4 },
              { arn: 'b', weight: 1 },
            ],
          },
        ],
      }),
    )
    expect(action).toEqual({
      kind: 'forward',
      shares: [
        { targetGroupArn: 'a', weight: 4, percent: 80 },
        { targetGroupArn: 'b', weight: 1, percent: 20 },
      ],
    })
  })

  it('sends nothing when every weight is 0', () => {
    const [action] = actionTexts(
      rule(1, { actions: [{ type: 'forward', targetGroups: [{ arn: 'a', weight: 0 }] }] }),
    )
    expect(action).toMatchObject({ shares: [{ percent: 0 }] })
  })

  it('says where a redirect goes and what a fixed answer is', () => {
    const texts = actionTexts(
      rule(1, {
        actions: [
          { type: 'redirect', targetGroups: [], detail: 'HTTPS:443 301' },
          { type: 'something-new', targetGroups: [], detail: 'x' },
        ],
      }),
    ).map((one) => (one.kind === 'other' ? translate('en', one.says) : one.kind))
    expect(texts).toEqual(['redirect to HTTPS:443 301', 'something-new x'])
  })
})

it('orders rules as AWS tries them, default last', () => {
  expect(inPriorityOrder([rule('default'), rule(20), rule(3)]).map((one) => one.priority)).toEqual([
    3,
    20,
    'default',
  ])
})

it('lists each target group once', () => {
  const listener: Listener = {
    arn: 'l',
    loadBalancerArn: 'lb',
    port: 80,
    protocol: 'HTTP',
    certificateArns: [],
    defaultActions: [{ type: 'forward', targetGroups: [{ arn: 'a', weight: 1 }] }],
  }
  const forward = rule(1, {
    actions: [
      {
        type: 'forward',
        targetGroups: [
          { arn: 'b', weight: 1 },
          { arn: 'a', weight: 0 },
        ],
      },
    ],
  })
  expect(forwardedTargetGroups([listener], [forward])).toEqual(['a', 'b'])
})
