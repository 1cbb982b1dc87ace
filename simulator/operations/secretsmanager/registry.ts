/** Registry: AWS Secrets Manager, one line per operation. Values cannot be asked for. */
import type { ServiceModel } from '../../operation.ts'
import { DescribeSecret } from './DescribeSecret.ts'
import { ListSecrets } from './ListSecrets.ts'

export const secretsmanager: ServiceModel = {
  name: 'secretsmanager',
  signingName: 'secretsmanager',
  iamPrefix: 'secretsmanager',
  protocol: 'awsJson1_1',
  target: 'secretsmanager',
  version: '2017-10-17',
  operations: [DescribeSecret, ListSecrets],
}
