/** Registry: AWS Systems Manager, of which only Parameter Store is here. Values cannot be asked for. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeParameters } from './DescribeParameters.ts'

export const ssm: ServiceModel = {
  name: 'ssm',
  signingName: 'ssm',
  iamPrefix: 'ssm',
  protocol: 'awsJson1_1',
  target: 'AmazonSSM',
  version: '2014-11-06',
  operations: [DescribeParameters],
}
