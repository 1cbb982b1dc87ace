/** The ECS client. */
import { ECSClient } from '@aws-sdk/client-ecs'
import type { AwsService } from '../service.ts'

export const ecs: AwsService<ECSClient> = {
  key: 'ecs',
  iamPrefix: 'ecs',
  create: (config) => new ECSClient(config),
}
