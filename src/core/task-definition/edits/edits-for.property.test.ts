/** Whatever is changed in whatever text: the value is the changed one, and only the lines of the place are touched. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonPath } from '../json.ts'
import { applyChanges } from '../linter/fix.ts'
import type { Change } from '../linter/finding.ts'
import { anyDefinition } from '../testing/arbitrary-definition.ts'
import { anyTextOf } from '../testing/arbitrary-text.ts'
import { applyEdits, editsFor, type Place, placeOf, readText } from '../text.ts'

/** Every place in a value, the root excluded. */
function placesIn(value: Json, path: JsonPath = []): JsonPath[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]): JsonPath[] => {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    return [at, ...placesIn(member, at)]
  })
}

const newValue = fc.oneof(
  fc.constantFrom<Json>(null, 0, 8080, true, '', 'text', {}, [], { a: [1, { b: null }] }, ['x', 'y']),
  anyDefinition.map((definition) => definition as Json),
)

interface Case {
  value: Json
  text: string
  changes: Change[]
}

function valueAt(value: Json, path: JsonPath): Json {
  return path.reduce<Json>((at, step) => (at as Record<string | number, Json>)[step] ?? null, value)
}

/** A new name is always one that is free: what a name given twice means, nobody asks. */
function changeOf(place: JsonPath, parent: Json, kind: number, next: Json, round: number): Change {
  if (kind === 0) return { path: place, value: undefined }
  if (kind === 1 && !Array.isArray(parent)) return { path: place, renameTo: `renamed${round}` }
  if (kind === 2)
    return { path: [...place.slice(0, -1), Array.isArray(parent) ? parent.length : 'added'], value: next }
  return { path: place, value: next }
}

/** @param kinds which kinds of change may come: 0 removes, 1 renames, 2 adds, 3 sets. */
function casesOf(kinds: number[], most: number): fc.Arbitrary<Case> {
  return anyDefinition.chain((value) =>
    fc
      .record({
        text: anyTextOf(value),
        picks: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...kinds), newValue), {
          minLength: 1,
          maxLength: most,
        }),
      })
      .map(({ text, picks }) => {
        let current: Json = value
        const changes: Change[] = []
        for (const [pick, kind, next] of picks) {
          const places = placesIn(current)
          const place = places[pick % places.length]
          if (!place) break
          const change = changeOf(place, valueAt(current, place.slice(0, -1)), kind, next, changes.length)
          changes.push(change)
          current = applyChanges(current, [change])
        }
        return { value, text, changes }
      }),
  )
}

const comments = (text: string): number =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').match(/\/\/c|\/\*c\*\//g)?.length ?? 0

/** Commas before a closing bracket, with only comments between. */
const lastCommas = (text: string): number =>
  text
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '0')
    .replaceAll(/\/\/c|\/\*c\*\//g, '')
    .match(/,\s*[\]}]/g)?.length ?? 0

const lineEnds = (text: string): Set<string> => new Set(text.match(/\r\n|\n|\r/g))

function lines(text: string, from: number, to: number): number[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  return Array.from({ length: lineOf(to) - lineOf(from) + 1 }, (_, index) => lineOf(from) + index)
}

/** Lines from a place's end to the end of the remarks behind it, where a comma or a new member may stand. */
function linesBehind(text: string, { offset, length }: Place): number[] {
  const end = offset + length
  const remarks = /^(?:[ \t]*(?:\/\/c|\/\*c\*\/|,))*/.exec(text.slice(end))?.[0] ?? ''
  return lines(text, end, end + remarks.length)
}

function linesWithin(text: string, { keyOffset, offset, length }: Place): number[] {
  return lines(text, keyOffset ?? offset, offset + length)
}

/** The lines that one change may touch: its own, the end of the neighbour before it, and the brackets around nothing else. */
function linesOf(text: string, { path }: Change): number[] {
  const { tree, value = null } = readText(text)
  const parentPath = path.slice(0, -1)
  const parent = valueAt(value, parentPath) as { [key: string]: Json } | Json[]
  const keys: (string | number)[] = Array.isArray(parent) ? [...parent.keys()] : Object.keys(parent)
  const index = keys.indexOf(path.at(-1) ?? '')
  const neighbour = index < 0 ? keys.at(-1) : keys[index - 1]
  const own = index < 0 ? undefined : placeOf(tree, path)
  const before = neighbour === undefined ? undefined : placeOf(tree, [...parentPath, neighbour])
  const around = keys.length > 1 || before ? undefined : placeOf(tree, parentPath)
  return [
    ...[own, around].flatMap((place) => (place ? linesWithin(text, place) : [])),
    ...[own, before].flatMap((place) => (place ? linesBehind(text, place) : [])),
  ]
}

describe('editsFor', () => {
  it('the texts of the tests say their value', () => {
    fc.assert(
      fc.property(
        anyDefinition.chain((value) => fc.tuple(fc.constant(value), anyTextOf(value))),
        ([value, text]) => {
          const read = readText(text)
          expect(read.problems).toEqual([])
          expect(read.value).toEqual(value)
        },
      ),
    )
  })

  it('leaves a text whose value is the changed value, and no comma too many', () => {
    fc.assert(
      fc.property(casesOf([0, 1, 2, 3], 4), ({ value, text, changes }) => {
        const changed = applyEdits(text, editsFor(text, changes))
        const result = readText(changed)
        expect(result.problems).toEqual([])
        expect(result.value).toEqual(applyChanges(value, changes))
        expect(lastCommas(changed)).toBeLessThanOrEqual(lastCommas(text))
      }),
      { numRuns: 400 },
    )
  })

  it('makes many changes from one reading as it makes them one by one', () => {
    fc.assert(
      fc.property(casesOf([1, 3], 8), ({ value, text, changes }) => {
        const oneByOne = changes.reduce((at, change) => applyEdits(at, editsFor(at, [change])), text)
        const together = applyEdits(text, editsFor(text, changes))
        // How a new value is laid out follows what it is read beside, which the change before may have removed.
        expect(readText(together).value).toEqual(readText(oneByOne).value)
        expect(readText(together).value).toEqual(applyChanges(value, changes))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the comments of what stays, and the line ends', () => {
    fc.assert(
      fc.property(casesOf([0], 1), ({ text, changes: [removal] }) => {
        const place = removal && placeOf(readText(text).tree, removal.path)
        if (!place) return
        const start = place.keyOffset ?? place.offset
        const within = comments(text.slice(start, place.offset + place.length))
        const result = applyEdits(text, editsFor(text, [removal]))
        expect(comments(result)).toBe(comments(text) - within)
        expect([...lineEnds(text)]).toEqual(expect.arrayContaining([...lineEnds(result)]))
      }),
      { numRuns: 300 },
    )
  })

  it('touches only the lines of the place, and the one whose comma it needs or no longer needs', () => {
    fc.assert(
      fc.property(casesOf([0, 1, 2, 3], 1), ({ text, changes: [change] }) => {
        if (!change) return
        const allowed = linesOf(text, change)
        for (const { offset, length } of editsFor(text, [change])) {
          // The end of a line that goes as a whole is not yet the next line.
          const end = offset + length - (text.slice(offset, offset + length).endsWith('\n') ? 1 : 0)
          for (const line of lines(text, offset, end)) expect(allowed).toContain(line)
        }
      }),
      { numRuns: 300 },
    )
  })
})
