/** All findings about a definition: first its types, then the rules on what is well typed. Pure, a few milliseconds. */
import type { Json, JsonPath } from '../json.ts'
import type { LintContext } from './context.ts'
import type { Change, Finding } from './finding.ts'
import { applyChanges, safeFixes } from './fix.ts'
import { rules } from './registry.ts'
import { checkTypes } from './type-level.ts'

/**
 * Findings about types first, then in the order of the rules. `value`: what stands there, whatever it is. The rules see it with
 * the findings about types mended where that is certain, so that `"memory": "256"` is told once, and not as missing memory too.
 */
export function lint(value: Json, context: LintContext = {}): Finding[] {
  const types = checkTypes(value)
  const mending = types.findings.flatMap(({ fix }) => (fix?.safe ? fix.changes.filter(isInPlace) : []))
  const seen = mending.length === 0 ? value : applyChanges(value, mending)
  const { trusted, findings: remaining } = mending.length === 0 ? types : checkTypes(seen)
  const found = rules.flatMap((rule) => rule.check(trusted, context, seen))
  const told = found.filter(({ path }) => !remaining.some((one) => isIllTyped(one, path)))
  const explained = new Set(told.map(({ path }) => JSON.stringify(path)))
  return [
    // A rule that knows what was meant says it better than that the member is unknown.
    ...types.findings.filter(
      (one) => one.rule !== 'unknown-member' || !explained.has(JSON.stringify(one.path)),
    ),
    ...told.map((finding) => withoutMovedFix(finding, mending)),
  ]
}

/** More rounds than fixes can follow on each other. */
const mostRounds = 20

/** Makes all safe fixes, and those that show once they are made. `changes`: all of them, in order. */
export function fixAllSafe(value: Json, context: LintContext = {}): { value: Json; changes: Change[] } {
  const changes: Change[] = []
  let fixed = value
  for (let round = 0; round < mostRounds; round += 1) {
    const next = safeFixes(lint(fixed, context))
    if (next.length === 0) break
    changes.push(...next)
    fixed = applyChanges(fixed, next)
  }
  return { value: fixed, changes }
}

/** True for a change after which every other path still leads to the same place, or to its new name. */
function isInPlace(change: Change): boolean {
  return 'renameTo' in change || change.value !== undefined
}

/** A rule can say nothing about a place where something of a wrong type stands, nor about what is missing beside it. */
function isIllTyped({ rule, path }: Finding, place: JsonPath): boolean {
  if (rule !== 'wrong-type') return false
  return startsWith(place, path) || (place.length === path.length - 1 && startsWith(path, place))
}

/** Below a misspelt name, a fix would only hold once the name is right. */
function withoutMovedFix(finding: Finding, mending: readonly Change[]): Finding {
  const isMoved = mending.some(
    (change) =>
      'renameTo' in change &&
      finding.fix?.changes.some(({ path }) =>
        startsWith(path, [...change.path.slice(0, -1), change.renameTo]),
      ),
  )
  if (!isMoved) return finding
  const { fix: _moved, ...rest } = finding
  return rest
}

function startsWith(path: JsonPath, start: JsonPath): boolean {
  return start.every((part, index) => part === path[index])
}
