/** Where weights of a rule can be moved instead of records. */
import { expect, it } from 'vitest'
import type { Rule } from '../../elb/load-balancer.ts'
import { sharedRule } from './shared-rule.ts'
import { factsWith, groupArn, listener, listenerArn, otherArn, redirect, rule } from './testing-facts.ts'

const { subject } = factsWith()
const found = (rules: readonly Rule[]) => sharedRule({ subject, listeners: [listener(443, 'HTTPS', rules)] })
const groups = { legacyGroupArn: otherArn, newGroupArn: groupArn }
const host: Rule['conditions'] = [{ field: 'host-header', values: ['www.example.com'] }]

it('is the rule that serves the hostname from another group, alone or with the new one', () => {
  const own = rule(1, otherArn, host)
  expect(found([own, rule('default', groupArn)])).toEqual({ ...groups, arn: own.arn, kind: 'rule' })
  const targetGroups = [groupArn, otherArn].map((arn) => ({ arn, weight: 1 }))
  const both: Rule = { ...own, actions: [{ type: 'forward', targetGroups }] }
  expect(found([both])).toEqual({ ...groups, arn: own.arn, kind: 'rule' })
})

it('is the listener where its default actions do', () => {
  expect(found([rule('default', otherArn)])).toEqual({ ...groups, arn: listenerArn, kind: 'listener' })
})

it('is none where the new side serves alone, nothing is forwarded, no rule takes it or nobody listens', () => {
  expect(found([rule('default', groupArn)])).toBeUndefined()
  expect(found([redirect('default', 'https://example.org/')])).toBeUndefined()
  expect(found([])).toBeUndefined()
  expect(sharedRule({ subject, listeners: [] })).toBeUndefined()
})
