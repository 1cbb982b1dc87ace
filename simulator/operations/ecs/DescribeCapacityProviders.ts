/** DescribeCapacityProviders. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeCapacityProviders.html */
import {
  type CapacityProvider,
  type DescribeCapacityProvidersCommandInput,
  type DescribeCapacityProvidersCommandOutput,
  DescribeCapacityProviders$,
} from '@aws-sdk/client-ecs'
import { idOf } from '../../engine/ecs/arns.ts'
import { type Call, operation } from '../../operation.ts'
import type { CapacityProviderRecord } from '../../world/ecs-tables.ts'
import { arn } from '../../world/ids.ts'
import { describeEach, toTags } from './described.ts'
import { listPage } from './list-page.ts'
import { findCluster, own } from './look-up.ts'

export const DescribeCapacityProviders = operation<
  DescribeCapacityProvidersCommandInput,
  DescribeCapacityProvidersCommandOutput
>(
  DescribeCapacityProviders$,
  (input, call) => {
    const known = providersOf(call)
    const inCluster =
      input.cluster === undefined ? undefined : findCluster(call, input.cluster).capacityProviders
    const names = input.capacityProviders?.map(idOf) ?? inCluster ?? Object.keys(known)
    const withTags = input.include?.includes('TAGS') ?? false
    const { views, failures } = describeEach(
      names,
      (name) => own(known, name),
      (record) => providerView(record, withTags),
    )
    const page = listPage(views, input)
    return {
      capacityProviders: page.items,
      failures: failures.map(({ arn: name = '', reason }) => ({ arn: providerArn(call, name), reason })),
      nextToken: page.nextToken,
    }
  },
  (input, call) => ({
    resources: input.capacityProviders?.map((name) => providerArn(call, idOf(name))) ?? ['*'],
  }),
)

function providerArn({ world, region }: Call, name: string): string {
  return arn(world, 'ecs', region.name, `capacity-provider/${name}`)
}

/** The account's own, after the two that AWS keeps for everyone. */
function providersOf(call: Call): Record<string, CapacityProviderRecord> {
  const fargate = ['FARGATE', 'FARGATE_SPOT'].map((name): [string, CapacityProviderRecord] => [
    name,
    { capacityProviderArn: providerArn(call, name), name, status: 'ACTIVE', tags: {} },
  ])
  return { ...Object.fromEntries(fargate), ...call.region.ecs.capacityProviders }
}

function providerView(record: CapacityProviderRecord, withTags: boolean): CapacityProvider {
  return {
    capacityProviderArn: record.capacityProviderArn,
    name: record.name,
    status: record.status,
    autoScalingGroupProvider: record.autoScalingGroupArn
      ? {
          autoScalingGroupArn: record.autoScalingGroupArn,
          managedScaling: {
            ...record.managedScaling,
            minimumScalingStepSize: 1,
            maximumScalingStepSize: 10_000,
            instanceWarmupPeriod: 300,
          },
          managedTerminationProtection: 'DISABLED',
          managedDraining: 'ENABLED',
        }
      : undefined,
    tags: withTags ? toTags(record.tags) : [],
  }
}
