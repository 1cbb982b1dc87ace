/** Listeners of a load balancer, and their rules. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { listListeners, listRules } from '../../aws/elb/listeners.ts'
import type { Listener, Rule } from '../../core/elb/load-balancer.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

/** By port. */
export function listenersQuery(aws: Aws, loadBalancerArn: string) {
  return queryOptions({
    queryKey: [aws.key, 'listeners', loadBalancerArn] as const,
    queryFn: (context): Promise<Listener[]> => listListeners(aws, loadBalancerArn, urgency(context)),
    ...polling<Listener[]>(aws, intervals.listeners),
  })
}

/** In the order they are tried, the default rule last. */
export function rulesQuery(aws: Aws, listenerArn: string) {
  return queryOptions({
    queryKey: [aws.key, 'rules', listenerArn] as const,
    queryFn: (context): Promise<Rule[]> => listRules(aws, listenerArn, urgency(context)),
    ...polling<Rule[]>(aws, intervals.listeners),
  })
}
