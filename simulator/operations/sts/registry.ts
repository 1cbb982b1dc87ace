/** Registry: STS, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { GetCallerIdentity } from './GetCallerIdentity.ts'

export const sts: ServiceModel = {
  name: 'sts',
  signingName: 'sts',
  iamPrefix: 'sts',
  protocol: 'awsQuery',
  version: '2011-06-15',
  xmlNamespace: 'https://sts.amazonaws.com/doc/2011-06-15/',
  operations: [GetCallerIdentity],
}
