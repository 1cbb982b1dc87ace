/** One file linted: how it was read, what was cleaned, and what was found, with places in the file itself. */
import { clean } from '../src/core/task-definition/clean/clean.ts'
import type { CleanStep, PastedKind } from '../src/core/task-definition/clean/cleaned.ts'
import { decode } from '../src/core/task-definition/clean/decode.ts'
import type { LintContext } from '../src/core/task-definition/linter/context.ts'
import type { Finding } from '../src/core/task-definition/linter/finding.ts'
import { lint } from '../src/core/task-definition/linter/lint.ts'
import { readText, type TextProblem } from '../src/core/task-definition/text.ts'
import { type SourcePlace, sourcePlaces } from '../src/core/task-definition/clean/source-places.ts'

export interface PlacedFinding extends Finding {
  /** Undefined in YAML, and where the file does not hold the place in one piece. */
  place: SourcePlace | undefined
}

export interface FileReport {
  file: string
  kind: PastedKind
  /** Strict JSON in UTF-8; with a byte order mark or in UTF-16; with comments or last commas; only after cleaning; not at all. */
  reading: 'strict' | 'decoded' | 'jsonc' | 'cleaned' | 'none'
  /** Why it could not be read, or not as a task definition; of the file as it is. */
  problems: TextProblem[]
  /** Without places where nothing was cleaned: `--as-is`. */
  cleaned: CleanStep[]
  findings: PlacedFinding[]
}

/** What is no task definition, and what to do with it. */
const others: Partial<Record<PastedKind, string>> = {
  dockerrun: 'a Dockerrun file; npm run convert-taskdef makes a task definition of it',
  compose: 'a Compose file; npm run convert-taskdef makes a task definition of it',
  'ecs-params': 'an ecs-params file; npm run convert-taskdef takes it together with its Compose file',
  'image-definitions': 'a list of images for a pipeline',
  arn: 'the name of a revision',
}

/** @param asIs findings are those before cleaning */
export function lintFile(
  file: string,
  bytes: Uint8Array,
  { asIs, context }: { asIs: boolean; context: LintContext },
): FileReport {
  const { text, steps: decoding } = decode(bytes)
  const { kind, text: cleanedText, steps, problems } = clean(bytes)
  const strict = readText(text)
  const reading = readingOf(text, strict.problems, kind, decoding.length > 0)
  const report = {
    file,
    kind,
    reading,
    problems: asIs ? strict.problems : problems,
    cleaned: asIs ? [] : steps,
  }
  const value = asIs ? strict.value : readText(cleanedText).value
  if (report.problems.length > 0) return { ...report, findings: [] }
  const other = asIs ? undefined : others[kind]
  const found = other === undefined ? lint(value ?? null, context) : [notADefinition(other)]
  const placeOf = sourcePlaces(text)
  return { ...report, findings: found.map((finding) => ({ ...finding, place: placeOf(finding.path) })) }
}

function readingOf(
  text: string,
  problems: readonly TextProblem[],
  kind: PastedKind,
  isDecoded: boolean,
): FileReport['reading'] {
  if (kind === 'unreadable') return 'none'
  if (problems.length > 0) return 'cleaned'
  try {
    JSON.parse(text)
    return isDecoded ? 'decoded' : 'strict'
  } catch {
    return 'jsonc'
  }
}

/** The command line speaks English alone. */
function notADefinition(what: string): Finding {
  const said = `This is no task definition but ${what}.`
  return {
    rule: 'not-a-definition',
    severity: 'error',
    path: [],
    message: { text: { en: said, ko: said } },
  }
}

export function hasError({ problems, findings }: FileReport): boolean {
  return problems.length > 0 || findings.some(({ severity }) => severity === 'error')
}
