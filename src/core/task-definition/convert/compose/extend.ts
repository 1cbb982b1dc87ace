/** What a service has once another one is under it: maps are merged, lists go on, everything else is replaced. */
import type { Json } from '../../json.ts'
import { type Members, membersOf, textOf } from '../written.ts'

/** A list of `name=value`, or a map. */
const named = new Set(['environment', 'labels', 'annotations', 'sysctls', 'extra_hosts'])
/** One text, or a list of them. */
const oneOrMore = new Set(['dns', 'dns_search', 'env_file', 'tmpfs'])
/** The place in the container tells one from another. */
const mounted = new Set(['volumes', 'devices'])
const replaced = new Set(['command', 'entrypoint'])

/** https://github.com/compose-spec/compose-spec/blob/main/05-services.md#merging-service-definitions */
export function extendedBy(base: Members, own: Members): Members {
  // A member without a value adds nothing.
  const added = Object.entries(own).filter(
    ([member, value]) => value !== null || !Object.hasOwn(base, member),
  )
  const merged = added.map(([member, value]): [string, Json] => {
    const before = base[member] ?? null
    return [member, before === null || replaced.has(member) ? value : mergedMember(member, before, value)]
  })
  return { ...base, ...Object.fromEntries(merged) }
}

function mergedMember(member: string, before: Json, after: Json): Json {
  if (membersOf(before) && membersOf(after)) return mergedMaps(before, after)
  if (named.has(member)) return distinct(linesOf(before), linesOf(after), nameOf)
  if (member === 'depends_on') return mergedMaps(conditionsOf(before), conditionsOf(after))
  const [first, second] = oneOrMore.has(member) ? [listOf(before), listOf(after)] : [before, after]
  if (!Array.isArray(first) || !Array.isArray(second)) return after
  return distinct(first, second, mounted.has(member) ? targetOf : (item) => JSON.stringify(item))
}

function mergedMaps(before: Json, after: Json): Json {
  const [first, second] = [membersOf(before), membersOf(after)]
  if (!first || !second) return after
  const merged = Object.entries(second).map(([key, value]): [string, Json] => [
    key,
    Object.hasOwn(first, key) ? mergedMaps(first[key] ?? null, value) : value,
  ])
  return { ...first, ...Object.fromEntries(merged) }
}

/** Of two with the same key the later one counts. */
function distinct(before: readonly Json[], after: readonly Json[], keyOf: (item: Json) => string): Json[] {
  const keys = new Set(after.map(keyOf))
  return [...before.filter((item) => !keys.has(keyOf(item))), ...after]
}

function listOf(value: Json): Json {
  return Array.isArray(value) ? value : [value]
}

function linesOf(value: Json): Json[] {
  const members = membersOf(value)
  if (!members) return Array.isArray(value) ? value : [value]
  return Object.entries(members).map(([name, inner]) => (inner === null ? name : `${name}=${textOf(inner)}`))
}

function nameOf(line: Json): string {
  return (textOf(line) ?? '').split(/[=:]/)[0] ?? ''
}

/** `source:target:options`, a target alone, or a map. */
function targetOf(item: Json): string {
  const target = textOf(membersOf(item)?.['target'])
  const [, short] = /^(?:(?:[A-Za-z]:[\\/])?[^:]+:)?((?:[A-Za-z]:[\\/])?[^:]+)/.exec(textOf(item) ?? '') ?? []
  return target ?? short ?? ''
}

function conditionsOf(value: Json): Json {
  if (!Array.isArray(value)) return value
  return Object.fromEntries(
    value.map((name): [string, Json] => [textOf(name) ?? '', { condition: 'service_started' }]),
  )
}
