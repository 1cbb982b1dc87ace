/** GetHealthCheck. https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheck.html */
import { GetHealthCheck$ } from '@aws-sdk/client-route-53'
import type { GetHealthCheckCommandInput, GetHealthCheckCommandOutput } from '@aws-sdk/client-route-53'
import { operation } from '../../operation.ts'
import { healthCheckView } from './health-check-view.ts'
import { about, healthCheckById } from './look-up.ts'

export const GetHealthCheck = operation<GetHealthCheckCommandInput, GetHealthCheckCommandOutput>(
  GetHealthCheck$,
  ({ HealthCheckId }, { world }) => ({ HealthCheck: healthCheckView(healthCheckById(world, HealthCheckId)) }),
  ({ HealthCheckId }) => about('healthcheck', HealthCheckId),
)
