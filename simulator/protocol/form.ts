/** Forms of the query protocols: `Tags.member.1.Key=…` read back into values, guided by the shape. */
import { scalarFromText } from './scalar-text.ts'
import type { Member, Shape } from './schema.ts'
import { Unreadable } from './unreadable.ts'

/** `ec2` lists are always flattened and its names capitalised. https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export type FormStyle = 'query' | 'ec2'

/** The form as a tree of its dotted names. */
interface Branch {
  text: string | undefined
  branches: Map<string, Branch>
}

/** Decodes the parameters of a form as `shape`; unknown parameters are ignored. @throws Unreadable */
export function readForm(shape: Shape, form: URLSearchParams, style: FormStyle): unknown {
  const root: Branch = { text: undefined, branches: new Map() }
  for (const [name, text] of form) {
    let branch = root
    for (const part of name.split('.')) branch = grow(branch, part)
    branch.text = text
  }
  return read(shape, root, style, '')
}

function grow(branch: Branch, part: string): Branch {
  const grown = branch.branches.get(part) ?? { text: undefined, branches: new Map() }
  branch.branches.set(part, grown)
  return grown
}

function read(shape: Shape, branch: Branch, style: FormStyle, name: string, flat = style === 'ec2'): unknown {
  switch (shape.kind) {
    case 'structure':
      return readMembers(shape.members, branch, style)
    case 'list': {
      const { item } = shape
      const items = flat ? branch : branch.branches.get(nameOf(item, style))
      return numbered(items).map((each) => read(item.shape, each, style, name))
    }
    case 'map': {
      const entries = numbered(flat ? branch : branch.branches.get('entry'))
      const members = [shape.key, shape.value]
      return Object.fromEntries(
        entries.map((entry) => {
          const pair = readMembers(members, entry, style)
          return [String(pair['key']), pair['value']]
        }),
      )
    }
    default:
      if (branch.text === undefined) throw new Unreadable(`Unexpected complex element termination at ${name}`)
      return scalarFromText(shape, branch.text)
  }
}

function readMembers(members: readonly Member[], branch: Branch, style: FormStyle): Record<string, unknown> {
  const output: Record<string, unknown> = {}
  for (const member of members) {
    const name = nameOf(member, style)
    const grown = branch.branches.get(name)
    const flat = style === 'ec2' || member.traits.xmlFlattened === 1
    if (grown) output[member.name] = read(member.shape, grown, style, name, flat)
  }
  return output
}

function nameOf({ name, traits }: Member, style: FormStyle): string {
  const plain = traits.xmlName ?? name
  if (style === 'query') return plain
  return traits.ec2QueryName ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

/** List items in order of their numbers, which may have gaps. */
function numbered(branch: Branch | undefined): Branch[] {
  return [...(branch?.branches ?? [])]
    .filter(([part]) => /^\d+$/.test(part))
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, each]) => each)
}
