/** Makes a definition out of whatever was pasted, and lists all that it changed. */
import { tooDeepAt } from '../depth.ts'
import type { Json } from '../json.ts'
import { nodeAt } from '../tree.ts'
import { applyEdits, editsToValue, problemAt, readText } from '../text.ts'
import type { Cleaned, CleanStep, TextStep } from './cleaned.ts'
import { missingCommas, noLastCommas } from './commas.ts'
import { decode } from './decode.ts'
import { noDuplicates } from './duplicates.ts'
import { holesOf } from './holes.ts'
import { apiNames } from './key-case.ts'
import { isMeantForEcs, kindOf } from './kind.ts'
import { unixLineEnds } from './line-ends.ts'
import { quotedPlaceholders } from './placeholders.ts'
import { withoutQuotes, withoutSurroundingLines, withoutSurroundings } from './surroundings.ts'
import { listStarts, terraformAsJson } from './terraform.ts'
import { unwrap } from './unwrap.ts'
import { type ValueStep, withoutEmpties, withoutNulls, withoutReadOnly, withTypes } from './value-steps.ts'
import { refusals, words } from './words.ts'
import { readYaml, type ReadYaml, yamlComments } from './yaml.ts'
import { quotedInYaml } from './yaml-placeholders.ts'

/** `arn:aws:ecs:…:task-definition/family:7`, or `family:7` alone. */
const reference =
  /^(?:arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/)?[\w-]{1,255}:\d+$|^arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition\/[\w-]{1,255}$/

/**
 * Reads JSON with or without comments, YAML, and what surrounds them; unwraps and unifies a definition. Nothing is left out
 * without a step that says so, and cleaning what was cleaned changes nothing.
 * @param input a text, or the bytes of a file in UTF-8 or UTF-16. Never throws.
 */
export function clean(input: string | Uint8Array): Cleaned {
  const { text, steps } = after(decode(input), unixLineEnds)
  if (tooDeepAt(text) !== undefined)
    return { text, steps, kind: 'unreadable', problems: readText(text).problems, holes: [] }
  const trimmed = text.trim()
  if (trimmed === '') {
    const problems = [problemAt(text, 0, 0, { text: refusals.empty })]
    return { text, steps, kind: 'unreadable', problems, holes: [] }
  }
  if (reference.test(trimmed)) return { text: trimmed, steps, kind: 'arn', problems: [], holes: [] }
  return withStepsBefore(steps, readsLikeJson(text) ? cleanJson(text) : cleanYaml(text))
}

function readsLikeJson(text: string): boolean {
  return /^\s*(?:[[{"]|\/[/*])/.test(text)
}

/** Where no reading succeeds, the text stays as it is, so that the problems' places are those of the file. */
function cleanJson(text: string): Cleaned {
  const [, second] = listStarts(text)
  if (second !== undefined) {
    const problems = [problemAt(text, second, 1, { text: refusals.manyLists })]
    return { text, steps: [], kind: 'unreadable', problems, holes: [] }
  }
  const steps = [
    terraformAsJson,
    withoutSurroundings,
    withoutQuotes,
    quotedPlaceholders,
    missingCommas,
    noLastCommas,
  ]
  const repaired = steps.reduce(after, { text, steps: [] as CleanStep[] })
  const read = readText(repaired.text)
  if (read.value !== undefined && read.problems.length === 0) return cleanValue(repaired, read.value)
  const { problems } = readText(text)
  // A text in quotes can be read; what it says cannot.
  const said = problems.length > 0 ? problems : [problemAt(text, 0, text.length, { text: refusals.noJson })]
  return { text, steps: [], kind: 'unreadable', problems: said, holes: [] }
}

/** Only what is meant for ECS: a shell prompt and a file's name may be YAML too, and a piece of broken YAML may be JSON. */
function cleanYaml(text: string): Cleaned {
  const quoted = quotedInYaml(text)
  const within = after(quoted, withoutSurroundingLines)
  const read = readYaml(quoted.text)
  if (isForEcs(read)) return withStepsBefore(quoted.steps, fromYaml(quoted.text, read.value))
  const inner = within.text === quoted.text ? read : readYaml(within.text)
  if (isForEcs(inner)) return withStepsBefore(within.steps, fromYaml(within.text, inner.value))
  const json = cleanJson(text)
  if (listStarts(text).length > 1) return json
  const isMeant = json.problems.length > 0 || isMeantForEcs(readText(json.text).value ?? null)
  if (json.kind !== 'unreadable' && isMeant) return json
  const none = [problemAt(text, text.length - text.trimStart().length, 0, { text: refusals.noJson })]
  const { problems } = quoted.text === text ? read : readYaml(text)
  return { text, steps: [], kind: 'unreadable', problems: problems.length > 0 ? problems : none, holes: [] }
}

function isForEcs(read: ReadYaml): read is ReadYaml & { value: Json } {
  return read.value !== undefined && isMeantForEcs(read.value)
}

function fromYaml(text: string, value: Json): Cleaned {
  const kind = kindOf(value)
  if (kind === 'compose' || kind === 'ecs-params' || kind === 'dockerrun')
    return { text, steps: [], kind, problems: [], holes: [] }
  const comments = yamlComments(text)
  const lines = comments.map((comment) => `// ${comment}\n`).join('')
  const step = { id: 'yaml', message: { text: words.yaml, values: { comments: comments.length } } }
  return cleanValue({ text: `${lines}${JSON.stringify(value, null, 2)}\n`, steps: [step] }, value)
}

function cleanValue({ text, steps }: ReturnType<TextStep>, value: Json): Cleaned {
  const kind = kindOf(value)
  if (kind === 'dockerrun' || kind === 'image-definitions' || kind === 'compose' || kind === 'ecs-params')
    return { text, steps, kind, problems: [], holes: holesOf(text) }
  const unwrapped = unwrap(text)
  const { refusal } = unwrapped
  if (refusal) {
    const node = nodeAt(readText(text).tree ?? { type: 'null', offset: 0, length: 0 }, refusal.path)
    const problems = [problemAt(text, node?.offset ?? 0, 1, refusal.message)]
    return { text, steps, kind, problems, holes: [] }
  }
  const named = [noDuplicates, apiNames].reduce(after, unwrapped)
  const unset = [withoutReadOnly, withoutNulls].reduce(afterValue, named)
  const isAnswer = unwrapped.isAnswer || unset.steps.some(({ id }) => id === 'read-only')
  const valueSteps = isAnswer ? [withoutEmpties, withTypes] : [withTypes]
  const cleaned = valueSteps.reduce(afterValue, unset)
  return {
    text: cleaned.text,
    steps: [...steps, ...cleaned.steps],
    kind,
    problems: [],
    holes: holesOf(cleaned.text),
  }
}

function after({ text, steps }: ReturnType<TextStep>, step: TextStep): ReturnType<TextStep> {
  const next = step(text)
  return { text: next.text, steps: [...steps, ...next.steps] }
}

function afterValue(
  { text, steps }: ReturnType<TextStep>,
  step: (value: Json) => ValueStep,
): ReturnType<TextStep> {
  const next = step(readText(text).value ?? null)
  if (next.steps.length === 0) return { text, steps }
  return { text: applyEdits(text, editsToValue(text, next.value)), steps: [...steps, ...next.steps] }
}

function withStepsBefore(steps: readonly CleanStep[], cleaned: Cleaned): Cleaned {
  return { ...cleaned, steps: [...steps, ...cleaned.steps] }
}
