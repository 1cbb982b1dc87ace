/** Scalable targets of ECS services. */
import {
  DescribeScalableTargetsCommand,
  type ScalableTarget as SdkScalableTarget,
} from '@aws-sdk/client-application-auto-scaling'
import type { ScalableTarget } from '../../core/ecs/scalable-target.ts'
import { list, required, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { applicationAutoScaling } from './application-auto-scaling.ts'

/** Undefined for a service whose desired count nothing scales. @throws AwsProblem */
export async function findScalableTarget(
  aws: Aws,
  cluster: string,
  service: string,
  options?: CallOptions,
): Promise<ScalableTarget | undefined> {
  const command = new DescribeScalableTargetsCommand({
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceIds: [`service/${cluster}/${service}`],
  })
  const { value } = await call(
    aws,
    {
      service: applicationAutoScaling,
      bucket: 'application-autoscaling',
      command,
      take: ({ ScalableTargets }) => list(ScalableTargets, 'ScalableTargets').map(toScalableTarget)[0],
    },
    options,
  )
  return value
}

function toScalableTarget(target: SdkScalableTarget): ScalableTarget {
  const { DynamicScalingInSuspended, DynamicScalingOutSuspended } = target.SuspendedState ?? {}
  return {
    resourceId: text(target.ResourceId, 'ResourceId'),
    minCapacity: required(target.MinCapacity, 'MinCapacity'),
    maxCapacity: required(target.MaxCapacity, 'MaxCapacity'),
    suspended: DynamicScalingInSuspended === true && DynamicScalingOutSuspended === true,
  }
}
