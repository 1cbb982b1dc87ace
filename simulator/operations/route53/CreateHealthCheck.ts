/** CreateHealthCheck. https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHealthCheck.html */
import { CreateHealthCheck$ } from '@aws-sdk/client-route-53'
import type { CreateHealthCheckCommandInput, CreateHealthCheckCommandOutput } from '@aws-sdk/client-route-53'
import { AwsError, operation } from '../../operation.ts'
import { uuid } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import { completeConfig } from './health-check-config.ts'
import { healthCheckView } from './health-check-view.ts'

export const CreateHealthCheck = operation<CreateHealthCheckCommandInput, CreateHealthCheckCommandOutput>(
  CreateHealthCheck$,
  ({ CallerReference = '', HealthCheckConfig }, { world }) => {
    const config = completeConfig(HealthCheckConfig ?? { Type: undefined })
    const same = Object.values(world.dns.healthChecks).find(
      (known) => known.callerReference === CallerReference,
    )
    if (same && JSON.stringify(same.config) !== JSON.stringify(config)) {
      const message = `A health check with CallerReference ${CallerReference} and other settings has been created already.`
      throw new AwsError('HealthCheckAlreadyExists', message)
    }
    const made = same ?? {
      id: uuid(world),
      callerReference: CallerReference,
      config,
      createdAt: world.now,
      version: 1,
      tags: {},
    }
    if (!same) {
      world.dns.healthChecks[made.id] = made
      journal(world, { type: 'effect', name: 'health-check-created', region: 'us-east-1', subject: made.id })
    }
    return {
      HealthCheck: healthCheckView(made),
      Location: `https://route53.amazonaws.com/2013-04-01/healthcheck/${made.id}`,
    }
  },
)
