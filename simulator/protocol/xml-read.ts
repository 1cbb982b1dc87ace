/** XML bodies of rest-xml requests, read back into values guided by the shape. */
import { XmlCodec } from '@aws-sdk/core/protocols'
import { scalarFromText } from './scalar-text.ts'
import type { Member, Shape } from './schema.ts'
import { Unreadable } from './unreadable.ts'

/** Elements by name: a text, a branch, or several of either. */
type Tree = string | Branch | Tree[]
interface Branch {
  [name: string]: Tree | undefined
}

const parser = new XmlCodec({
  timestampFormat: { useTrait: true, default: 5 },
  httpBindings: true,
  xmlNamespace: '',
  serviceNamespace: '',
}).createDeserializer()
/** The SDK's schema number for "whatever there is". */
const DOCUMENT = 15

/** Decodes the root element of `body` as `shape`. @throws for anything that is not well-formed, Unreadable for wrong types */
export function readXml(shape: Shape, body: Uint8Array): unknown {
  const tree = parser.read(DOCUMENT, body) as unknown as Tree
  return read(shape, tree, false)
}

function read(shape: Shape, tree: Tree, flat: boolean): unknown {
  switch (shape.kind) {
    case 'structure':
      return readMembers(shape.members, branch(tree))
    case 'list':
      return items(tree, flat, shape.item.traits.xmlName ?? 'member').map((each) =>
        read(shape.item.shape, each, false),
      )
    case 'map':
      return Object.fromEntries(
        items(tree, flat, 'entry').map((entry) => {
          const pair = readMembers([shape.key, shape.value], branch(entry))
          return [String(pair['key']), pair['value']]
        }),
      )
    default:
      return scalarFromText(shape, text(tree))
  }
}

function readMembers(members: readonly Member[], from: Branch): Record<string, unknown> {
  const output: Record<string, unknown> = {}
  for (const { name, traits, shape } of members) {
    const tree = from[traits.xmlName ?? name]
    if (tree !== undefined) output[name] = read(shape, tree, traits.xmlFlattened === 1)
  }
  return output
}

/** The repeated elements of a list or map: inside their container, or flattened side by side. */
function items(tree: Tree, flat: boolean, name: string): Tree[] {
  const found = flat ? tree : branch(tree)[name]
  if (found === undefined) return []
  return Array.isArray(found) ? found : [found]
}

/** An element without content is parsed as an empty text. */
function branch(tree: Tree): Branch {
  if (typeof tree === 'object' && !Array.isArray(tree)) return tree
  if (tree === '') return {}
  throw new Unreadable('Unexpected element or text')
}

function text(tree: Tree): string {
  if (typeof tree === 'string') return tree
  throw new Unreadable('Unexpected element')
}
