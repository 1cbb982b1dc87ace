/** The client of Amazon ECR. */
import { ECRClient } from '@aws-sdk/client-ecr'
import type { AwsService } from '../service.ts'

export const ecr: AwsService<ECRClient> = {
  key: 'ecr',
  iamPrefix: 'ecr',
  create: (config) => new ECRClient(config),
}
