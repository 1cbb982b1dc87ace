/** The client of AWS Secrets Manager. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { AwsService } from '../service.ts'

export const secretsmanager: AwsService<SecretsManagerClient> = {
  key: 'secretsmanager',
  iamPrefix: 'secretsmanager',
  create: (config) => new SecretsManagerClient(config),
}
