/** All findings about a definition: first its types, then the rules on what is well typed. Pure, a few milliseconds. */
import type { Json, JsonPath } from '../json.ts'
import { holdsSecret, withoutSecrets } from '../masking/repeated-names.ts'
import type { LintContext } from './context.ts'
import type { Change, Finding } from './finding.ts'
import { applyChanges, safeFixes } from './fix.ts'
import { inPlace } from './place.ts'
import { rules } from './registry.ts'
import { functionsAsHoles } from './template-functions.ts'
import { checkTypes } from './type-level.ts'

/**
 * Findings about types first, then in the order of the rules. `value`: what stands there, whatever it is. The rules see it with
 * the findings about types mended where that is certain, so that `"memory": "256"` is told once, and not as missing memory too.
 * About a place where something of a wrong type stands, and about what is missing beside it, they can say nothing.
 */
export function lint(value: Json, context: LintContext = {}): Finding[] {
  const types = checkTypes(value)
  const mending = types.findings.flatMap(({ fix }) => (fix?.safe ? fix.changes.filter(isInPlace) : []))
  const seen = mending.length === 0 ? value : applyChanges(value, mending)
  const { trusted: plain, findings: remaining } = mending.length === 0 ? types : checkTypes(seen)
  const isIllTyped = remaining.some(({ rule }) => rule === 'wrong-type')
  const trusted = isIllTyped ? checkTypes(functionsAsHoles(seen)).trusted : plain
  const illTyped = pathsOf(remaining.filter(({ rule }) => rule === 'wrong-type').map(({ path }) => path))
  const told = rules
    .flatMap((rule) => rule.check(trusted, context, seen))
    .filter(({ path }) => !isBelow(path, illTyped.all) && !illTyped.parents.has(keyOf(path)))
  const explained = pathsOf(told.map(({ path }) => path)).all
  const renamed = pathsOf(mending.flatMap((change) => ('renameTo' in change ? [newPath(change)] : []))).all
  const findings = [
    // A rule that knows what was meant says it better than that the member is unknown.
    ...types.findings.filter(({ rule, path }) => rule !== 'unknown-member' || !explained.has(keyOf(path))),
    ...told.map((finding) => withoutMovedFix(finding, renamed)),
  ]
  return findings.map((finding) => inPlace(withoutRepeated(finding), context))
}

/** A fix of such a name may write it otherwise, so that it is not known again. */
function withoutRepeated(finding: Finding): Finding {
  const { message, fix } = finding
  if (!fix) return { ...finding, message: withoutSecrets(message) }
  const isRepeated = holdsSecret(message) || holdsSecret(fix.title)
  if (!isRepeated) return finding
  const { text, values = {} } = withoutSecrets(fix.title)
  const title = { text, values: 'value' in values ? { ...values, value: '•••' } : values }
  return { ...finding, message: withoutSecrets(message), fix: { ...fix, title } }
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

/** Below a misspelt name, a fix would only hold once the name is right. */
function withoutMovedFix(finding: Finding, renamed: ReadonlySet<string>): Finding {
  if (!finding.fix?.changes.some(({ path }) => isBelow(path, renamed))) return finding
  const { fix: _moved, ...rest } = finding
  return rest
}

function newPath({ path, renameTo }: Change & { renameTo: string }): JsonPath {
  return [...path.slice(0, -1), renameTo]
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path)
}

/** Paths to look up, and those of what they are in. */
function pathsOf(paths: readonly JsonPath[]): { all: ReadonlySet<string>; parents: ReadonlySet<string> } {
  return {
    all: new Set(paths.map(keyOf)),
    parents: new Set(paths.map((path) => keyOf(path.slice(0, -1)))),
  }
}

/** True for one of the paths, and for places within. */
function isBelow(path: JsonPath, paths: ReadonlySet<string>): boolean {
  return paths.size > 0 && path.some((_, index) => paths.has(keyOf(path.slice(0, index + 1))))
}
