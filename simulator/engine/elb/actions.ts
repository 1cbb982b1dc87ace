/** Short ways to write listener actions and rule conditions, in the form in which AWS gives them back. */
import type { Action, RuleCondition } from '@aws-sdk/client-elastic-load-balancing-v2'

/** Forwards to one target group, or to several by weight (0–999; a group of weight 0 gets nothing). */
export function forward(to: string | Record<string, number>): Action {
  const weights = typeof to === 'string' ? { [to]: 1 } : to
  const groups = Object.entries(weights).map(([arn, weight]) => ({ TargetGroupArn: arn, Weight: weight }))
  const [only, ...others] = groups
  return {
    Type: 'forward',
    // AWS repeats the target group here when there is only one.
    ...(only && others.length === 0 ? { TargetGroupArn: only.TargetGroupArn } : {}),
    Order: 1,
    ForwardConfig: { TargetGroups: groups, TargetGroupStickinessConfig: { Enabled: false } },
  }
}

/** Answers by itself. */
export function fixedResponse(status: number, body = ''): Action {
  const config = { StatusCode: String(status), ContentType: 'text/plain', MessageBody: body }
  return { Type: 'fixed-response', Order: 1, FixedResponseConfig: config }
}

/** Sends the client to the same place by HTTPS. */
export function redirectToHttps(): Action {
  return {
    Type: 'redirect',
    Order: 1,
    RedirectConfig: {
      Protocol: 'HTTPS',
      Port: '443',
      Host: '#{host}',
      Path: '/#{path}',
      Query: '#{query}',
      StatusCode: 'HTTP_301',
    },
  }
}

/** The request's host is one of these; `*` and `?` are wildcards. */
export function whenHost(...hosts: string[]): RuleCondition {
  return { Field: 'host-header', Values: hosts, HostHeaderConfig: { Values: hosts } }
}

/** The request's path is one of these; `*` and `?` are wildcards. */
export function whenPath(...paths: string[]): RuleCondition {
  return { Field: 'path-pattern', Values: paths, PathPatternConfig: { Values: paths } }
}
