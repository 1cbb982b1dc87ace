/** The client of Application Auto Scaling. */
import { ApplicationAutoScalingClient } from '@aws-sdk/client-application-auto-scaling'
import type { AwsService } from '../service.ts'

export const applicationAutoScaling: AwsService<ApplicationAutoScalingClient> = {
  key: 'applicationAutoScaling',
  iamPrefix: 'application-autoscaling',
  create: (config) => new ApplicationAutoScalingClient(config),
}
