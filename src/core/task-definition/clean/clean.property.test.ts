/** Whatever a definition came in: cleaning again changes nothing, and nothing is lost without a step that says so. */
import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonPath } from '../json.ts'
import { checkTypes } from '../linter/type-level.ts'
import { anyDefinition } from '../testing/arbitrary-definition.ts'
import { anyTextOf } from '../testing/arbitrary-text.ts'
import { readText } from '../text.ts'
import { clean } from './clean.ts'

interface Pasted {
  definition: Json
  /** What is cleaned: the definition worn by its travels. */
  text: string
}

/** Values as other tools write them: null for what is not set, numbers in quotes, texts without. */
function worn(value: Json, draws: number[]): Json {
  const draw = draws.shift() ?? 3
  draws.push(draw)
  if (Array.isArray(value)) return value.map((each) => worn(each, draws))
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]): [string, Json] => [key, worn(member, draws)])
    return Object.fromEntries(draw === 0 ? [...members, ['user', null], ['unknownToAll', draw]] : members)
  }
  if (draw === 1 && (typeof value === 'number' || typeof value === 'boolean')) return String(value)
  return value
}

const pasted: fc.Arbitrary<Pasted> = fc
  .tuple(anyDefinition, fc.array(fc.nat({ max: 6 }), { minLength: 3, maxLength: 12 }), fc.nat({ max: 3 }))
  .chain(([definition, draws, wrapper]) => {
    const value = worn(definition, [...draws]) as { [key: string]: Json }
    const answered = { ...value, revision: 7, status: 'ACTIVE', deregisteredAt: null }
    const wrapped: Json =
      wrapper === 0
        ? { taskDefinition: answered, tags: [] }
        : wrapper === 1
          ? answered
          : wrapper === 2
            ? [value]
            : value
    return anyTextOf(wrapped).map((text) => ({ definition: value, text }))
  })

/** Each member that is something, with its path. */
function membersOf(value: Json, path: JsonPath = []): [JsonPath, Json][] {
  if (Array.isArray(value)) return value.flatMap((each, index) => membersOf(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return value === null ? [] : [[path, value]]
  return Object.entries(value).flatMap(([key, member]) => membersOf(member, [...path, key]))
}

function at(value: Json, path: JsonPath): Json | undefined {
  let current: Json | undefined = value
  for (const step of path)
    current =
      typeof current === 'object' && current !== null
        ? (current as Record<string | number, Json>)[step]
        : undefined
  return current
}

const isSaid = (path: JsonPath, steps: { path?: JsonPath }[]): boolean =>
  steps.some(({ path: said }) => said && said.length > 0 && said.every((step, index) => step === path[index]))

describe('cleaning', () => {
  it('leaves a text that cleaning does not change', () => {
    fc.assert(
      fc.property(pasted, ({ text }) => {
        const once = clean(text)
        expect(once.problems).toEqual([])
        const twice = clean(once.text)
        expect(twice.text).toBe(once.text)
        expect(twice.steps).toEqual([])
        expect(twice.holes).toEqual(once.holes)
      }),
      { numRuns: 150 },
    )
  })

  it('loses no member without a step with its place', () => {
    fc.assert(
      fc.property(pasted, ({ definition, text }) => {
        const cleaned = clean(text)
        const value = readText(cleaned.text).value ?? null
        for (const [path, member] of membersOf(definition)) {
          if (isSaid(path, cleaned.steps)) continue
          expect([path, at(value, path)]).toEqual([path, member])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('leaves a well typed definition as it is, byte by byte', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        expect(checkTypes(definition)).toEqual({ findings: [], trusted: definition })
        const text = JSON.stringify(definition, null, 3)
        expect(clean(text)).toMatchObject({ text, steps: [] })
      }),
    )
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:$<> \n#-a1')) })),
        (text) => {
          const cleaned = clean(text)
          expect(cleaned.kind === 'unreadable').toBe(cleaned.problems.length > 0)
        },
      ),
      { numRuns: 1000 },
    )
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(clean(bytes).text).toBeTypeOf('string')
      }),
    )
  })
})

describe('64 KB made to be slow or to fill the stack', () => {
  const pieces =
    String.raw`{ [ {{ " < ${'${'} // /* {% {"a": [{ a: -· &a·[*a, !Ref· # \ ↵ {"a":1} <a· @a {{a}} a/ 1· {"a":{{x}}, key:·{ []· x=<<EOF↵[ ,·`
      .split(' ')
      .map((piece) => piece.replaceAll('·', ' ').replaceAll('↵', '\n'))

  it.each(pieces)('%j again and again is done with within a second', (piece) => {
    const text = piece.repeat(65_536 / piece.length)
    const before = process.cpuUsage()
    expect(clean(text).text.length).toBeGreaterThan(0)
    const { user } = process.cpuUsage(before)
    expect(user / 1_000_000).toBeLessThan(1)
    expect(clean(JSON.stringify(text)).text).toBeTypeOf('string')
  })

  it.each([
    ['{"a": "', String.raw`\"`],
    ['{"a": [1] /* ', '/* '],
    ['{"containerDefinitions": [', '{"name": "a", "name": "b"},'],
    ['{"containerDefinitions": [', '[1,],'],
    ['{"containerDefinitions": [', '${A},'],
  ])('%j and then %j again and again is done with within three seconds', (start, piece) => {
    const text = start + piece.repeat(65_536 / piece.length)
    const before = process.cpuUsage()
    expect(clean(text).text).toBeTypeOf('string')
    const { user } = process.cpuUsage(before)
    expect(user / 1_000_000).toBeLessThan(3)
  })
})

describe('the corpus', () => {
  const folder = new URL('../corpus/', import.meta.url)
  const files = readdirSync(folder).filter((name) => /^\d{3}-/.test(name))

  it.each(files)('%s cleaned again stays the same', (file) => {
    const once = clean(readFileSync(new URL(file, folder)))
    expect(clean(once.text)).toMatchObject({ text: once.text, steps: [], holes: once.holes })
  })
})
