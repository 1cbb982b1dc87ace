/** Registry: IAM, one line per operation. */
import type { ServiceModel } from '../../operation.ts'
import { GetRole } from './GetRole.ts'
import { ListRoles } from './ListRoles.ts'

export const iam: ServiceModel = {
  name: 'iam',
  signingName: 'iam',
  iamPrefix: 'iam',
  protocol: 'awsQuery',
  version: '2010-05-08',
  xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
  operations: [GetRole, ListRoles],
}
