/** Definitions by chance, for property tests: any members that RegisterTaskDefinition takes, with values of their types. */
import * as fc from 'fast-check'
import type { Json } from '../json.ts'
import { definitionShape, type Shape, structureNamed } from '../schema/shape.ts'

const texts = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Z0-9_\-/.:]{1,16}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '//', '/* */', '{', '"', '\\', '\n', '한국어', '😀', ',', ']'),
  },
)

/** A value of the shape. Deep members are rarer, so that a definition stays readable when a test fails. */
function valueOf(shape: Shape, depth: number): fc.Arbitrary<Json> {
  if (shape === 'string') return texts
  if (shape === 'integer') return fc.integer({ min: 0, max: 65_535 })
  if (shape === 'boolean') return fc.boolean()
  if ('enum' in shape) return fc.constantFrom(...shape.enum)
  if ('list' in shape) return fc.array(valueOf(shape.list, depth + 1), { maxLength: 3, size: 'max' })
  if ('map' in shape) return fc.dictionary(texts, valueOf(shape.map, depth + 1), { maxKeys: 3 })
  const { members, required } = structureNamed(shape.structure)
  const parts = Object.entries(members).map(([name, member]) => {
    const value = valueOf(member, depth + 1)
    const always = required.includes(name)
    const chance = fc.oneof(
      { weight: depth > 1 ? 5 : 2, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: value },
    )
    return [name, always ? value : chance] as const
  })
  return fc
    .record(Object.fromEntries(parts))
    .map(
      (record) =>
        Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Json,
    )
}

/** A definition whose types are right throughout. */
export const anyDefinition: fc.Arbitrary<{ [key: string]: Json }> = valueOf(
  definitionShape,
  0,
) as fc.Arbitrary<{
  [key: string]: Json
}>
