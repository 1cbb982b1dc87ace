/** What a scenario is: a named way to fill an empty world. */
import { advanceTo } from '../engine/advance.ts'
import type { World } from '../world/world.ts'

export interface Scenario {
  /** As written in `--scenario` and `load`. */
  name: string
  /** One sentence for the practice panel and `--help`. */
  summary: string
  /** Fills an empty world whose `now` is the wanted start. Must depend on nothing but the world (its seed above all). */
  build(world: World): void
}

/**
 * Gives a world a past that really happened: sets its clock back by `pastMs`, lets `setUp` create things there, and runs
 * the engine up to the present. `later` changes something on the way, at so many ms before the present.
 */
export function withPast(
  world: World,
  pastMs: number,
  setUp: () => void,
  later: { beforeMs: number; change: () => void }[] = [],
): void {
  const present = world.now
  world.now = present - pastMs
  setUp()
  for (const { beforeMs, change } of later.toSorted((a, b) => b.beforeMs - a.beforeMs)) {
    advanceTo(world, present - beforeMs)
    change()
  }
  advanceTo(world, present)
  // The journal is for what happens to whoever loaded the scenario, not for how it came about.
  world.journal.length = 0
}
