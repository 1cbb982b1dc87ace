/** Whether security groups let a load balancer reach a port. */
import type { SecurityGroup } from '../../../ec2/security-group.ts'
import type { LintContext, TargetGroupHere } from '../context.ts'

/**
 * True when one rule opens all of the ports (TCP) to one of `sources`, or to addresses, of which it is not known whose they are.
 * Also true where a load balancer has no group: then it is let in by address.
 */
export function isOpen(
  groups: readonly SecurityGroup[],
  [from, to]: readonly [number, number],
  sources: readonly string[],
): boolean {
  if (sources.length === 0) return true
  return groups.some(({ inbound }) =>
    inbound.some(({ protocol, fromPort = 0, toPort = 65_535, ipv4, ipv6, groupIds, prefixListIds }) => {
      const isAll = protocol === '-1'
      const covers = isAll || (['tcp', '6'].includes(protocol) && fromPort <= from && toPort >= to)
      const hasAddresses = ipv4.length + ipv6.length + prefixListIds.length > 0
      return covers && (hasAddresses || groupIds.some((id) => sources.includes(id)))
    }),
  )
}

/** Security groups of the load balancers in front of a target group. */
export function sourcesOf({ loadBalancers = [] }: LintContext, group: TargetGroupHere): string[] {
  return loadBalancers
    .filter(({ arn }) => group.loadBalancerArns.includes(arn))
    .flatMap(({ securityGroups }) => securityGroups)
}
