/** The public resolvers of a world over HTTP: `/_dns/<world>/google/resolve` and `/_dns/<world>/cloudflare/dns-query`. */
import type { Worlds } from '../control/worlds.ts'
import { dohAnswer, typeNumber } from '../engine/dns/doh.ts'
import type { Asker } from '../engine/dns/resolver-cache.ts'
import { own } from '../identity/own.ts'
import type { WireRequest, WireResponse } from '../protocol/wire.ts'
import type { World } from '../world/world.ts'

const PATH = /^\/_dns\/([\w-]+)\/(google\/resolve|cloudflare\/dns-query)$/

/** Media type that Cloudflare insists on and both answer with. */
const JSON_TYPE = 'application/dns-json'

export interface DohOptions {
  worlds: Worlds
  sync: (world: World) => void
}

/** Where a browser reaches a world's resolver of that name, if it answers over HTTPS. `origin` has no slash at the end. */
export function resolverUrl(origin: string, worldId: string, resolver: string): string {
  return `${origin}/_dns/${worldId}/${resolver}/${resolver === 'google' ? 'resolve' : 'dns-query'}`
}

/** Answers what is addressed to a resolver; undefined for every other path. */
export function createDohRoute({
  worlds,
  sync,
}: DohOptions): (request: WireRequest) => WireResponse | undefined {
  // Anycast leads each question to some site; who asked is no part of the world, so it is counted here.
  const asked = new WeakMap<World, number>()
  return (request) => {
    const [, id = '', endpoint] = PATH.exec(request.path) ?? []
    if (endpoint === undefined) return undefined
    const world = worlds.named(id)
    const resolver = own(world?.internet.resolvers ?? {}, endpoint.split('/')[0])
    if (!world || !resolver?.doh) return refuse(404, `There is no resolver at ${request.path}`)
    const turn = asked.get(world) ?? 0
    asked.set(world, turn + 1)
    const site = resolver.sites[turn % resolver.sites.length]
    if (!site) return refuse(503, 'No site answers')
    sync(world)
    return answerQuestion(world, { resolver, site }, request)
  }
}

function answerQuestion(world: World, asker: Asker, request: WireRequest): WireResponse {
  const { method, query } = request
  if (method !== 'GET') return refuse(405, 'Only GET is answered')
  if (asker.resolver.name === 'cloudflare' && !accepts(request)) return refuse(415, `Accept ${JSON_TYPE}`)
  const name = query.get('name') ?? ''
  if (name === '') return refuse(400, 'Invalid name')
  const type = typeNumber(query.get('type') ?? 'A')
  if (type === undefined) return refuse(400, 'Invalid type')
  const cd = ['1', 'true'].includes(query.get('cd') ?? '')
  return answer(200, dohAnswer(world, asker, { name, type, cd }))
}

function accepts({ headers, query }: WireRequest): boolean {
  return (headers.accept ?? '').includes(JSON_TYPE) || query.get('ct') === JSON_TYPE
}

function answer(status: number, body: unknown): WireResponse {
  return {
    status,
    headers: {
      'content-type': `${JSON_TYPE}; charset=UTF-8`,
      'access-control-allow-origin': '*',
      'cache-control': 'private, no-store',
    },
    body: new TextEncoder().encode(JSON.stringify(body)),
  }
}

function refuse(status: number, error: string): WireResponse {
  return answer(status, { error })
}
