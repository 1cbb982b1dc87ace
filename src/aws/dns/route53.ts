/** The client of Route 53, a global service whose control plane is in us-east-1. */
import { Route53Client } from '@aws-sdk/client-route-53'
import type { AwsService } from '../service.ts'

export const route53: AwsService<Route53Client> = {
  key: 'route53',
  iamPrefix: 'route53',
  create: (config) => new Route53Client({ ...config, region: 'us-east-1' }),
}
