/** Target groups of a copy, and who stands in them that is no task of a copied service. */
import type { TargetGroup, TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2'
import { HEALTH_CHECK, TARGET_GROUP_ATTRIBUTES } from '../../engine/elb/defaults.ts'
import { healthCheckPort } from '../../engine/elb/probe.ts'
import { registerTarget } from '../../engine/targets.ts'
import { regionOf } from '../../world/create.ts'
import type { TargetGroupRecord } from '../../world/elb-tables.ts'
import type { World } from '../../world/world.ts'
import { healthyFor } from './behaviour.ts'
import { elbAnswers, elbTags } from './elb-answers.ts'
import { listenOn } from './machines.ts'
import { type RecordedCall, tagMap } from './recorded.ts'

/** Groups without targets: load balancers are to take them into use first. */
export function copyTargetGroups(world: World, recorded: readonly RecordedCall[]): void {
  const tags = elbTags(recorded)
  const answers = elbAnswers(recorded, 'DescribeTargetGroups')
  for (const { region, output } of answers) {
    for (const given of output.TargetGroups ?? []) {
      const made = toGroup(world, given)
      made.tags = tags.get(made.targetGroupArn) ?? {}
      regionOf(world, region).elb.targetGroups[made.targetGroupArn] = made
    }
  }
  const attributes = elbAnswers(recorded, 'DescribeTargetGroupAttributes')
  for (const { region, input, output } of attributes) {
    const group = regionOf(world, region).elb.targetGroups[input.TargetGroupArn ?? '']
    if (group) group.attributes = tagMap(output.Attributes)
  }
}

function toGroup(world: World, given: TargetGroup): TargetGroupRecord {
  return {
    targetGroupArn: given.TargetGroupArn ?? '',
    name: given.TargetGroupName ?? '',
    protocol: given.Protocol === 'HTTPS' || given.Protocol === 'TCP' ? given.Protocol : 'HTTP',
    port: given.Port ?? 80,
    vpcId: given.VpcId ?? '',
    targetType: given.TargetType === 'ip' || given.TargetType === 'lambda' ? given.TargetType : 'instance',
    healthCheck: healthCheckOf(given),
    attributes: { ...TARGET_GROUP_ATTRIBUTES },
    targets: {},
    loadBalancerArns: [],
    createdAt: world.now,
    tags: {},
  }
}

function healthCheckOf(given: TargetGroup): TargetGroupRecord['healthCheck'] {
  const { HealthCheckProtocol: protocol } = given
  return {
    enabled: given.HealthCheckEnabled ?? HEALTH_CHECK.enabled,
    protocol: protocol === 'HTTPS' || protocol === 'TCP' ? protocol : 'HTTP',
    path: given.HealthCheckPath ?? HEALTH_CHECK.path,
    port: given.HealthCheckPort ?? HEALTH_CHECK.port,
    intervalSeconds: given.HealthCheckIntervalSeconds ?? HEALTH_CHECK.intervalSeconds,
    timeoutSeconds: given.HealthCheckTimeoutSeconds ?? HEALTH_CHECK.timeoutSeconds,
    healthyThreshold: given.HealthyThresholdCount ?? HEALTH_CHECK.healthyThreshold,
    unhealthyThreshold: given.UnhealthyThresholdCount ?? HEALTH_CHECK.unhealthyThreshold,
    matcher: given.Matcher?.HttpCode ?? HEALTH_CHECK.matcher,
  }
}

/** Targets of groups that no copied service (`served`: ARNs of their groups) fills by itself. */
export function copyOtherTargets(
  world: World,
  recorded: readonly RecordedCall[],
  served: ReadonlySet<string>,
): void {
  const answers = elbAnswers(recorded, 'DescribeTargetHealth')
  for (const { region, input, output } of answers) {
    const arn = input.TargetGroupArn ?? ''
    const group = regionOf(world, region).elb.targetGroups[arn]
    if (!group || served.has(arn)) continue
    for (const target of output.TargetHealthDescriptions ?? []) addTarget(world, region, group, target)
  }
}

function addTarget(
  world: World,
  region: string,
  group: TargetGroupRecord,
  { Target, TargetHealth }: TargetHealthDescription,
): void {
  const { Id: id, Port: port = group.port, AvailabilityZone: zone } = Target ?? {}
  const state = TargetHealth?.State
  if (id === undefined || state === 'draining') return
  // Who did not answer there has nobody who listens here.
  if (state !== 'unhealthy') {
    const ports = [port, healthCheckPort(group, { port })]
    listenOn(world, region, id, { ports, behaviour: healthyFor([group]) })
  }
  registerTarget(world, region, group.targetGroupArn, {
    id,
    port,
    ...(zone !== undefined && { availabilityZone: zone }),
  })
}
