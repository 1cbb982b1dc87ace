/** Examples of traffic that ECS moves between listener rules. */
import { aTargetGroup, behindBalancer } from '../target-example.ts'

export const rule = (id: string): string =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener-rule/app/shop/1/2/${id}`

export const listener = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/shop/1/2'

/** With these as production and test rule. */
export function moving(...managedRuleArns: string[]) {
  const entry = { targetGroupArn: aTargetGroup().arn, containerName: 'web', containerPort: 80 }
  return behindBalancer({}, { loadBalancers: [{ ...entry, managedRuleArns }] })
}
