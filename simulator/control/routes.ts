/** Control over HTTP: `POST /_sim/load|advance|fault|clear|act`, `GET /_sim/faults|journal|world|config?key=`. */
import type { WireRequest, WireResponse } from '../protocol/wire.ts'
import { type Control, ControlError } from './control.ts'
import { readFault, readLoad, required, text } from './read-request.ts'

type Fields = Record<string, unknown>

const posts: Record<string, (control: Control, body: Fields) => unknown> = {
  load: (control, body) => control.load(readLoad(body)),
  advance: (control, body) =>
    control.advance({ key: required(body, 'key'), duration: required(body, 'duration') }),
  fault: (control, body) => control.fault(readFault(body)),
  act(control, body) {
    control.act({
      key: required(body, 'key'),
      kind: required(body, 'kind'),
      subject: required(body, 'subject'),
    })
    return {}
  },
  clear(control, body) {
    const id = text(body, 'id')
    control.clear({ key: required(body, 'key'), ...(id === undefined ? {} : { id }) })
    return {}
  },
}

const gets: Record<string, (control: Control, key: string) => unknown> = {
  faults: (control, key) => control.faults({ key }),
  journal: (control, key) => control.journal({ key }),
  world: (control, key) => control.world({ key }),
  config(control, key) {
    const config = control.config({ key })
    if (!config) throw new ControlError(`No world is known by "${key}"`, 404)
    return config
  },
}

const prefix = '/_sim/'

/** Answers what is addressed to control; undefined for every other path. Without CORS headers: pages do not steer it. */
export function controlRoute(control: Control, request: WireRequest): WireResponse | undefined {
  if (!request.path.startsWith(prefix)) return undefined
  try {
    return answer(200, perform(control, request, request.path.slice(prefix.length)))
  } catch (error) {
    if (error instanceof ControlError) return answer(error.status, { message: error.message })
    return answer(500, { message: `The simulator made a mistake: ${String(error)}` })
  }
}

function perform(control: Control, { method, query, body }: WireRequest, name: string): unknown {
  if (method === 'POST' && Object.hasOwn(posts, name)) return posts[name]?.(control, readBody(body))
  if (method === 'GET' && Object.hasOwn(gets, name))
    return gets[name]?.(control, required(Object.fromEntries(query), 'key'))
  const names = [
    ...Object.keys(posts).map((each) => `POST ${each}`),
    ...Object.keys(gets).map((each) => `GET ${each}`),
  ]
  throw new ControlError(`There is no ${method} ${prefix}${name}; there are ${names.join(', ')}`, 404)
}

function readBody(body: Uint8Array): Fields {
  if (body.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(body))
  } catch {
    throw new ControlError('The body is no JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ControlError('The body must be a JSON object')
  return { ...value }
}

function answer(status: number, body: unknown): WireResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: new TextEncoder().encode(JSON.stringify(body)),
  }
}
