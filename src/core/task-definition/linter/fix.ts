/** Changes to a definition as a value, and how the fixes of many findings become one list of changes. */
import type { Json, JsonPath } from '../json.ts'
import type { Change, Finding } from './finding.ts'

/** `value` with the changes made in order. A place whose parent is not there stays as it is. */
export function applyChanges(value: Json, changes: readonly Change[]): Json {
  return changes.reduce(applyChange, value)
}

function applyChange(value: Json, change: Change): Json {
  const [key, ...rest] = change.path
  if (key === undefined) return 'value' in change ? (change.value ?? null) : value
  if (rest.length === 0) return changeMember(value, key, change)
  if (typeof value !== 'object' || value === null) return value
  const child: Json | undefined = (value as Record<string | number, Json>)[key]
  if (child === undefined) return value
  const changed = applyChange(child, { ...change, path: rest })
  if (Array.isArray(value)) return value.with(Number(key), changed)
  return { ...value, [key]: changed }
}

function changeMember(value: Json, key: string | number, change: Change): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    if (!('value' in change)) return value
    const list = [...value]
    if (change.value === undefined) list.splice(Number(key), 1)
    else list[Number(key)] = change.value
    return list
  }
  if ('renameTo' in change)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name === key ? change.renameTo : name, member]),
    )
  const { [key]: _removed, ...others } = value
  if (change.value === undefined) return others
  return { ...value, [key]: change.value }
}

/**
 * The changes of all safe fixes, as one list to be made in order. Of two fixes about the same place the first counts; lint
 * again afterwards, since one fix may show the next.
 */
export function safeFixes(findings: readonly Finding[]): Change[] {
  const made: Change[] = []
  for (const { fix } of findings) {
    if (!fix?.safe) continue
    const moved = fix.changes.map((change) => rebase(change, made))
    if (moved.every((change) => change !== undefined)) made.push(...moved)
  }
  return made
}

/** `change` as it reads after `made`; undefined if one of them is about the same place. */
function rebase(change: Change, made: readonly Change[]): Change | undefined {
  let path: JsonPath | undefined = change.path
  for (const earlier of made) {
    path = path && rebasePath(path, earlier)
  }
  return path && { ...change, path }
}

function rebasePath(path: JsonPath, earlier: Change): JsonPath | undefined {
  const at = earlier.path.length - 1
  const isBeside = path.length > at && startsWith(path, earlier.path.slice(0, at))
  // An earlier change inside the place that this one sets or removes: they may contradict.
  if (!isBeside) return startsWith(earlier.path, path) ? undefined : path
  const [here, there] = [path[at], earlier.path[at]]
  if (here === there) {
    const isInside = 'renameTo' in earlier && path.length > earlier.path.length
    return isInside ? path.with(at, earlier.renameTo) : undefined
  }
  const isRemoval = 'value' in earlier && earlier.value === undefined
  return isRemoval && isAfter(here, there) ? path.with(at, Number(here) - 1) : path
}

/** True for a later element of the same list. */
function isAfter(here: string | number | undefined, there: string | number | undefined): boolean {
  return typeof here === 'number' && typeof there === 'number' && here > there
}

function startsWith(path: JsonPath, start: JsonPath): boolean {
  return start.every((part, index) => part === path[index])
}
