/** A definition in which every string that ECS takes is a word of its own, so that a test can tell which of them are seen. */
import type { Json, JsonPath } from '../json.ts'
import { sightOf } from '../masking/places.ts'
import { definitionShape, type Shape, structureNamed } from '../schema/shape.ts'

export interface Canary {
  path: JsonPath
  word: string
}

/** How a word stands in a string: as all of it, or where only a secret stands. */
export type Dress = (word: string) => string

export const dresses = {
  plain: (word) => word,
  address: (word) => `https://user:${word}@example.com/x`,
  flag: (word) => `run --db-password=${word} --verbose`,
  variable: (word) => `export API_TOKEN="${word}"; start`,
  github: (word) => `ghp_${'a1B2'.repeat(8)}${word.replaceAll('-', '')}`,
} satisfies Record<string, Dress>

/** Numbers are 1 and switches false; of each list one element, of each map one key that nothing knows. */
export function canaryDefinition(dress: Dress = dresses.plain): { value: Json; canaries: Canary[] } {
  const canaries: Canary[] = []
  const fill = (shape: Shape, path: JsonPath): Json => {
    if (shape === 'integer') return 1
    if (shape === 'boolean') return false
    if (shape === 'string' || 'enum' in shape) {
      const word = `canary-${String(canaries.length + 1)}x`
      canaries.push({ path, word })
      return dress(word)
    }
    if ('list' in shape) return [fill(shape.list, [...path, 0])]
    if ('map' in shape) return { 'a-key': fill(shape.map, [...path, 'a-key']) }
    const { members } = structureNamed(shape.structure)
    return Object.fromEntries(
      Object.entries(members).map(([name, member]) => [name, fill(member, [...path, name])]),
    )
  }
  return { value: fill(definitionShape, []), canaries }
}

/** Those that are never to be seen in this dress. */
export function secretCanaries(canaries: readonly Canary[], dress: Dress): Canary[] {
  const isSecret: Record<string, (path: JsonPath) => boolean> = {
    plain: (path) => sightOf(path) === 'hidden',
    address: () => true,
    github: () => true,
    flag: (path) => sightOf(path) !== 'shown',
    variable: (path) => sightOf(path) !== 'shown',
  }
  const name = Object.entries(dresses).find(([, each]) => each === dress)?.[0] ?? ''
  return canaries.filter(({ path }) => isSecret[name]?.(path) ?? false)
}
