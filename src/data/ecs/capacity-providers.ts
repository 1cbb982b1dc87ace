/** Capacity providers by name. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { describeCapacityProviders } from '../../aws/ecs/capacity-providers.ts'
import type { CapacityProvider } from '../../core/ecs/capacity-provider.ts'
import type { Described } from '../../core/problem.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** Those that a cluster names; asks nothing for none. */
export function capacityProvidersQuery(aws: Aws, names: readonly string[]) {
  return queryOptions({
    queryKey: [aws.key, 'capacity-providers', ...names] as const,
    queryFn: (context): Promise<Described<CapacityProvider>> =>
      describeCapacityProviders(aws, names, urgency(context)),
    ...polling<Described<CapacityProvider>>(aws, intervals.capacityProviders),
  })
}
