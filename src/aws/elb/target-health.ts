/** Health of a target group's targets: one call for each group, so only for what is open. */
import {
  DescribeTargetHealthCommand,
  type TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { Target } from '../../core/elb/target-group.ts'
import { list, present, required, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { elbv2 } from './elbv2.ts'

/** Registered targets, draining ones too. */
export async function listTargetHealth(
  aws: Aws,
  targetGroupArn: string,
  options?: CallOptions,
): Promise<Target[]> {
  const { value } = await call(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: new DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn }),
      take: ({ TargetHealthDescriptions }) =>
        list(TargetHealthDescriptions, 'TargetHealthDescriptions').map(toTarget),
    },
    options,
  )
  return value
}

function toTarget({
  Target: target,
  TargetHealth: health,
  HealthCheckPort,
}: TargetHealthDescription): Target {
  const { Id, Port, AvailabilityZone } = required(target, 'Target')
  return present({
    id: text(Id, 'id of a target'),
    port: Port,
    availabilityZone: AvailabilityZone,
    state: health?.State ?? 'unknown',
    reason: health?.Reason,
    description: health?.Description,
    healthCheckPort: HealthCheckPort,
  })
}
