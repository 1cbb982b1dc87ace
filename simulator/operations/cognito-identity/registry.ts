/** Registry: Cognito Identity, one line per operation. All of them are unsigned: the login token is the proof. */
import type { ServiceModel } from '../../operation.ts'
import { GetCredentialsForIdentity } from './GetCredentialsForIdentity.ts'
import { GetId } from './GetId.ts'

export const cognitoIdentity: ServiceModel = {
  name: 'cognitoIdentity',
  signingName: 'cognito-identity',
  iamPrefix: 'cognito-identity',
  protocol: 'awsJson1_1',
  target: 'AWSCognitoIdentityService',
  version: '2014-06-30',
  unsigned: ['GetId', 'GetCredentialsForIdentity'],
  operations: [GetCredentialsForIdentity, GetId],
}
