/**
 * Moving requests within one load balancer: the states are whole lists of a rule's actions, with the weights of two target groups.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyRule.html
 */
import type { RecordSet } from '../dns/record-set.ts'
import type { RuleActionRecord, RuleTarget } from './params.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { PlanState } from './states.ts'

export interface WeightedGroup {
  TargetGroupArn?: string
  Weight?: number
}

interface ForwardConfig {
  TargetGroups?: WeightedGroup[]
  TargetGroupStickinessConfig?: unknown
}

/** Everything but the forward action stays as it is; no state lets the legacy group go out of use. */
export function ruleStates(rule: RuleTarget, steps: readonly number[], original: RecordSet[]): PlanState[] {
  return [
    {
      kind: 'original',
      label: 'D0',
      records: original,
      share: undefined,
      actions: rule.actions.map(sendable),
    },
    ...steps.map((share): PlanState => {
      const actions = rule.actions.map((action) =>
        isForward(action) ? weighted(rule, action, share) : sendable(action),
      )
      return { kind: 'weights', label: `w${share}`, records: original, share, actions }
    }),
  ]
}

/** The rule must forward to the legacy group and to nothing else but, with any weight, the new one. */
export function refusalOfRule({ actions, legacyGroupArn, newGroupArn }: RuleTarget): Refusal | undefined {
  const arns = actions.filter(isForward).flatMap(groupsOf)
  const fine =
    arns.some(({ TargetGroupArn }) => TargetGroupArn === legacyGroupArn) &&
    arns.every(({ TargetGroupArn }) => TargetGroupArn === legacyGroupArn || TargetGroupArn === newGroupArn)
  return fine ? undefined : refuse('rule-shape')
}

/** One text for actions that do the same, whatever AWS adds to them when it gives them back. */
export function canonActions(actions: readonly RuleActionRecord[]): string {
  return JSON.stringify(
    actions.map((action) => sorted(isForward(action) ? oneForward(action) : withoutSecret(action))),
  )
}

export function sameActions(some: readonly RuleActionRecord[], others: readonly RuleActionRecord[]): boolean {
  return canonActions(some) === canonActions(others)
}

/** True for an action that sends requests to target groups. */
export function isForward({ Type }: RuleActionRecord): boolean {
  return Type === 'forward'
}

/** The target groups of a forward action, in either form in which AWS gives them. */
export function groupsOf(action: RuleActionRecord): WeightedGroup[] {
  const { TargetGroups } = (action['ForwardConfig'] ?? {}) as ForwardConfig
  return TargetGroups ?? [{ TargetGroupArn: String(action['TargetGroupArn']), Weight: 1 }]
}

/** With two groups the older member TargetGroupArn must not be sent. */
function weighted(rule: RuleTarget, action: RuleActionRecord, share: number): RuleActionRecord {
  const { TargetGroupStickinessConfig } = (action['ForwardConfig'] ?? {}) as ForwardConfig
  const { TargetGroupArn: _older, ...rest } = action
  return {
    ...rest,
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: rule.legacyGroupArn, Weight: 100 - share },
        { TargetGroupArn: rule.newGroupArn, Weight: share },
      ],
      ...(TargetGroupStickinessConfig !== undefined && { TargetGroupStickinessConfig }),
    },
  }
}

/** AWS never gives a client secret back: it is told to keep the one it has. */
function sendable(action: RuleActionRecord): RuleActionRecord {
  const oidc = action['AuthenticateOidcConfig']
  return oidc === undefined
    ? action
    : { ...action, AuthenticateOidcConfig: { ...(oidc as object), UseExistingClientSecret: true } }
}

function oneForward(action: RuleActionRecord): RuleActionRecord {
  const { TargetGroupArn: _older, ...rest } = action
  const config = (action['ForwardConfig'] ?? {}) as ForwardConfig
  const TargetGroups = groupsOf(action)
    .map(({ TargetGroupArn, Weight = 1 }) => ({ TargetGroupArn, Weight }))
    .toSorted((a, b) => (String(a.TargetGroupArn) < String(b.TargetGroupArn) ? -1 : 1))
  return {
    ...rest,
    ForwardConfig: { TargetGroupStickinessConfig: { Enabled: false }, ...config, TargetGroups },
  }
}

function withoutSecret(action: RuleActionRecord): RuleActionRecord {
  const oidc = action['AuthenticateOidcConfig'] as Record<string, unknown> | undefined
  if (oidc === undefined) return action
  const { UseExistingClientSecret: _kept, ClientSecret: _secret, ...rest } = oidc
  return { ...action, AuthenticateOidcConfig: rest }
}

/** Members in a fixed order, absent ones left out. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  )
}
