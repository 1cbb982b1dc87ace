/** Short facts about a service, read from its ARNs and settings. */
import type { Service } from '../../core/ecs/service.ts'

/** The launch type, or the capacity providers that stand in its place. */
export function launchTypeOf(service: Service): string {
  const providers = service.capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider)
  return providers.length > 0 ? providers.join(', ') : (service.launchType ?? '')
}

/** A target group's name from its ARN: `…:targetgroup/<name>/<id>`. */
export function targetGroupName(arn: string): string {
  return arn.split('/')[1] ?? arn
}
