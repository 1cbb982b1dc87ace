/** GetHealthCheckStatus: what each checker last saw. https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHealthCheckStatus.html */
import { GetHealthCheckStatus$ } from '@aws-sdk/client-route-53'
import type {
  GetHealthCheckStatusCommandInput,
  GetHealthCheckStatusCommandOutput,
  HealthCheckRegion,
} from '@aws-sdk/client-route-53'
import { resolveBlind } from '../../engine/dns/authority.ts'
import { observations, probes } from '../../engine/dns/health-check.ts'
import { AwsError, operation } from '../../operation.ts'
import { about, healthCheckById } from './look-up.ts'

export const GetHealthCheckStatus = operation<
  GetHealthCheckStatusCommandInput,
  GetHealthCheckStatusCommandOutput
>(
  GetHealthCheckStatus$,
  ({ HealthCheckId }, { world }) => {
    const check = healthCheckById(world, HealthCheckId)
    if (!probes(check.config)) {
      throw new AwsError(
        'InvalidInput',
        `The status of a health check of type ${check.config.Type} is not available.`,
      )
    }
    const seen = observations(world, check, (name) => resolveBlind(world, name))
    return {
      HealthCheckObservations: seen.map(({ region, ipAddress, status, checkedAt }) => ({
        Region: region as HealthCheckRegion,
        IPAddress: ipAddress,
        StatusReport: { Status: status, CheckedTime: new Date(checkedAt) },
      })),
    }
  },
  ({ HealthCheckId }) => about('healthcheck', HealthCheckId),
)
