import {
  DescribeTargetHealth$,
  type DescribeTargetHealthCommandInput,
  type DescribeTargetHealthCommandOutput,
  type TargetDescription,
  type TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { healthCheckPort } from '../../engine/elb/probe.ts'
import { operation } from '../../operation.ts'
import type { TargetGroupRecord, TargetRecord } from '../../world/elb-tables.ts'
import { targetGroupByArn } from './look-up.ts'

/** Health of all targets of one group, or of those named; ELB gives no pages here. */
export const DescribeTargetHealth = operation<
  DescribeTargetHealthCommandInput,
  DescribeTargetHealthCommandOutput
>(DescribeTargetHealth$, (input, { region }) => {
  const arn = input.TargetGroupArn ?? ''
  const group = targetGroupByArn(region, arn, `Target groups '${arn}' not found`)
  const asked = input.Targets ?? []
  const descriptions =
    asked.length > 0
      ? asked.map((target) => healthOf(group, target))
      : Object.values(group.targets).map((target) => toDescription(group, target))
  return { TargetHealthDescriptions: descriptions }
})

function healthOf(
  group: TargetGroupRecord,
  { Id: id = '', Port: port = group.port }: TargetDescription,
): TargetHealthDescription {
  const target = group.targets[`${id}:${port}`]
  if (target) return toDescription(group, target)
  return {
    Target: { Id: id, Port: port },
    TargetHealth: {
      State: 'unused',
      Reason: 'Target.NotRegistered',
      Description: 'Target is not registered to the target group',
    },
  }
}

function toDescription(group: TargetGroupRecord, target: TargetRecord): TargetHealthDescription {
  // AWS names the zone of addresses only: an instance has its own.
  const zone = group.targetType === 'ip' ? target.availabilityZone : undefined
  return {
    Target: { Id: target.id, Port: target.port, AvailabilityZone: zone },
    HealthCheckPort: String(healthCheckPort(group, target)),
    TargetHealth: {
      State: target.state,
      Reason: target.reason as NonNullable<TargetHealthDescription['TargetHealth']>['Reason'],
      Description: target.description,
    },
  }
}
