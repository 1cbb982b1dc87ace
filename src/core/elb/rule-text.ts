/** Listener rules in words: "if host is app.example.com and path is /api/*, forward 80 % to a and 20 % to b". */
import type { Message, Text } from '../../i18n/text.ts'
import type { Listener, Rule, RuleAction } from './load-balancer.ts'

export interface ConditionText {
  /** What is compared: host, path, header … */
  field: Text
  /** Any one of these makes it true. */
  values: string[]
}

export interface ForwardShare {
  targetGroupArn: string
  weight: number
  /** 0 to 100; how much of the rule's traffic goes here. */
  percent: number
}

export type ActionText = { kind: 'forward'; shares: ForwardShare[] } | { kind: 'other'; says: Message }

const fields: Record<string, Text> = {
  'host-header': { en: 'host is', ko: '호스트' },
  'path-pattern': { en: 'path is', ko: '경로' },
  'http-header': { en: 'header is', ko: '헤더' },
  'http-request-method': { en: 'method is', ko: '메서드' },
  'query-string': { en: 'query string is', ko: '쿼리 문자열' },
  'source-ip': { en: 'source address is in', ko: '소스 주소' },
}

const actions: Record<string, Text> = {
  redirect: { en: 'redirect to {detail}', ko: '{detail}(으)로 리디렉션' },
  'fixed-response': { en: 'answer with {detail}', ko: '{detail}(으)로 고정 응답' },
  'authenticate-cognito': { en: 'sign in with Cognito, then', ko: 'Cognito로 로그인한 다음' },
  'authenticate-oidc': { en: 'sign in with OpenID Connect, then', ko: 'OpenID Connect로 로그인한 다음' },
}

const otherAction: Text = { en: '{type} {detail}', ko: '{type} {detail}' }

/** The conditions of a rule, all of which must hold. Empty for the default rule. */
export function conditionTexts(rule: Pick<Rule, 'conditions'>): ConditionText[] {
  return rule.conditions.map(({ field, values }) => ({
    field: fields[field] ?? { en: `${field} is`, ko: field },
    values,
  }))
}

/** Percent of traffic for each target group. When every weight is 0, AWS forwards to none of them (HTTP 503). */
export function forwardShares(action: Pick<RuleAction, 'targetGroups'>): ForwardShare[] {
  const total = action.targetGroups.reduce((sum, one) => sum + one.weight, 0)
  return action.targetGroups.map(({ arn, weight }) => ({
    targetGroupArn: arn,
    weight,
    percent: total === 0 ? 0 : (weight / total) * 100,
  }))
}

/** The actions of a rule in the order AWS performs them. */
export function actionTexts(rule: Pick<Rule, 'actions'>): ActionText[] {
  return rule.actions.map((action) =>
    action.type === 'forward'
      ? { kind: 'forward', shares: forwardShares(action) }
      : {
          kind: 'other',
          says: {
            text: actions[action.type] ?? otherAction,
            values: { type: action.type, detail: action.detail ?? '' },
          },
        },
  )
}

const rank = ({ priority }: Rule): number => (priority === 'default' ? Number.POSITIVE_INFINITY : priority)

/** Rules in the order AWS tries them: by priority, the default rule last. */
export function inPriorityOrder(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

/** Target groups that `listeners` and `rules` forward to, each once, in the order they are named. */
export function forwardedTargetGroups(listeners: readonly Listener[], rules: readonly Rule[]): string[] {
  const all = [...listeners.flatMap((one) => one.defaultActions), ...rules.flatMap((one) => one.actions)]
  return [...new Set(all.flatMap((action) => action.targetGroups.map(({ arn }) => arn)))]
}
