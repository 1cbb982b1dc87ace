/** Capacity providers: describe. */
import { type CapacityProvider as SdkProvider, DescribeCapacityProvidersCommand } from '@aws-sdk/client-ecs'
import type { CapacityProvider } from '../../core/ecs/capacity-provider.ts'
import type { Described } from '../../core/problem.ts'
import { list, present, tagMap, text } from '../answer.ts'
import { inBatches } from '../batch.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ecs } from './ecs.ts'
import { toFailures } from './failures.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeCapacityProviders.html (10 results a page, 100 names) */
const batchSize = 10

/** Capacity providers by name or ARN. */
export function describeCapacityProviders(
  aws: Aws,
  names: readonly string[],
  options?: CallOptions,
): Promise<Described<CapacityProvider>> {
  return inBatches(names, batchSize, async (capacityProviders) => {
    const command = new DescribeCapacityProvidersCommand({ capacityProviders, include: ['TAGS'] })
    const { value } = await call(
      aws,
      {
        service: ecs,
        bucket: 'ecs:cluster-read',
        command,
        take: (output) => ({
          items: list(output.capacityProviders, 'capacityProviders').map(toCapacityProvider),
          failures: toFailures(output.failures),
        }),
      },
      options,
    )
    return value
  })
}

function toCapacityProvider(provider: SdkProvider): CapacityProvider {
  const group = provider.autoScalingGroupProvider
  return present({
    arn: provider.capacityProviderArn,
    name: text(provider.name, 'name of a capacity provider'),
    status: provider.status ?? 'UNKNOWN',
    updateStatus: provider.updateStatus,
    updateStatusReason: provider.updateStatusReason,
    autoScalingGroupArn: group?.autoScalingGroupArn,
    managedScaling: group && toScaling(group.managedScaling),
    managedTerminationProtection: isEnabled(group?.managedTerminationProtection),
    managedDraining: isEnabled(group?.managedDraining),
    tags: tagMap(provider.tags),
  })
}

type SdkScaling = NonNullable<SdkProvider['autoScalingGroupProvider']>['managedScaling']

function toScaling(scaling: SdkScaling): CapacityProvider['managedScaling'] {
  return present({
    enabled: scaling?.status === 'ENABLED',
    targetCapacity: scaling?.targetCapacity,
    minimumStep: scaling?.minimumScalingStepSize,
    maximumStep: scaling?.maximumScalingStepSize,
    instanceWarmupPeriod: scaling?.instanceWarmupPeriod,
  })
}

function isEnabled(value: string | undefined): boolean | undefined {
  return value === undefined ? undefined : value === 'ENABLED'
}
