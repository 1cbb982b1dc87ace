/** Builds worlds from scenarios, each with ids and a sign-in of its own. */
import { furnishIdentity, issueFreeKeys, roleArn } from '../identity/furnish.ts'
import { copyOf, type RecordedCall } from '../scenarios/copy.ts'
import { findScenario, scenarios } from '../scenarios/registry.ts'
import { createWorld } from '../world/create.ts'
import { nextRandom } from '../world/random.ts'
import type { World } from '../world/world.ts'
import { regionsInUse } from './console-config.ts'
import { ControlError, type Roles } from './control.ts'

/** Names of the roles when no policies are given, the weakest first. */
const roleNames = ['viewer', 'operator', 'cutover', 'deployer']

export interface WorldRequest {
  scenario: string
  /** Makes it a copy of an account, instead of the scenario. */
  recorded: readonly RecordedCall[] | undefined
  seed: number
  /** World time at the start, ms since the epoch. */
  now: number
  roles: Roles | undefined
  redirectUris: string[]
}

export class WorldFactory {
  private readonly source: { randomState: number }

  /** `seed` makes ids, keys and pools repeat from one run of the simulator to the next. */
  constructor(seed: number) {
    this.source = { randomState: seed }
  }

  /** @throws ControlError when there is no such scenario. */
  make(request: WorldRequest): World {
    const world = build(request)
    world.id = `w${Math.floor(nextRandom(this.source) * 36 ** 6)
      .toString(36)
      .padStart(6, '0')}`
    world.identity.randomState = Math.floor(nextRandom(this.source) * 2 ** 32) | 0
    applyRoles(world, request.roles)
    furnishIdentity(world, {
      region: regionsInUse(world)[0] ?? 'us-east-1',
      roleNames: request.roles ? Object.keys(request.roles) : roleNames,
      ...addresses(world, request.redirectUris),
    })
    issueFreeKeys(world)
    return world
  }
}

/** Always built afresh: a copy of an earlier world would have to be moved on, and its troubles would be over. */
function build({ scenario: name, recorded, seed, now }: WorldRequest): World {
  const scenario = recorded ? copyOf(recorded) : findScenario(name)
  if (!scenario)
    throw new ControlError(
      `There is no scenario "${name}"; there are ${scenarios.map((each) => each.name).join(', ')}`,
    )
  const world = createWorld({ id: '', scenario: scenario.name, seed, now })
  scenario.build(world)
  return world
}

/** Replaces what the world's roles may do; without roles nobody is limited. */
export function applyRoles(world: World, roles: Roles | undefined): void {
  world.policies = {}
  world.identity.roles = {}
  for (const [name, { statements, capabilities, boundary }] of Object.entries(roles ?? {})) {
    world.policies[name] = statements
    world.identity.roles[name] = { capabilities, ...(boundary ? { boundary } : {}) }
  }
  for (const pool of Object.values(world.identity.userPools))
    for (const [index, name] of Object.keys(roles ?? {}).entries())
      pool.groups[name] ??= { roleArn: roleArn(world, name), precedence: index + 1 }
}

/** The console runs on any port of this machine, under the world's own host label or without one. */
function addresses(world: World, more: string[]): { redirectUris: string[]; logoutUris: string[] } {
  const origins = ['http://127.0.0.1:*', 'http://localhost:*', `http://${world.id}.localhost:*`]
  return {
    redirectUris: [...origins.map((origin) => `${origin}/signed-in`), ...more],
    logoutUris: origins.map((origin) => `${origin}/sign-in`),
  }
}
