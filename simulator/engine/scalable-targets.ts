/** Registers ECS services with Application Auto Scaling. Their desired counts are not scaled: the limits are data. */
import type { ScalableTargetRecord } from '../world/application-auto-scaling-tables.ts'
import { regionOf } from '../world/create.ts'
import { hexId } from '../world/ids.ts'
import type { World } from '../world/world.ts'

export type ScalableTargetOptions = { cluster: string; service: string } & Pick<
  ScalableTargetRecord,
  'minCapacity' | 'maxCapacity'
> &
  Partial<Pick<ScalableTargetRecord, 'suspended'>>

/** Names the limits between which a service's desired count may be scaled. */
export function registerScalableTarget(
  world: World,
  region: string,
  { cluster, service, minCapacity, maxCapacity, suspended }: ScalableTargetOptions,
): ScalableTargetRecord {
  const { accountId } = world
  const role = 'ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService'
  const made: ScalableTargetRecord = {
    resourceId: `service/${cluster}/${service}`,
    arn: `arn:aws:application-autoscaling:${region}:${accountId}:scalable-target/0ec${hexId(world, 29)}`,
    minCapacity,
    maxCapacity,
    roleArn: `arn:aws:iam::${accountId}:role/aws-service-role/${role}`,
    suspended: suspended ?? { scaleIn: false, scaleOut: false, scheduled: false },
    createdAt: world.now,
  }
  regionOf(world, region).scalableTargets[made.resourceId] = made
  return made
}
