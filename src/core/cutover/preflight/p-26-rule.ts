/** P-26: requests for the hostname end at the service, whatever other rules the listener has. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { matchRule } from '../../elb/rule-match.ts'
import type { Rule } from '../../elb/load-balancer.ts'
import type { Facts, Subject } from './facts.ts'
import { frontDoor, pathsOf, requestFor } from './front-door.ts'
import { defineCheck, fail, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: {
    en: 'Requests for {name}{path} reach the target group at rule {priority}.',
    ko: '{name}{path} 요청이 규칙 {priority}에서 대상 그룹에 도달합니다.',
  },
  elsewhere: {
    en: 'Requests for {name}{path} end at rule {priority} → {action}.',
    ko: '{name}{path} 요청이 규칙 {priority} → {action}에서 끝납니다.',
  },
  nowhere: {
    en: 'No rule takes requests for {name}{path}.',
    ko: '{name}{path} 요청을 받는 규칙이 없습니다.',
  },
  doubtful: {
    en: 'Rule {priority} may take requests for {name}{path} first: headers, query, address or a regular expression decide.',
    ko: '규칙 {priority}이(가) {name}{path} 요청을 먼저 받을 수 있습니다. 헤더, 쿼리, 주소 또는 정규식이 결정합니다.',
  },
} satisfies Record<string, Text>

export const ruleCheck = defineCheck({
  id: 'P-26',
  group: 'load-balancer',
  live: false,
  title: { en: 'Listener rules', ko: '리스너 규칙' },
  needs: ['subject', 'listeners'],
  check({ subject, listeners }) {
    const door = frontDoor(listeners)
    const name = shownName(subject.hostname)
    return pathsOf(subject).flatMap((path) => judge({ subject, door, name, path }))
  },
})

interface Asked {
  subject: Subject
  door: Facts['listeners'][number] | undefined
  name: string
  path: string
}

function judge({ subject, door, name, path }: Asked): Verdict[] {
  const { rule, doubtful } = matchRule(door?.rules ?? [], requestFor(subject, path))
  const doubts = doubtful
    .filter((each) => !reaches(each, subject, door))
    .map((each) => {
      const values = { name, path, priority: each.priority }
      return warn(`${each.arn} ${path}`, words.doubtful, values, { evidence: [each.arn] })
    })
  if (!rule) return [...doubts, fail(words.nowhere, { name, path })]
  const { priority } = rule
  const verdict = reaches(rule, subject, door)
    ? pass(words.good, { name, path, priority })
    : fail(words.elsewhere, { name, path, priority, action: actionOf(rule) }, { evidence: [rule.arn] })
  return [...doubts, verdict]
}

/** With weights moving in a rule, the rule itself must be the one that is met. */
function reaches(rule: Rule, { targetGroupArn, choices }: Subject, door: Asked['door']): boolean {
  if (choices.rule) {
    const arn = choices.rule.kind === 'rule' ? rule.arn : door?.listener.arn
    return arn === choices.rule.arn && (choices.rule.kind === 'rule' || rule.priority === 'default')
  }
  return rule.actions.some(({ targetGroups }) =>
    targetGroups.some(({ arn, weight }) => arn === targetGroupArn && weight > 0),
  )
}

function actionOf({ actions }: Rule): string {
  const last = actions.at(-1)
  const groups = last?.targetGroups.map(({ arn }) => arn.split('/').at(-2) ?? arn) ?? []
  return [last?.type, last?.detail, ...groups].filter((word) => word !== undefined).join(' ')
}
