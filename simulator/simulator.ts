/** The simulated AWS as one object: `handle` answers what comes over the wire, `control` moves and inspects its worlds. */
import { createDohRoute } from './adapters/doh-route.ts'
import { ActiveFaults } from './control/active-faults.ts'
import type { Control, Roles } from './control/control.ts'
import { createControl } from './control/create-control.ts'
import { WorldFactory } from './control/make-world.ts'
import { controlRoute } from './control/routes.ts'
import { Timeline } from './control/timeline.ts'
import { Worlds } from './control/worlds.ts'
import { createDispatch } from './dispatch.ts'
import type { Gate } from './gate.ts'
import { authorize } from './identity/authorize.ts'
import { identify } from './identity/identify.ts'
import { managedLogin } from './identity/managed-login/routes.ts'
import type { WireRequest, WireResponse } from './protocol/wire.ts'
import type { World } from './world/world.ts'

/** How world time moves: only by `control.advance`, with the real clock, or that many times as fast. */
export type ClockMode = 'manual' | 'real' | { times: number }

export interface SimulatorOptions {
  /** Default `manual`. */
  clock?: ClockMode
  /** Scenario of worlds made for unseen keys, and of `load` when it names none. Default `demo`. */
  scenario?: string
  /** Default 1. */
  seed?: number
  /** What each role may do (deploy/permissions.ts exports it as `roles`). Without it no role is limited. */
  policies?: Roles
  /** Address under which browsers reach this simulator, without a slash at the end. Default `http://127.0.0.1:4566`. */
  origin?: string
  /** The present, ms since the epoch. Default: the machine's clock. Fixed by unit tests. */
  realNow?: () => number
  /** Told about mistakes of the simulator itself, which callers see as InternalFailure. Default: the console. */
  onMistake?: (mistake: unknown) => void
}

export interface Simulator {
  /** Answers AWS calls, the pages of the managed login, DNS over HTTPS under `/_dns/`, and `/_sim/`. */
  handle: (request: WireRequest) => Promise<WireResponse>
  control: Control
}

/** Makes a simulator with no worlds yet. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const { scenario = 'demo', seed = 1, policies: roles, origin = 'http://127.0.0.1:4566' } = options
  const timeline = new Timeline(speedOf(options.clock ?? 'manual'), options.realNow ?? (() => Date.now()))
  const worlds = new Worlds()
  const faults = new ActiveFaults()
  const factory = new WorldFactory(seed)
  const sync = (world: World): void => timeline.sync(world)
  const makeWorld = (): World => {
    const world = factory.make({
      scenario,
      recorded: undefined,
      seed,
      now: timeline.present(),
      roles,
      redirectUris: [],
    })
    timeline.start(world)
    return world
  }
  const gate: Gate = {
    identify: async (asked) =>
      identify(
        {
          worlds,
          makeWorld,
          sync,
          speed: timeline.speed,
          clockIsWrong: (world, each, signedAt) => faults.clockIsWrong(world, each, signedAt),
        },
        asked,
      ),
    sync,
    fault: (asked) => faults.pick(asked),
    authorize,
  }
  const control = createControl({
    worlds,
    factory,
    timeline,
    faults,
    defaults: { scenario, seed, roles },
    origin,
  })
  const dohRoute = createDohRoute({ worlds, sync })
  const handle = createDispatch({
    gate,
    extraRoutes: (request) =>
      controlRoute(control, request) ?? dohRoute(request) ?? managedLogin({ worlds, origin, sync }, request),
    onMistake: options.onMistake ?? ((mistake) => console.error(mistake)),
  })
  return { handle, control }
}

/** ms of world time in one of real time. */
function speedOf(clock: ClockMode): number {
  if (clock === 'manual') return 0
  return clock === 'real' ? 1 : clock.times
}
