/** The client of AWS Certificate Manager. */
import { ACMClient } from '@aws-sdk/client-acm'
import type { AwsService } from '../service.ts'

export const acm: AwsService<ACMClient> = {
  key: 'acm',
  iamPrefix: 'acm',
  create: (config) => new ACMClient(config),
}
