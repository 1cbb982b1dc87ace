/** DeleteHealthCheck: also while record sets name it. https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHealthCheck.html */
import { DeleteHealthCheck$ } from '@aws-sdk/client-route-53'
import type { DeleteHealthCheckCommandInput, DeleteHealthCheckCommandOutput } from '@aws-sdk/client-route-53'
import { scheduleNames } from '../../engine/traffic/due.ts'
import { operation } from '../../operation.ts'
import { journal } from '../../world/journal.ts'
import { about, healthCheckById } from './look-up.ts'

export const DeleteHealthCheck = operation<DeleteHealthCheckCommandInput, DeleteHealthCheckCommandOutput>(
  DeleteHealthCheck$,
  ({ HealthCheckId }, { world }) => {
    const { id } = healthCheckById(world, HealthCheckId)
    delete world.dns.healthChecks[id]
    journal(world, { type: 'effect', name: 'health-check-deleted', region: 'us-east-1', subject: id })
    scheduleNames(world)
    return {}
  },
  ({ HealthCheckId }) => about('healthcheck', HealthCheckId),
)
