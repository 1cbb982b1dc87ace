/** The same value in the type that a member needs, where there is no doubt about it: `"256"` as 256, 8080 as "8080", "true" as true. */
import type { Json, JsonPath } from '../json.ts'
import { cpuUnits, memoryMib } from '../size.ts'
import type { Shape } from './shape.ts'

/** Undefined when the value has the type already, or when what is meant is not certain. */
export function fittingValue(value: Json, shape: Shape, path: JsonPath): Json | undefined {
  const isText = shape === 'string' || (typeof shape === 'object' && 'enum' in shape)
  if (isText) return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  if (shape === 'integer') return wholeNumber(value.trim(), path)
  if (shape === 'boolean')
    return /^(?:true|false)$/i.test(value.trim()) ? value.trim().toLowerCase() === 'true' : undefined
  return undefined
}

function wholeNumber(text: string, path: JsonPath): number | undefined {
  const sized = sizeInUnits(text, path)
  if (sized !== undefined) return sized
  const value = Number(text)
  return /^-?\d+(?:\.0+)?$/.test(text) && Number.isSafeInteger(value) ? value : undefined
}

/**
 * `1 vCPU` as 1024 units and `2 GB` as 2048 MiB, for `cpu`, `memory` and `memoryReservation` of a task or a container; AWS
 * converts them in the same way. Undefined for everything else.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export function sizeInUnits(text: string, path: JsonPath): number | undefined {
  const isSize = path.length === 1 || (path.length === 3 && path[0] === 'containerDefinitions')
  if (!isSize || /^\s*-?\d+\s*$/.test(text)) return undefined
  const member = path.at(-1)
  const size =
    member === 'cpu'
      ? cpuUnits(text)
      : member === 'memory' || member === 'memoryReservation'
        ? (memoryMib(text) ?? mib(text))
        : undefined
  return Number.isSafeInteger(size) ? size : undefined
}

/** Other spellings that people write; AWS itself knows only GB. */
function mib(text: string): number | undefined {
  const [, amount, unit = ''] = /^\s*(\d*\.?\d+)\s*(M|MB|MiB|GiB|Gi|Mi)\s*$/i.exec(text) ?? []
  if (amount === undefined) return undefined
  return Number(amount) * (unit.toLowerCase().startsWith('g') ? 1024 : 1)
}
