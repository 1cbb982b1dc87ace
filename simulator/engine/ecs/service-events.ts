/**
 * The list of a service's events. While a condition lasts (steady state, a task that cannot be placed) AWS says so again
 * each six hours; those repetitions are worked out when the list is read, so that a steady fleet costs nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages.html
 */
import type { ServiceEventRecord, ServiceRecord } from '../../world/ecs-tables.ts'
import { uuid } from '../../world/ids.ts'
import { noise } from '../../world/random.ts'
import type { World } from '../../world/world.ts'

const repeatMs = 6 * 3_600_000
const kept = 100

/** Writes an event of something that happened once. */
export function addEvent(world: World, service: ServiceRecord, message: string): void {
  settle(service, world.now)
  service.events.unshift({ id: uuid(world), createdAt: world.now, message })
  if (service.events.length > kept) service.events.length = kept
}

/** Writes an event of a condition that lasts until `endStanding`; the same condition announced again is not repeated. */
export function announce(
  world: World,
  service: ServiceRecord,
  kind: NonNullable<ServiceRecord['standing']>['kind'],
  message: string,
): void {
  if (service.standing?.kind === kind && service.standing.message === message) return
  addEvent(world, service, message)
  service.standing = { kind, message, at: world.now }
}

/** The condition holds no longer. */
export function endStanding(world: World, service: ServiceRecord): void {
  settle(service, world.now)
  delete service.standing
}

/** Newest first, at most 100, as of `now` (ms since the epoch). Reading changes nothing. */
export function eventsOf(service: ServiceRecord, now: number): ServiceEventRecord[] {
  return [...repetitions(service, now), ...service.events].slice(0, kept)
}

/** Makes the repetitions so far part of the record, before something newer is written. */
function settle(service: ServiceRecord, now: number): void {
  const repeated = repetitions(service, now)
  const [newest] = repeated
  if (!newest || !service.standing) return
  service.events = [...repeated, ...service.events].slice(0, kept)
  service.standing.at = newest.createdAt
}

function repetitions(service: ServiceRecord, now: number): ServiceEventRecord[] {
  const { standing } = service
  if (!standing) return []
  const times = Math.min(kept, Math.floor((now - standing.at) / repeatMs))
  return Array.from({ length: times }, (_, index) => {
    const createdAt = standing.at + (times - index) * repeatMs
    return { id: idFor(`${service.serviceArn}/${createdAt}`), createdAt, message: standing.message }
  })
}

/** A UUID that is the same however often it is read. */
function idFor(key: string): string {
  const hex = [0, 1, 2, 3]
    .map((part) =>
      Math.floor(noise(`${key}/${part}`) * 4294967296)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
