/** Which path of a user pool does what. The pool's id in the path leads to its world. */
import type { Worlds } from '../../control/worlds.ts'
import type { WireRequest, WireResponse } from '../../protocol/wire.ts'
import type { World } from '../../world/world.ts'
import { own } from '../own.ts'
import { errorPage } from '../pages/error-page.ts'
import { empty, json } from './answers.ts'
import { languageOf } from './authorization-request.ts'
import { authorizeEndpoint, loginEndpoint } from './authorize.ts'
import { discoveryEndpoint, keysEndpoint } from './discovery.ts'
import { logoutEndpoint, revokeEndpoint } from './end-session.ts'
import type { PoolRequest } from './pool-request.ts'
import { tokenEndpoint } from './token.ts'

interface Route {
  methods: string[]
  /** Called by scripts of other origins; the others are pages. */
  scripted: boolean
  answer: (asked: PoolRequest) => WireResponse | Promise<WireResponse>
}

const routes: Record<string, Route> = {
  '/.well-known/openid-configuration': { methods: ['GET'], scripted: true, answer: discoveryEndpoint },
  '/.well-known/jwks.json': { methods: ['GET'], scripted: true, answer: keysEndpoint },
  '/oauth2/authorize': { methods: ['GET'], scripted: false, answer: authorizeEndpoint },
  '/login': { methods: ['GET', 'POST'], scripted: false, answer: loginEndpoint },
  '/oauth2/token': { methods: ['POST'], scripted: true, answer: tokenEndpoint },
  '/oauth2/revoke': { methods: ['POST'], scripted: true, answer: revokeEndpoint },
  '/logout': { methods: ['GET'], scripted: false, answer: logoutEndpoint },
}

/** Pages live under `/_login/<pool id>`, the issuer's documents under `/<pool id>`. */
const poolPath = /^\/(?:_login\/(?=[\w-]+\/(?!\.))|(?=[\w-]+\/\.well-known\/))([a-z0-9-]+_\w+)(\/.*)$/

function addressOf(path: string): { route: Route; poolId: string } | undefined {
  const [, poolId, page] = poolPath.exec(path) ?? []
  const route = own(routes, page)
  return route && poolId !== undefined ? { route, poolId } : undefined
}

function noSuchPool(route: Route, poolId: string, request: WireRequest): WireResponse {
  return route.scripted
    ? json(404, { message: `User pool ${poolId} does not exist.` })
    : errorPage(languageOf(request.query), 'Login pages unavailable', 404)
}

export interface ManagedLoginOptions {
  worlds: Worlds
  origin: string
  sync: (world: World) => void
}

/** Answers what is addressed to a user pool; undefined for every other path. */
export async function managedLogin(
  { worlds, origin, sync }: ManagedLoginOptions,
  request: WireRequest,
): Promise<WireResponse | undefined> {
  const address = addressOf(request.path)
  if (!address) return undefined
  const { route, poolId } = address
  const world = worlds.ofUserPool(poolId)
  const pool = own(world?.identity.userPools ?? {}, poolId)
  if (!world || !pool) return noSuchPool(route, poolId, request)
  if (!route.methods.includes(request.method)) return empty(405, { allow: route.methods.join(', ') })
  sync(world)
  return route.answer({ request, world, pool, origin })
}
