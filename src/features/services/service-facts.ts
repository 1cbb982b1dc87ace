/** Short facts about a service, read from its settings. */
import type { Service } from '../../core/ecs/service.ts'

/** The launch type, or the capacity providers that stand in its place. */
export function launchTypeOf(service: Service): string {
  const providers = service.capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider)
  return providers.length > 0 ? providers.join(', ') : (service.launchType ?? '')
}
