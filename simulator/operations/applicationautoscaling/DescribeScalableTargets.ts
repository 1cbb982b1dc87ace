/** DescribeScalableTargets. https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalableTargets.html */
import {
  DescribeScalableTargets$,
  type DescribeScalableTargetsCommandInput,
  type DescribeScalableTargetsCommandOutput,
  type ScalableTarget,
} from '@aws-sdk/client-application-auto-scaling'
import { AwsError, operation } from '../../operation.ts'
import type { ScalableTargetRecord } from '../../world/application-auto-scaling-tables.ts'
import { pageOf } from '../page.ts'

/** Targets per answer, at most and unasked. */
const PAGE = 50

/** The only thing of an ECS service that is scaled. */
const DIMENSION = 'ecs:service:DesiredCount'

export const DescribeScalableTargets = operation<
  DescribeScalableTargetsCommandInput,
  DescribeScalableTargetsCommandOutput
>(DescribeScalableTargets$, (input, { region }) => {
  const { ServiceNamespace, ResourceIds = [], ScalableDimension = DIMENSION, NextToken } = input
  if (ResourceIds.length > PAGE) {
    throw new AwsError('ValidationException', `You can specify up to ${PAGE} resource identifiers`)
  }
  const wanted = Object.values(region.scalableTargets).filter(
    ({ resourceId }) =>
      ServiceNamespace === 'ecs' &&
      ScalableDimension === DIMENSION &&
      (ResourceIds.length === 0 || ResourceIds.includes(resourceId)),
  )
  const page = pageOf(wanted, Math.min(input.MaxResults ?? PAGE, PAGE), NextToken)
  if (!page) throw new AwsError('InvalidNextTokenException', 'The next token is not valid')
  return { ScalableTargets: page.items.map(toTarget), NextToken: page.nextToken }
})

function toTarget(record: ScalableTargetRecord): ScalableTarget {
  const { scaleIn, scaleOut, scheduled } = record.suspended
  return {
    ServiceNamespace: 'ecs',
    ResourceId: record.resourceId,
    ScalableDimension: DIMENSION,
    MinCapacity: record.minCapacity,
    MaxCapacity: record.maxCapacity,
    RoleARN: record.roleArn,
    CreationTime: new Date(record.createdAt),
    SuspendedState: {
      DynamicScalingInSuspended: scaleIn,
      DynamicScalingOutSuspended: scaleOut,
      ScheduledScalingSuspended: scheduled,
    },
    ScalableTargetARN: record.arn,
  }
}
