/** What the events of load balancing do: endpoints that change, checks that come due, targets that have drained. */
import type { ScheduledEvent, World } from '../../world/world.ts'
import type { EventHandler } from '../advance.ts'
import { removeDrained } from '../targets.ts'
import { onAnswersDue } from '../traffic/answers.ts'
import { scheduleAnswers, scheduleVisits } from '../traffic/due.ts'
import { onRoutesDue } from '../traffic/routes.ts'
import { onHealthDue, review, targetKey } from './health.ts'
import { healthCheckPort } from './probe.ts'

/** Something started or stopped listening on a port of an instance or IP address. */
function onEndpointChanged(world: World, event: ScheduledEvent): void {
  const region = event.region
  const port = Number(event.data?.port)
  scheduleVisits(world)
  for (const group of Object.values(world.regions[region]?.elb.targetGroups ?? {})) {
    const direct = group.targets[targetKey({ id: event.subject, port })]
    const targets =
      group.healthCheck.port === 'traffic-port'
        ? [direct ?? []].flat()
        : Object.values(group.targets).filter(
            (target) =>
              target.id === event.subject && [target.port, healthCheckPort(group, target)].includes(port),
          )
    for (const target of targets) review({ world, region, group, target })
    if (targets.length > 0) scheduleAnswers(world, region, group.targetGroupArn)
  }
}

export const elbHandlers: Record<string, EventHandler> = {
  'endpoint-changed': onEndpointChanged,
  'target-health-due': onHealthDue,
  'routes-due': onRoutesDue,
  'answers-due': onAnswersDue,
  'target-drained': (world, event) =>
    removeDrained(
      world,
      event.region,
      event.subject,
      targetKey({ id: String(event.data?.id), port: Number(event.data?.port) }),
    ),
}
