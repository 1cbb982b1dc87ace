/** What differs between two task definitions, said by names instead of positions: a moved line is no change. */
import type { Message, Text } from '../../i18n/text.ts'
import { canonical } from './canonical.ts'
import type { Definition } from './definition.ts'
import type { Json } from './json.ts'
import { keysOf } from './natural-keys.ts'

export interface DefinitionChange {
  kind: 'added' | 'removed' | 'changed'
  /** Members from the root; an element of a list is named by its natural key: `containerDefinitions`, `web`, `portMappings`, `80/tcp`. */
  path: readonly string[]
  before?: Json
  after?: Json
  /** What changed, without values: they may be secret, and stand in `before` and `after`. */
  message: Message
}

/** The differences of the canonical forms, in canonical order; none exactly when `isSame`. */
export function diff(before: Definition, after: Definition): DefinitionChange[] {
  return walk([], canonical(before) as unknown as Json, canonical(after) as unknown as Json)
}

function walk(
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): DefinitionChange[] {
  const [was, is] = [partsOf(path, before, after), partsOf(path, after, before)]
  if (was && is)
    return [...new Set([...is.keys(), ...was.keys()])].flatMap((key) =>
      walk([...path, key], was.get(key), is.get(key)),
    )
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return [
    {
      kind,
      path,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      message: inWords(path, kind),
    },
  ]
}

/** Members or elements by name; undefined for what is compared as a whole. A list that is new or gone says each element. */
function partsOf(
  path: readonly string[],
  value: Json | undefined,
  other: Json | undefined,
): Map<string, Json> | undefined {
  if (value === undefined) return Array.isArray(other) ? new Map() : undefined
  if (Array.isArray(value)) {
    const keys = keysOf(path.at(-1) ?? '', value)
    return keys && new Map(value.map((item, index) => [keys[index] ?? '', item]))
  }
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined
}

const verbs: Record<DefinitionChange['kind'], Text> = {
  added: { en: 'added', ko: '추가됨' },
  removed: { en: 'removed', ko: '제거됨' },
  changed: { en: 'changed', ko: '바뀜' },
}

/** How the elements of a list are called. */
const nouns: Record<string, Text> = {
  containerDefinitions: { en: 'container {name}', ko: '컨테이너 {name}' },
  environment: { en: 'environment variable {name}', ko: '환경 변수 {name}' },
  secrets: { en: 'secret {name}', ko: '시크릿 {name}' },
  portMappings: { en: 'port {name}', ko: '포트 {name}' },
  mountPoints: { en: 'mount at {name}', ko: '{name} 마운트' },
  dependsOn: { en: 'dependency on {name}', ko: '{name} 의존' },
  links: { en: 'link to {name}', ko: '{name} 링크' },
  volumes: { en: 'volume {name}', ko: '볼륨 {name}' },
  tags: { en: 'tag {name}', ko: '태그 {name}' },
}

/** `Container web, environment variable LOG_LEVEL: value changed`. Members keep the names that AWS gives them. */
function inWords(path: readonly string[], kind: DefinitionChange['kind']): Message {
  const values: Record<string, string> = {}
  const parts: Text[] = []
  for (let at = 0; at < path.length; at += 1) {
    const noun = nouns[path[at] ?? '']
    if (noun && at + 1 < path.length) {
      at += 1
      values[`name${at}`] = path[at] ?? ''
      parts.push(inBoth(noun, (text) => text.replace('{name}', `{name${at}}`)))
    } else {
      values['member'] = path.slice(at).join('.')
      parts.push({ en: '{member}', ko: '{member}' })
      break
    }
  }
  const joined = (locale: 'en' | 'ko'): string =>
    `${parts.map((part) => part[locale]).join(', ')}: ${verbs[kind][locale]}`
  return { text: { en: capital(joined('en')), ko: joined('ko') }, values }
}

function inBoth(text: Text, change: (text: string) => string): Text {
  return { en: change(text.en), ko: change(text.ko) }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
