/** Rule evaluation: which actions a listener takes for a request. */
import type { Action, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { ElbTables, ListenerRecord } from '../../world/elb-tables.ts'

export interface Request {
  host: string
  path: string
}

/** The actions of the rule with the lowest priority number that matches, else the listener's default actions. */
export function actionsFor(elb: ElbTables, listener: ListenerRecord, request: Request): Action[] {
  const matching = rulesOf(elb, listener.listenerArn).find((rule) =>
    rule.conditions.every((condition) => holds(condition, request)),
  )
  return matching?.actions ?? listener.defaultActions
}

/** A listener's rules in order of priority, without the default rule. */
export function rulesOf(elb: ElbTables, listenerArn: string): ElbTables['rules'][string][] {
  return Object.values(elb.rules)
    .filter((rule) => rule.listenerArn === listenerArn)
    .toSorted((a, b) => a.priority - b.priority)
}

/** Clients send plain GET requests from public addresses: conditions on headers and queries do not hold for them. */
function holds(condition: RuleCondition, request: Request): boolean {
  if (condition.Field === 'http-request-method') return valuesOf(condition).includes('GET')
  if (condition.Field === 'source-ip') return valuesOf(condition).includes('0.0.0.0/0')
  if (condition.Field === 'path-pattern') {
    return valuesOf(condition).some((pattern) => wildcard(pattern).test(request.path))
  }
  if (condition.Field !== 'host-header') return false
  const host = request.host.toLowerCase()
  return valuesOf(condition).some((pattern) => wildcard(pattern.toLowerCase()).test(host))
}

/** The values of a condition, which AWS takes in the field's own configuration or in the older `Values`. */
function valuesOf(condition: RuleCondition): string[] {
  const config =
    condition.HostHeaderConfig ??
    condition.PathPatternConfig ??
    condition.HttpRequestMethodConfig ??
    condition.SourceIpConfig
  return config?.Values ?? condition.Values ?? []
}

/** `*` stands for any characters, `?` for exactly one. */
function wildcard(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`)
}
