/** The client of Elastic Load Balancing v2. Loaded with the pages that need it, not with the first rows. */
import { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2'
import type { AwsService } from '../service.ts'

export const elbv2: AwsService<ElasticLoadBalancingV2Client> = {
  key: 'elbv2',
  iamPrefix: 'elasticloadbalancing',
  create: (config) => new ElasticLoadBalancingV2Client(config),
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeLoadBalancers.html */
export const elbPageSize = 400

/** Most ARNs in one Describe call. https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetGroups.html */
export const elbArnBatch = 20
