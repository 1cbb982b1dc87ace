/** One request to a user pool's endpoints, with the world the pool belongs to. */
import type { WireRequest } from '../../protocol/wire.ts'
import type { UserPoolRecord } from '../../world/identity-tables.ts'
import type { World } from '../../world/world.ts'

export interface PoolRequest {
  request: WireRequest
  world: World
  pool: UserPoolRecord
  /** Address under which browsers reach the simulator, without a slash at the end. */
  origin: string
}

/** The fields of a posted form; empty when the body is none. */
export function formOf(request: WireRequest): URLSearchParams {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams(isForm ? new TextDecoder().decode(request.body) : '')
}
