/** What a person is shown of a rule before and after a move. */
import { expect, it } from 'vitest'
import type { RuleActionRecord } from './params.ts'
import { ruleRows } from './rule-rows.ts'

const arn = (name: string) => `arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:targetgroup/${name}/1`
const single: RuleActionRecord = { Type: 'forward', TargetGroupArn: arn('legacy') }
const weighted = (...weights: [name: string, weight: number | undefined][]): RuleActionRecord => ({
  Type: 'forward',
  ForwardConfig: {
    TargetGroups: weights.map(([name, Weight]) => ({ TargetGroupArn: arn(name), Weight })),
  },
})

it('a single group gets everything, and weights count by their sum', () => {
  expect(ruleRows([weighted(['legacy', 150], ['web', 50])], [single])).toEqual([
    { subject: 'legacy', before: 75, after: 100 },
    { subject: 'web', before: 25 },
  ])
  expect(ruleRows([single], [weighted(['web', undefined])])).toEqual([
    { subject: 'legacy', before: 100 },
    { subject: 'web', after: 100 },
  ])
  expect(ruleRows([], [weighted(['web', 0])])).toEqual([{ subject: 'web', after: 0 }])
})

it('other actions are shown as they are; a secret that is kept makes no difference', () => {
  const signIn = { Type: 'authenticate-oidc', AuthenticateOidcConfig: { ClientId: 'web' } }
  const kept = { ...signIn, AuthenticateOidcConfig: { ClientId: 'web', UseExistingClientSecret: true } }
  const [row] = ruleRows([signIn, single], [kept, single])
  expect(row).toMatchObject({ subject: 'authenticate-oidc' })
  expect(row?.before).toContain('"ClientId":"web"')
  expect(row?.after).toBe(row?.before)
  expect(ruleRows([{ Type: 'fixed-response' }], [])).toEqual([
    { subject: 'fixed-response', before: '[{"Type":"fixed-response"}]' },
  ])
})
