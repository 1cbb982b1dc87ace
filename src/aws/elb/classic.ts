/** The client of Elastic Load Balancing version 1: classic load balancers, which a cutover moves away from. */
import { ElasticLoadBalancingClient } from '@aws-sdk/client-elastic-load-balancing'
import type { AwsService } from '../service.ts'

export const classic: AwsService<ElasticLoadBalancingClient> = {
  key: 'elb',
  iamPrefix: 'elasticloadbalancing',
  create: (config) => new ElasticLoadBalancingClient(config),
}
