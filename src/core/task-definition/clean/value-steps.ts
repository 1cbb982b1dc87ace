/** What cleaning changes in the value of a definition, as changes with a step for each; the text follows by the smallest edits. */
import type { Json, JsonPath } from '../json.ts'
import { readOnlyMembers } from '../schema/read-only.ts'
import { fittingValue, sizeInUnits } from '../schema/fitting-value.ts'
import { definitionShape, isObject, type Shape, shapeWithin, structureOf } from '../schema/shape.ts'
import type { CleanStep } from './cleaned.ts'
import { words } from './words.ts'

/** What becomes of one value: another one, nothing, or undefined to leave it and look into it. */
interface Verdict {
  value: Json | undefined
  step: CleanStep
}

interface Place {
  path: JsonPath
  value: Json
  /** Undefined within members that are unknown. */
  shape: Shape | undefined
  /** Undefined for elements of lists and members of maps. */
  isRequired: boolean | undefined
}

type Judge = (place: Place) => Verdict | undefined

export interface ValueStep {
  value: Json
  steps: CleanStep[]
}

/** Members that only AWS writes. @param value the definition itself, not its wrapper. */
export function withoutReadOnly(value: Json): ValueStep {
  return walk(value, ({ path: [key, ...rest] }) =>
    rest.length === 0 && readOnlyMembers.includes(String(key))
      ? removed('read-only', words.readOnly, [key ?? ''])
      : undefined,
  )
}

/** AWS's clients refuse null; it says that nothing is set. */
export function withoutNulls(value: Json): ValueStep {
  return walk(value, ({ path, value: member }) =>
    member === null ? removed('null', words.null, path) : undefined,
  )
}

/**
 * Empty lists, objects and texts, which AWS answers for what is not set. Kept where presence or emptiness says something: an
 * empty volume's `host`, `command` and `entryPoint`, the `value` of a variable, elements of lists and members of maps.
 */
export function withoutEmpties(value: Json): ValueStep {
  return walk(value, ({ path, value: member, isRequired }) => {
    const isKept = keptEmpty.includes(String(path.at(-1)))
    return isRequired === false && !isKept && isEmpty(member)
      ? removed('empty', words.empty, path)
      : undefined
  })
}

const keptEmpty = ['host', 'command', 'entryPoint', 'value']

/** `"256"` where a number is needed, 8080 where a text is, and sizes such as `1 vCPU` and `2 GB` in AWS's units. */
export function withTypes(value: Json): ValueStep {
  return walk(value, ({ path, value: member, shape }): Verdict | undefined => {
    if (shape === undefined) return undefined
    const key = nameOf(path)
    const size = typeof member === 'string' ? sizeInUnits(member, path) : undefined
    if (size !== undefined && (shape === 'string' || shape === 'integer'))
      return {
        value: shape === 'string' ? String(size) : size,
        step: { id: 'size', message: { text: words.size, values: { key, size } }, path },
      }
    const fitting = fittingValue(member, shape, path)
    if (fitting === undefined) return undefined
    const text =
      typeof fitting === 'number'
        ? words.toNumber
        : typeof fitting === 'boolean'
          ? words.toBoolean
          : words.toText
    return { value: fitting, step: { id: 'type', message: { text, values: { key } }, path } }
  })
}

function removed(id: string, text: (typeof words)['null'], path: JsonPath): Verdict {
  return { value: undefined, step: { id, message: { text, values: { key: nameOf(path) } }, path } }
}

/** Asks about each member from the outside in, and once more about what has lost members of its own. */
function walk(value: Json, judge: Judge): ValueStep {
  const steps: CleanStep[] = []
  const visit = (place: Place): Json | undefined => {
    const verdict = place.path.length > 0 ? judge(place) : undefined
    if (verdict) {
      steps.push(verdict.step)
      return verdict.value
    }
    const before = steps.length
    const within = Array.isArray(place.value) ? visitList(place, visit) : visitMembers(place, visit)
    const again =
      steps.length > before && place.path.length > 0 ? judge({ ...place, value: within }) : undefined
    if (again) steps.push(again.step)
    return again ? again.value : within
  }
  const result = visit({ path: [], value, shape: definitionShape, isRequired: undefined })
  return { value: result ?? null, steps }
}

type Visit = (place: Place) => Json | undefined

function visitList({ path, value, shape }: Place, visit: Visit): Json {
  return (value as Json[]).flatMap((element, index) => {
    const inner = shape && shapeWithin(shape, index)
    const kept = visit({ path: [...path, index], value: element, shape: inner, isRequired: undefined })
    return kept === undefined ? [] : [kept]
  })
}

function visitMembers({ path, value, shape }: Place, visit: Visit): Json {
  if (!isObject(value)) return value
  const structure = shape && structureOf(shape)
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]): [string, Json][] => {
      const inner = shape && shapeWithin(shape, key)
      const isRequired = inner && structure ? structure.required.includes(key) : undefined
      const kept = visit({ path: [...path, key], value: member, shape: inner, isRequired })
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}

function isEmpty(value: Json): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

function nameOf(path: JsonPath): string {
  return path.findLast((step) => typeof step === 'string') ?? ''
}
