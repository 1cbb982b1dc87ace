/** HTTP bindings of the REST protocols: members in the path, the query and headers. https://smithy.io/2.0/spec/http-bindings.html */
import type { Route } from './route.ts'
import { scalarFromText } from './scalar-text.ts'
import type { Member, ScalarShape, Shape, StructureShape } from './schema.ts'
import { Unreadable } from './unreadable.ts'
import type { WireRequest } from './wire.ts'

/** What the request says about members outside of its body. @throws Unreadable */
export function readBound(
  input: StructureShape,
  route: Route,
  request: WireRequest,
): Record<string, unknown> {
  const bound: Record<string, unknown> = {}
  for (const member of input.members) {
    const texts = boundTexts(member, route, request)
    if (texts.length > 0) bound[member.name] = fromTexts(member.shape, texts)
  }
  return bound
}

/** True for members that travel in the body. */
export function inBody({ traits }: Member): boolean {
  return traits.httpLabel === undefined && traits.httpQuery === undefined && traits.httpHeader === undefined
}

/** What the path, the query or a header says about a member; empty when nothing does. */
function boundTexts({ name, traits }: Member, route: Route, request: WireRequest): string[] {
  if (traits.httpQuery !== undefined) return request.query.getAll(traits.httpQuery)
  const text =
    traits.httpHeader === undefined ? route.labels[name] : request.headers[traits.httpHeader.toLowerCase()]
  return text === undefined ? [] : [text]
}

function fromTexts(shape: Shape, texts: string[]): unknown {
  if (shape.kind === 'list') return texts.map((text) => scalarFromText(shape.item.shape as ScalarShape, text))
  if (texts.length > 1) throw new Unreadable('A parameter is given more than once')
  return scalarFromText(shape as ScalarShape, texts.join(''))
}
