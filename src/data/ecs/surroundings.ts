/** The network around a service, as the linter asks for it. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { describeSurroundings, type Surroundings, type Whereabouts } from '../../aws/ecs/surroundings.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

export { whereaboutsOf } from '../../aws/ecs/surroundings.ts'

/** Load balancers, security groups and subnets. */
export function surroundingsQuery(aws: Aws, where: Whereabouts) {
  return queryOptions({
    queryKey: [aws.key, 'surroundings', where] as const,
    queryFn: (context): Promise<Surroundings> => describeSurroundings(aws, where, urgency(context)),
    ...polling<Surroundings>(aws, intervals.loadBalancers),
  })
}
