/** Listeners of a load balancer and their rules. */
import {
  DescribeListenersCommand,
  DescribeRulesCommand,
  type Listener as SdkListener,
  type Rule as SdkRule,
  type RuleCondition,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Listener, Rule } from '../../core/elb/load-balancer.ts'
import { list, present, text } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { elbPageSize, elbv2 } from './elbv2.ts'
import { toRuleAction } from './rule-action.ts'

/** By port. */
export async function listListeners(
  aws: Aws,
  loadBalancerArn: string,
  options?: CallOptions,
): Promise<Listener[]> {
  const listeners = await listAll(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: (Marker) =>
        new DescribeListenersCommand({ LoadBalancerArn: loadBalancerArn, PageSize: elbPageSize, Marker }),
      take: ({ Listeners, NextMarker }) => ({
        items: list(Listeners, 'Listeners').map(toListener),
        next: NextMarker,
      }),
      id: ({ arn }) => arn,
    },
    options,
  )
  return listeners.toSorted((a, b) => a.port - b.port)
}

/** In the order they are tried: by priority, the default rule last. */
export async function listRules(aws: Aws, listenerArn: string, options?: CallOptions): Promise<Rule[]> {
  const rules = await listAll(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: (Marker) =>
        new DescribeRulesCommand({ ListenerArn: listenerArn, PageSize: elbPageSize, Marker }),
      take: ({ Rules, NextMarker }) => ({
        items: list(Rules, 'Rules').map((rule) => toRule(rule, listenerArn)),
        next: NextMarker,
      }),
      id: ({ arn }) => arn,
    },
    options,
  )
  return rules.toSorted((a, b) => rank(a) - rank(b))
}

function rank({ priority }: Rule): number {
  return priority === 'default' ? Number.POSITIVE_INFINITY : priority
}

function toListener(listener: SdkListener): Listener {
  return present({
    arn: text(listener.ListenerArn, 'ListenerArn'),
    loadBalancerArn: text(listener.LoadBalancerArn, 'LoadBalancerArn'),
    port: listener.Port ?? 0,
    protocol: listener.Protocol ?? 'unknown',
    sslPolicy: listener.SslPolicy,
    certificateArns: (listener.Certificates ?? []).flatMap(({ CertificateArn }) => CertificateArn ?? []),
    defaultActions: (listener.DefaultActions ?? []).map(toRuleAction),
  })
}

function toRule(rule: SdkRule, listenerArn: string): Rule {
  const priority = Number(rule.Priority)
  return {
    arn: text(rule.RuleArn, 'RuleArn'),
    listenerArn,
    priority: rule.IsDefault === true || Number.isNaN(priority) ? 'default' : priority,
    conditions: (rule.Conditions ?? []).map((condition) => ({
      field: condition.Field ?? 'unknown',
      values: valuesOf(condition),
    })),
    actions: (rule.Actions ?? []).map(toRuleAction),
  }
}

/** Older rules carry `Values`, newer ones a configuration for each field; a rule made in the console has both. */
function valuesOf(condition: RuleCondition): string[] {
  const { HttpHeaderConfig: header, QueryStringConfig: query } = condition
  if (header) return (header.Values ?? []).map((value) => `${header.HttpHeaderName ?? ''}: ${value}`)
  if (query)
    return (query.Values ?? []).map(({ Key, Value = '' }) => (Key === undefined ? Value : `${Key}=${Value}`))
  const configured =
    condition.HostHeaderConfig ??
    condition.PathPatternConfig ??
    condition.HttpRequestMethodConfig ??
    condition.SourceIpConfig
  return configured?.Values ?? condition.Values ?? []
}
