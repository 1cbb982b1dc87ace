/** XML of answers: query, ec2Query and rest-xml share one way to write shapes. */
import { UNKNOWN_ELEMENTS } from '../operation.ts'
import { scalarToText } from './scalar-text.ts'
import type { Member, StructureShape } from './schema.ts'

// Outside of these, XML 1.0 has no way to carry a character at all; a log line may hold any.
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** `<name attributes>content</name>`; `content` is XML already. */
export function element(name: string, content: string, attributes = ''): string {
  return content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`
}

/** Text made safe inside an element or an attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;')
}

/** An attribute that declares the service's namespace. */
export function xmlns(namespace: string | undefined): string {
  return namespace === undefined ? '' : ` xmlns="${escapeXml(namespace)}"`
}

/** The members of a structure that have a value, one after the other, and elements that its schema does not know. */
export function writeMembers(
  shape: StructureShape,
  value: unknown,
  writes: (member: Member) => boolean = () => true,
): string {
  const record = value as Record<string, unknown>
  const members = shape.members
    .filter((member) => writes(member) && record[member.name] !== undefined && record[member.name] !== null)
    .map((member) => writeMember(member, wireName(member), record[member.name]))
  return [...members, ...unknownElements(record[UNKNOWN_ELEMENTS])].join('')
}

function unknownElements(texts: unknown): string[] {
  return Object.entries(texts ?? {}).map(([name, text]) => element(name, escapeXml(String(text))))
}

function wireName({ name, traits }: Member): string {
  return traits.xmlName ?? name
}

/** One value under the name `name`. */
export function writeMember(member: Member, name: string, value: unknown): string {
  const { shape, traits } = member
  switch (shape.kind) {
    case 'structure':
      return element(name, writeMembers(shape, value))
    case 'list': {
      const flat = traits.xmlFlattened === 1
      const itemName = flat ? name : wireName(shape.item)
      const items = (value as unknown[]).map((item) => writeMember(shape.item, itemName, item)).join('')
      return flat ? items : element(name, items)
    }
    case 'map': {
      const flat = traits.xmlFlattened === 1
      const entries = Object.entries(value as Record<string, unknown>).map(([key, item]) => {
        const pair =
          writeMember(shape.key, wireName(shape.key), key) +
          writeMember(shape.value, wireName(shape.value), item)
        return element(flat ? name : 'entry', pair)
      })
      return flat ? entries.join('') : element(name, entries.join(''))
    }
    default:
      return element(name, escapeXml(scalarToText(shape, value)))
  }
}

/** The members of a modelled error other than its message, which every error has anyway. */
export function errorMembers(shape: StructureShape | undefined, members: Record<string, unknown>): string {
  return shape ? writeMembers(shape, members, ({ name }) => name.toLowerCase() !== 'message') : ''
}
