/** What a load balancer says of itself beside its description: attributes, tags, reserved capacity. */
import {
  DescribeCapacityReservationCommand,
  type DescribeCapacityReservationCommandOutput,
  DescribeLoadBalancerAttributesCommand,
  DescribeTagsCommand,
  type LoadBalancerAttribute,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { CapacityReservation, LoadBalancerAttributes } from '../../core/elb/load-balancer.ts'
import { chunks } from '../../lib/arrays.ts'
import { list, present, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { elbArnBatch, elbv2 } from './elbv2.ts'

/** @throws AwsProblem */
export async function getLoadBalancerAttributes(
  aws: Aws,
  arn: string,
  options?: CallOptions,
): Promise<LoadBalancerAttributes> {
  const { value } = await call(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn }),
      take: ({ Attributes }) => toAttributes(list(Attributes, 'Attributes')),
    },
    options,
  )
  return value
}

/** Tags of load balancers by ARN, in twenties. @throws AwsProblem of kind `not-found` when one does not exist */
export async function describeLoadBalancerTags(
  aws: Aws,
  arns: readonly string[],
  options?: CallOptions,
): Promise<Record<string, Record<string, string>>> {
  const answers = await Promise.all(
    chunks([...new Set(arns)], elbArnBatch).map((ResourceArns) =>
      call(
        aws,
        {
          service: elbv2,
          bucket: 'elb',
          command: new DescribeTagsCommand({ ResourceArns }),
          take: ({ TagDescriptions }) =>
            list(TagDescriptions, 'TagDescriptions').map(({ ResourceArn, Tags = [] }) => [
              text(ResourceArn, 'ResourceArn'),
              Object.fromEntries(Tags.map(({ Key, Value }) => [text(Key, 'a tag key'), Value ?? ''])),
            ]),
        },
        options,
      ),
    ),
  )
  return Object.fromEntries(answers.flatMap(({ value }) => value))
}

/** Undefined without a reservation: capacity then follows the traffic. @throws AwsProblem */
export async function getCapacityReservation(
  aws: Aws,
  arn: string,
  options?: CallOptions,
): Promise<CapacityReservation | undefined> {
  const { value } = await call(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: new DescribeCapacityReservationCommand({ LoadBalancerArn: arn }),
      take: toReservation,
    },
    options,
  )
  return value
}

function toAttributes(attributes: readonly LoadBalancerAttribute[]): LoadBalancerAttributes {
  const valueOf = (wanted: string): string | undefined => attributes.find(({ Key }) => Key === wanted)?.Value
  const seconds = (wanted: string): number | undefined => {
    const value = valueOf(wanted)
    return value === undefined ? undefined : Number(value)
  }
  return present({
    deletionProtection: valueOf('deletion_protection.enabled') === 'true',
    idleTimeoutSeconds: seconds('idle_timeout.timeout_seconds'),
    clientKeepAliveSeconds: seconds('client_keep_alive.seconds'),
  })
}

function toReservation(answer: DescribeCapacityReservationCommandOutput): CapacityReservation | undefined {
  const units = answer.MinimumLoadBalancerCapacity?.CapacityUnits
  if (units === undefined || units === 0) return undefined
  return {
    units,
    zones: (answer.CapacityReservationState ?? []).map((zone) => ({
      zone: zone.AvailabilityZone ?? 'unknown',
      state: zone.State?.Code ?? 'unknown',
      units: zone.EffectiveCapacityUnits ?? 0,
    })),
  }
}
