/** Finding what a call names, and AWS's errors when it is not there. */
import { AwsError } from '../../operation.ts'
import type {
  ListenerRecord,
  LoadBalancerRecord,
  RuleRecord,
  TargetGroupRecord,
} from '../../world/elb-tables.ts'
import type { RegionTables } from '../../world/world.ts'

/** ARNs or names in one call. */
const MOST = 20

/** @throws AwsError ValidationError when a call names more than 20 things. */
export function checkCount(names: string[] | undefined, kind: string): void {
  if ((names?.length ?? 0) > MOST) {
    throw new AwsError('ValidationError', `The number of ${kind} cannot exceed '${MOST}'`)
  }
}

/** @throws AwsError ValidationError when it is no ARN of that kind in this Region. */
function checkArn(region: RegionTables, arn: string, kind: string, part: string): void {
  if (arn.startsWith(`arn:aws:elasticloadbalancing:${region.name}:`) && arn.includes(part)) return
  throw new AwsError('ValidationError', `'${arn}' is not a valid ${kind} ARN`)
}

/** Describe calls that take a list speak of "one or more"; calls about one resource name it: pass `missing` there. */
const SOME_BALANCERS = 'One or more load balancers not found'
const SOME_GROUPS = 'One or more target groups not found'

/** @throws AwsError LoadBalancerNotFound */
export function loadBalancerByArn(
  region: RegionTables,
  arn: string,
  missing = SOME_BALANCERS,
): LoadBalancerRecord {
  checkArn(region, arn, 'load balancer', ':loadbalancer/')
  const found = region.elb.loadBalancers[arn]
  if (!found) throw new AwsError('LoadBalancerNotFound', missing)
  return found
}

/** @throws AwsError LoadBalancerNotFound naming those that are missing. */
export function loadBalancersByName(region: RegionTables, names: string[]): LoadBalancerRecord[] {
  const known = Object.values(region.elb.loadBalancers)
  const missing = names.filter((name) => !known.some((one) => one.name === name))
  if (missing.length > 0) {
    throw new AwsError('LoadBalancerNotFound', `Load balancers '[${missing.join(', ')}]' not found`)
  }
  return known.filter(({ name }) => names.includes(name))
}

/** @throws AwsError TargetGroupNotFound */
export function targetGroupByArn(
  region: RegionTables,
  arn: string,
  missing = SOME_GROUPS,
): TargetGroupRecord {
  checkArn(region, arn, 'target group', ':targetgroup/')
  const found = region.elb.targetGroups[arn]
  if (!found) throw new AwsError('TargetGroupNotFound', missing)
  return found
}

/** @throws AwsError TargetGroupNotFound */
export function targetGroupsByName(region: RegionTables, names: string[]): TargetGroupRecord[] {
  const known = Object.values(region.elb.targetGroups)
  if (!names.every((name) => known.some((one) => one.name === name))) {
    throw new AwsError('TargetGroupNotFound', SOME_GROUPS)
  }
  return known.filter(({ name }) => names.includes(name))
}

/** @throws AwsError ListenerNotFound */
export function listenerByArn(region: RegionTables, arn: string): ListenerRecord {
  checkArn(region, arn, 'listener', ':listener/')
  const found = region.elb.listeners[arn]
  if (!found) throw new AwsError('ListenerNotFound', 'One or more listeners not found')
  return found
}

/** @throws AwsError RuleNotFound */
export function ruleByArn(region: RegionTables, arn: string): RuleRecord | ListenerRecord {
  checkArn(region, arn, 'listener rule', ':listener-rule/')
  const found =
    region.elb.rules[arn] ??
    Object.values(region.elb.listeners).find(({ defaultRuleArn }) => defaultRuleArn === arn)
  if (!found) throw new AwsError('RuleNotFound', 'One or more rules not found')
  return found
}
