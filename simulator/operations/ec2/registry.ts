/** Registry: EC2, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeAddresses } from './DescribeAddresses.ts'
import { DescribeInstances } from './DescribeInstances.ts'
import { DescribeSecurityGroups } from './DescribeSecurityGroups.ts'
import { DescribeSubnets } from './DescribeSubnets.ts'

export const ec2: ServiceModel = {
  name: 'ec2',
  signingName: 'ec2',
  iamPrefix: 'ec2',
  protocol: 'ec2Query',
  version: '2016-11-15',
  xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
  operations: [DescribeAddresses, DescribeInstances, DescribeSecurityGroups, DescribeSubnets],
}
