/** The client of CodeDeploy. */
import { CodeDeployClient } from '@aws-sdk/client-codedeploy'
import type { AwsService } from '../service.ts'

export const codedeploy: AwsService<CodeDeployClient> = {
  key: 'codedeploy',
  iamPrefix: 'codedeploy',
  create: (config) => new CodeDeployClient(config),
}
