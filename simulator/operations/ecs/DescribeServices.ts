/** DescribeServices, at most ten at once. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
import {
  type DescribeServicesCommandInput,
  type DescribeServicesCommandOutput,
  DescribeServices$,
} from '@aws-sdk/client-ecs'
import { operation } from '../../operation.ts'
import { checkCount, describeEach } from './described.ts'
import { findCluster, inCluster, own, resourceArn } from './look-up.ts'
import { serviceView } from './service-view.ts'

const limit = 10

export const DescribeServices = operation<DescribeServicesCommandInput, DescribeServicesCommandOutput>(
  DescribeServices$,
  (input, call) => {
    const { world, region } = call
    const names = checkCount(input.services, 'Services', limit)
    const { clusterName } = findCluster(call, input.cluster)
    const withTags = input.include?.includes('TAGS') ?? false
    const { views, failures } = describeEach(
      names.map((name) => resourceArn(call, 'service', clusterName, name)),
      (arn) => own(region.ecs.services, arn),
      (service) => serviceView(region, service, world.now, withTags),
    )
    return { services: views, failures }
  },
  (input, call) => inCluster(call, input.cluster, 'service', input.services),
)
