/** Load balancers of the Region. */
import { queryOptions } from '@tanstack/react-query'
import type { Aws } from '../../aws/context.ts'
import { getLoadBalancer, listLoadBalancers } from '../../aws/elb/load-balancers.ts'
import type { LoadBalancer } from '../../core/elb/load-balancer.ts'
import { urgency } from '../call-options.ts'
import { intervals, polling } from '../polling.ts'

const isMoving = ({ state }: LoadBalancer): boolean => state === 'provisioning'

export function loadBalancersQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'load-balancers'] as const,
    queryFn: (context): Promise<LoadBalancer[]> => listLoadBalancers(aws, urgency(context)),
    ...polling<LoadBalancer[]>(aws, intervals.loadBalancers, (balancers) => balancers.some(isMoving)),
  })
}

/** One by its name. */
export function loadBalancerQuery(aws: Aws, name: string) {
  return queryOptions({
    queryKey: [aws.key, 'load-balancer', name] as const,
    queryFn: (context): Promise<LoadBalancer> => getLoadBalancer(aws, name, urgency(context)),
    ...polling<LoadBalancer>(aws, intervals.loadBalancers, isMoving),
  })
}
