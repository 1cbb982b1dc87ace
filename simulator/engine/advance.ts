/** Time moves the world: runs every due event in order up to a moment. Nothing else changes `world.now`, but a scenario that gives itself a past. */
import type { ScheduledEvent, World } from '../world/world.ts'
import { handlers } from './handlers.ts'
import { takeDue } from './schedule.ts'

/** What an event kind does to the world; see engine/handlers.ts for the registry. */
export type EventHandler = (world: World, event: ScheduledEvent) => void

/** Moves world time to `time` (ms since the epoch); earlier times leave the world as it is. */
export function advanceTo(world: World, time: number): void {
  for (let event = takeDue(world, time); event; event = takeDue(world, time)) {
    world.now = Math.max(world.now, event.at)
    const handle = handlers[event.kind]
    if (!handle) throw new Error(`No handler for the event kind "${event.kind}"`)
    handle(world, event)
  }
  world.now = Math.max(world.now, time)
}
