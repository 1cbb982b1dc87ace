/** Weights within one load balancer: whole lists of actions, and what makes two lists the same. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostname, params, values, zoneId } from './fixtures/records.ts'
import type { RuleActionRecord, RuleTarget } from './params.ts'
import { makePlan, planFromSnapshot, snapshotOf } from './plan.ts'
import { canonActions, refusalOfRule, ruleStates, sameActions } from './rule-states.ts'

const legacyGroupArn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/legacy/1'
const newGroupArn = 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/ecs/2'
const group = (TargetGroupArn: string, Weight: number) => ({ TargetGroupArn, Weight })
const single: RuleActionRecord = { Type: 'forward', TargetGroupArn: legacyGroupArn, Order: 2 }
const signIn: RuleActionRecord = {
  Type: 'authenticate-oidc',
  Order: 1,
  AuthenticateOidcConfig: { Issuer: 'https://id.example.com', ClientId: 'web', Scope: 'openid' },
}
const target = (actions: RuleActionRecord[]): RuleTarget => ({
  arn: 'arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:listener-rule/app/shop/1/2/3',
  kind: 'rule',
  actions,
  legacyGroupArn,
  newGroupArn,
})
const planOf = (rule: RuleTarget | undefined, more: object = {}) =>
  makePlan({
    zone: { id: zoneId, name: 'example.com.' },
    hostname,
    records: [values(hostname, 'A', 300, '192.0.2.1')],
    params: { ...params, strategy: 'rule', ...(rule && { rule }), ...more },
  })
const keepsSecret = {
  ...signIn,
  AuthenticateOidcConfig: { ...(signIn['AuthenticateOidcConfig'] as object), UseExistingClientSecret: true },
}

describe('states of a rule', () => {
  it('hold all actions, the two groups by weight, and no record', () => {
    const planning = planOf(target([signIn, single]))
    const states = 'plan' in planning ? planning.plan.states : []
    expect(states.map(({ label }) => label)).toEqual(['D0', 'w0', 'w5', 'w25', 'w50', 'w100'])
    expect(states.flatMap(({ records }) => records)).toEqual([])
    expect(states[0]?.actions).toEqual([keepsSecret, single])
    expect(states[2]).toMatchObject({ share: 5 })
    expect(states[2]?.actions).toEqual([
      keepsSecret,
      {
        Type: 'forward',
        Order: 2,
        ForwardConfig: { TargetGroups: [group(legacyGroupArn, 95), group(newGroupArn, 5)] },
      },
    ])
  })

  it('keep the stickiness that is there', () => {
    const TargetGroupStickinessConfig = { Enabled: true, DurationSeconds: 600 }
    const sticky = {
      Type: 'forward',
      ForwardConfig: { TargetGroups: [group(legacyGroupArn, 1)], TargetGroupStickinessConfig },
    }
    const [, first] = ruleStates(target([sticky]), [0, 100], [])
    expect(first?.actions?.[0]).toMatchObject({ ForwardConfig: { TargetGroupStickinessConfig } })
  })

  it('add up to 100 for any steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (share) => {
        const [, state] = ruleStates(target([single]), [share], [])
        const { ForwardConfig } = (state?.actions?.[0] ?? {}) as {
          ForwardConfig: { TargetGroups: { Weight: number }[] }
        }
        const weights = ForwardConfig.TargetGroups.map(({ Weight }) => Weight)
        expect(weights).toEqual([100 - share, share])
      }),
    )
  })

  it('come out of the snapshot again', () => {
    const planning = planOf(target([signIn, single]))
    const plan = 'plan' in planning ? planning.plan : undefined
    expect(plan && planFromSnapshot(snapshotOf(plan, '01J'), plan.zone)).toEqual(plan)
  })
})

const both = (other: string) => ({
  Type: 'forward',
  ForwardConfig: { TargetGroups: [group(legacyGroupArn, 1), group(other, 0)] },
})

describe('what is refused', () => {
  it.each([
    ['another group alone', [{ Type: 'forward', TargetGroupArn: newGroupArn }]],
    ['a third group', [both('arn:other')]],
    ['no forward at all', [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }]],
  ])('%s', (_, actions) => {
    expect(refusalOfRule(target(actions))).toMatchObject({ code: 'rule-shape' })
  })

  it('not the new group beside the legacy one', () => {
    expect(refusalOfRule(target([both(newGroupArn)]))).toBeUndefined()
  })

  it('the strategy without a rule, a rule without the strategy, and weights that do not grow', () => {
    expect(planOf(undefined)).toMatchObject({ refusal: { code: 'rule-shape' } })
    expect(planOf(target([single]), { strategy: 'simple' })).toMatchObject({
      refusal: { code: 'rule-shape' },
    })
    expect(planOf(target([single]), { steps: [0, 300] })).toMatchObject({ refusal: { code: 'weights' } })
    expect(planOf(target([both('arn:other')]))).toMatchObject({ refusal: { code: 'rule-shape' } })
  })
})

const swapped = (groups: object[]) => [{ Type: 'forward', ForwardConfig: { TargetGroups: groups } }]

describe('actions that do the same', () => {
  it('are the same, whatever AWS adds when it gives them back', () => {
    const asGiven = {
      ...single,
      ForwardConfig: {
        TargetGroups: [group(legacyGroupArn, 1)],
        TargetGroupStickinessConfig: { Enabled: false },
      },
    }
    expect(sameActions([single], [asGiven])).toBe(true)
    expect(sameActions([signIn], [keepsSecret])).toBe(true)
    const [one, two] = [group(legacyGroupArn, 1), group(newGroupArn, 0)]
    expect(sameActions(swapped([one, two]), swapped([two, one]))).toBe(true)
    expect(sameActions([{ Type: 'redirect', Order: undefined }], [{ Type: 'redirect' }])).toBe(true)
    expect(sameActions(swapped([{ TargetGroupArn: legacyGroupArn }]), swapped([one]))).toBe(true)
  })

  it('are different when anything that matters is', () => {
    expect(sameActions([single], [{ ...single, TargetGroupArn: newGroupArn }])).toBe(false)
    expect(sameActions([single], [signIn, single])).toBe(false)
    const slower = { ...signIn, AuthenticateOidcConfig: { Issuer: 'https://other.example.com' } }
    expect(sameActions([signIn], [slower])).toBe(false)
    expect(canonActions([{ Type: 'fixed-response', List: [1, null] }])).toBe(
      '[{"List":[1,null],"Type":"fixed-response"}]',
    )
  })
})
