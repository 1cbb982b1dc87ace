/** Target groups: list, by ARN, by name. */
import {
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  type DescribeTargetGroupsCommandInput,
  type TargetGroup as SdkTargetGroup,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import type { TargetGroup, TargetGroupAttributes } from '../../core/elb/target-group.ts'
import { chunks } from '../../lib/arrays.ts'
import { list, present, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { theOne } from '../the-one.ts'
import { elbArnBatch, elbPageSize, elbv2 } from './elbv2.ts'

/** All target groups of the Region. */
export function listTargetGroups(aws: Aws, options?: CallOptions): Promise<TargetGroup[]> {
  return describe(aws, { PageSize: elbPageSize }, options)
}

/** @throws AwsProblem of kind `not-found` when one of them does not exist */
export async function describeTargetGroups(
  aws: Aws,
  arns: readonly string[],
  options?: CallOptions,
): Promise<TargetGroup[]> {
  const batches = chunks([...new Set(arns)], elbArnBatch)
  return (
    await Promise.all(batches.map((TargetGroupArns) => describe(aws, { TargetGroupArns }, options)))
  ).flat()
}

/** One by its name. @throws AwsProblem of kind `not-found` */
export async function getTargetGroup(aws: Aws, name: string, options?: CallOptions): Promise<TargetGroup> {
  const found = await describe(aws, { Names: [name] }, options)
  return theOne(found, [], 'elasticloadbalancing:DescribeTargetGroups', `Target group ${name}`)
}

/** Attributes of one group: AWS takes no list of them. @throws AwsProblem */
export async function getTargetGroupAttributes(
  aws: Aws,
  arn: string,
  options?: CallOptions,
): Promise<TargetGroupAttributes> {
  const command = new DescribeTargetGroupAttributesCommand({ TargetGroupArn: arn })
  const { value } = await call(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command,
      take: ({ Attributes }) => {
        const delay = list(Attributes, 'Attributes').find(
          ({ Key }) => Key === 'deregistration_delay.timeout_seconds',
        )?.Value
        return present({ deregistrationDelaySeconds: delay === undefined ? undefined : Number(delay) })
      },
    },
    options,
  )
  return value
}

function describe(
  aws: Aws,
  input: DescribeTargetGroupsCommandInput,
  options: CallOptions | undefined,
): Promise<TargetGroup[]> {
  return listAll(
    aws,
    {
      service: elbv2,
      bucket: 'elb',
      command: (Marker) => new DescribeTargetGroupsCommand({ ...input, Marker }),
      take: ({ TargetGroups, NextMarker }) => ({
        items: list(TargetGroups, 'TargetGroups').map(toTargetGroup),
        next: NextMarker,
      }),
      id: ({ arn }) => arn,
    },
    options,
  )
}

function toTargetGroup(group: SdkTargetGroup): TargetGroup {
  return present({
    arn: text(group.TargetGroupArn, 'TargetGroupArn'),
    name: text(group.TargetGroupName, 'TargetGroupName'),
    protocol: group.Protocol,
    port: group.Port,
    vpcId: group.VpcId,
    targetType: group.TargetType ?? 'unknown',
    loadBalancerArns: group.LoadBalancerArns ?? [],
    healthCheck: present({
      enabled: group.HealthCheckEnabled ?? true,
      protocol: group.HealthCheckProtocol,
      path: group.HealthCheckPath,
      port: group.HealthCheckPort,
      intervalSeconds: group.HealthCheckIntervalSeconds,
      timeoutSeconds: group.HealthCheckTimeoutSeconds,
      healthyThreshold: group.HealthyThresholdCount,
      unhealthyThreshold: group.UnhealthyThresholdCount,
      matcher: group.Matcher?.HttpCode ?? group.Matcher?.GrpcCode,
    }),
  })
}
