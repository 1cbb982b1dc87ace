/** Identifiers and ARNs as AWS forms them, drawn from the world's seeded source. */
import { nextRandom } from './random.ts'
import type { World } from './world.ts'

/** `length` lower-case hexadecimal digits. ECS task, deployment and container instance ids have 32; ELB's have 16. */
export function hexId(world: World, length = 32): string {
  let id = ''
  // Eight digits a draw: a big world draws tens of thousands of ids while it is built.
  while (id.length < length) {
    id += Math.floor(nextRandom(world) * 4294967296)
      .toString(16)
      .padStart(8, '0')
  }
  return id.length === length ? id : id.slice(0, length)
}

/** A version-4 UUID: request ids, container runtime ids and Cognito ids. */
export function uuid(world: World): string {
  const hex = hexId(world, 32)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** `length` decimal digits, never beginning with 0: deployment ids (`ecs-svc/…`) and service revisions have 19. */
export function decimalId(world: World, length = 19): string {
  let id = String(1 + Math.floor(nextRandom(world) * 9))
  while (id.length < length) id += String(Math.floor(nextRandom(world) * 1e6)).padStart(6, '0')
  return id.slice(0, length)
}

/** `arn:aws:<service>:<region>:<account>:<resource>`. */
export function arn(world: World, service: string, region: string, resource: string): string {
  return `arn:aws:${service}:${region}:${world.accountId}:${resource}`
}
