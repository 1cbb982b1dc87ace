/** Control in process: makes, moves, disturbs and shows worlds. */
import { issueFreeKeys } from '../identity/furnish.ts'
import type { World } from '../world/world.ts'
import type { ActiveFaults } from './active-faults.ts'
import { consoleConfig } from './console-config.ts'
import { type Control, ControlError, type LoadRequest, type LoadResult, type Roles } from './control.ts'
import { durationMs } from './duration.ts'
import { keptWorld } from './kept-world.ts'
import { pullLever } from './levers.ts'
import { type WorldFactory, applyRoles } from './make-world.ts'
import type { Timeline } from './timeline.ts'
import type { Worlds } from './worlds.ts'

export interface ControlParts {
  worlds: Worlds
  factory: WorldFactory
  timeline: Timeline
  faults: ActiveFaults
  /** What `load` uses where its request is silent. */
  defaults: { scenario: string; seed: number; roles: Roles | undefined }
  origin: string
}

export function createControl(parts: ControlParts): Control {
  const { worlds, timeline, faults } = parts
  /** The world as it is at the clock's present. */
  const current = (key: string): World => {
    const world = worlds.named(key)
    if (!world) throw new ControlError(`No world is known by "${key}"`, 404)
    timeline.sync(world)
    return world
  }
  return {
    load: (request = {}) => load(parts, request),
    advance({ key, duration }) {
      const world = current(key)
      timeline.advance(world, durationMs(duration))
      return { now: world.now }
    },
    fault: ({ key, ...request }) => ({ id: faults.add(current(key), request) }),
    faults: ({ key }) => faults.list(current(key)),
    clear: ({ key, id }) => faults.clear(current(key), id),
    act({ key, kind, subject }) {
      const world = current(key)
      pullLever(world, kind, subject)
      // What follows at once has happened when the answer comes.
      timeline.advance(world, 0)
    },
    journal: ({ key }) => structuredClone(current(key).journal),
    world: ({ key }) => structuredClone(current(key)),
    keptWorld: ({ key, withholder }) => keptWorld(current(key), withholder),
    config({ key }) {
      const world = worlds.named(key)
      return world && consoleConfig(world, parts.origin)
    },
  }
}

function load(parts: ControlParts, request: LoadRequest): LoadResult {
  const world = 'state' in request ? restore(request) : build(parts, request)
  parts.worlds.add(world)
  parts.timeline.start(world)
  const keys =
    Object.values(world.identity.credentials).find(({ roleName }) => roleName === 'administrator') ??
    issueFreeKeys(world)
  const pool = Object.values(world.identity.userPools)[0]
  return {
    world: world.id,
    accessKeyId: keys.accessKeyId,
    secretAccessKey: keys.secretAccessKey,
    sessionToken: keys.sessionToken,
    config: consoleConfig(world, parts.origin),
    users: Object.values(pool?.users ?? {}).map(({ username, password, groups }) => ({
      username,
      password,
      groups,
    })),
  }
}

function restore({ state, roles, redirectUris }: Extract<LoadRequest, { state: World }>): World {
  const world = structuredClone(state)
  if (roles) applyRoles(world, roles)
  for (const pool of Object.values(world.identity.userPools))
    for (const client of Object.values(pool.clients)) client.redirectUris.push(...(redirectUris ?? []))
  return world
}

function build(
  { factory, timeline, defaults }: ControlParts,
  request: Exclude<LoadRequest, { state: World }>,
): World {
  return factory.make({
    scenario: request.scenario ?? defaults.scenario,
    recorded: request.recorded,
    seed: request.seed ?? defaults.seed,
    now: request.now ?? timeline.present(),
    roles: request.roles ?? defaults.roles,
    redirectUris: request.redirectUris ?? [],
  })
}
