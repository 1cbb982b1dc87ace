/** Changes listeners and rules while they are in use: requests go elsewhere from then on. */
import type { Action, RuleCondition, RuleTransform } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { ListenerRecord, RuleRecord } from '../../world/elb-tables.ts'
import { journal } from '../../world/journal.ts'
import type { World } from '../../world/world.ts'
import { listenersChanged } from './build.ts'

export interface RuleChange {
  conditions?: RuleCondition[] | undefined
  actions?: Action[] | undefined
  transforms?: RuleTransform[] | undefined
}

/** Replaces what is given and leaves the rest as it is. */
export function modifyRule(world: World, region: string, rule: RuleRecord, change: RuleChange): void {
  const before = withoutSecrets(rule.actions)
  if (change.conditions) rule.conditions = change.conditions
  if (change.actions) rule.actions = change.actions
  if (change.transforms) rule.transforms = change.transforms
  journal(world, {
    type: 'effect',
    name: 'rule-modified',
    region,
    subject: rule.ruleArn,
    detail: { before, after: withoutSecrets(rule.actions) },
  })
  const listener = world.regions[region]?.elb.listeners[rule.listenerArn]
  if (listener) listenersChanged(world, region, listener.loadBalancerArn)
}

export type ListenerChange = {
  [Key in 'port' | 'protocol' | 'sslPolicy' | 'defaultActions']?: ListenerRecord[Key] | undefined
} & {
  /** Takes the place of the default certificate; the others stay. */
  certificateArn?: string | undefined
}

/** Replaces what is given and leaves the rest as it is. */
export function modifyListener(
  world: World,
  region: string,
  listener: ListenerRecord,
  change: ListenerChange,
): void {
  const before = withoutSecrets(listener.defaultActions)
  if (change.port !== undefined) listener.port = change.port
  if (change.protocol !== undefined) listener.protocol = change.protocol
  if (change.sslPolicy !== undefined) listener.sslPolicy = change.sslPolicy
  if (change.defaultActions) listener.defaultActions = change.defaultActions
  if (change.certificateArn !== undefined) {
    const [, ...others] = listener.certificateArns
    listener.certificateArns = [
      change.certificateArn,
      ...others.filter((other) => other !== change.certificateArn),
    ]
  }
  journal(world, {
    type: 'effect',
    name: 'listener-modified',
    region,
    subject: listener.listenerArn,
    detail: { before, after: withoutSecrets(listener.defaultActions) },
  })
  listenersChanged(world, region, listener.loadBalancerArn)
}

/** Actions as AWS gives them: it never tells a client secret. */
export function withoutSecrets(actions: Action[]): Action[] {
  return actions.map((action) => {
    if (!action.AuthenticateOidcConfig) return action
    const { ClientSecret: _secret, ...rest } = action.AuthenticateOidcConfig
    return { ...action, AuthenticateOidcConfig: rest }
  })
}
