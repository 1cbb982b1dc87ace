/** Registry: Amazon ECR, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { BatchGetImage } from './BatchGetImage.ts'
import { DescribeImages } from './DescribeImages.ts'
import { DescribeRepositories } from './DescribeRepositories.ts'

export const ecr: ServiceModel = {
  name: 'ecr',
  signingName: 'ecr',
  iamPrefix: 'ecr',
  protocol: 'awsJson1_1',
  target: 'AmazonEC2ContainerRegistry_V20150921',
  version: '2015-09-21',
  operations: [BatchGetImage, DescribeImages, DescribeRepositories],
}
