/** How the world time of each world follows the simulator's clock. */
import { advanceTo } from '../engine/advance.ts'
import type { World } from '../world/world.ts'

interface Anchor {
  worldAt: number
  realAt: number
}

/** `speed` is how many ms of world time pass in one of real time: 0 for a manual clock. `realNow` reads ms since the epoch. */
export class Timeline {
  readonly speed: number
  private readonly realNow: () => number
  private readonly anchors = new WeakMap<World, Anchor>()

  constructor(speed: number, realNow: () => number) {
    this.speed = speed
    this.realNow = realNow
  }

  /** The machine's time, ms since the epoch. */
  present(): number {
    return this.realNow()
  }

  /** From now on the world's time, as it is, follows the clock. */
  start(world: World): void {
    this.anchors.set(world, { worldAt: world.now, realAt: this.realNow() })
  }

  /** Moves the world to the clock's present. */
  sync(world: World): void {
    const anchor = this.anchors.get(world)
    if (!anchor || this.speed === 0) return
    advanceTo(world, anchor.worldAt + (this.realNow() - anchor.realAt) * this.speed)
  }

  /** Moves the world on by `ms` beyond the clock's present. */
  advance(world: World, ms: number): void {
    this.sync(world)
    advanceTo(world, world.now + ms)
    this.start(world)
  }
}
