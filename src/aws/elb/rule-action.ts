/** What a listener or a rule does with a request. */
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { RuleAction } from '../../core/elb/load-balancer.ts'
import { present, text } from '../answer.ts'

/** A forward to one target group may be written in two ways; the newer one has weights. */
export function toRuleAction(action: Action): RuleAction {
  const forward = action.ForwardConfig?.TargetGroups ?? [{ TargetGroupArn: action.TargetGroupArn, Weight: 1 }]
  return present({
    type: text(action.Type, 'type of an action'),
    targetGroups: forward.flatMap(({ TargetGroupArn, Weight = 1 }) =>
      TargetGroupArn === undefined ? [] : { arn: TargetGroupArn, weight: Weight },
    ),
    detail: detailOf(action),
  })
}

/** `HTTPS://#{host}:443/#{path} 301`, `503 text/plain`, or nothing. */
function detailOf({ RedirectConfig: to, FixedResponseConfig: fixed }: Action): string | undefined {
  if (to) {
    const { Protocol = '#{protocol}', Host = '#{host}', Port = '#{port}', Path = '/#{path}' } = to
    return `${Protocol}://${Host}:${Port}${Path} ${(to.StatusCode ?? '').replace('HTTP_', '')}`.trim()
  }
  return fixed && [fixed.StatusCode, fixed.ContentType].filter(Boolean).join(' ')
}
