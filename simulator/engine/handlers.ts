/** Registry: which function runs for which kind of event. One line per group of handlers. */
import type { EventHandler } from './advance.ts'
import { dnsHandlers } from './dns/handlers.ts'
import { resolverHandlers } from './dns/resolver-events.ts'
import { ecsHandlers } from './ecs/handlers.ts'
import { elbHandlers } from './elb/handlers.ts'
import { visitHandlers } from './traffic/visits.ts'

export const handlers: Record<string, EventHandler> = {
  ...dnsHandlers,
  ...ecsHandlers,
  ...elbHandlers,
  ...resolverHandlers,
  ...visitHandlers,
}
