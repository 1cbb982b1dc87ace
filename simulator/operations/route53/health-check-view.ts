/** A health check as answers show it. https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheck.html */
import type { HealthCheck } from '@aws-sdk/client-route-53'
import type { HealthCheckRecord } from '../../world/dns-tables.ts'

export function healthCheckView({ id, callerReference, config, version }: HealthCheckRecord): HealthCheck {
  return { Id: id, CallerReference: callerReference, HealthCheckConfig: config, HealthCheckVersion: version }
}
