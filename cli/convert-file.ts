/** One file converted: first into a task definition, then into what is wanted. */
import { clean } from '../src/core/task-definition/clean/clean.ts'
import { decode } from '../src/core/task-definition/clean/decode.ts'
import type { Answers, Conversion } from '../src/core/task-definition/convert/conversion.ts'
import { fromCompose } from '../src/core/task-definition/convert/from-compose.ts'
import { fromDockerRun } from '../src/core/task-definition/convert/from-docker-run.ts'
import { fromDockerrun } from '../src/core/task-definition/convert/from-dockerrun.ts'
import { toCdk } from '../src/core/task-definition/convert/to-cdk.ts'
import { toCli } from '../src/core/task-definition/convert/to-cli.ts'
import { toCloudFormation } from '../src/core/task-definition/convert/to-cloudformation.ts'
import { toTerraform } from '../src/core/task-definition/convert/to-terraform.ts'
import type { Definition } from '../src/core/task-definition/definition.ts'
import { imageDefinitions } from '../src/core/task-definition/image-definitions.ts'
import { checkTypes } from '../src/core/task-definition/linter/type-level.ts'
import { problemAt, readText } from '../src/core/task-definition/text.ts'
import type { Source, Target } from './convert-options.ts'

export interface SourceFile {
  bytes: Uint8Array
  /** Without its ending; undefined for the standard input. */
  name: string | undefined
  from: Source | undefined
  ecsParams?: string
  compose?: string
}

export function convertFile(file: SourceFile, to: Target, answers: Answers): Conversion<string> {
  const text = decode(file.bytes).text
  const from = file.from ?? kindOf(file.bytes, text)
  const first = definitionOf(from, text, file, answers)
  if (first.output === undefined) return { ...first, output: undefined }
  const second = writers[to](first.output, answers)
  const asked = new Set(first.questions.map(({ id }) => id))
  return {
    ...second,
    notes: [...first.notes, ...second.notes],
    // A Region that both ask for is one question.
    questions: [...first.questions, ...second.questions.filter(({ id }) => !asked.has(id))],
  }
}

function kindOf(bytes: Uint8Array, text: string): Source {
  const { kind } = clean(bytes)
  if (kind === 'dockerrun' || kind === 'compose') return kind
  return kind === 'unreadable' && /\b(?:docker|podman|nerdctl)\s+(?:container\s+)?(?:run|create)\b/.test(text)
    ? 'docker-run'
    : 'task-definition'
}

function definitionOf(
  from: Source,
  text: string,
  file: SourceFile,
  answers: Answers,
): Conversion<Definition> {
  const { name, ecsParams, compose } = file
  if (from === 'task-definition') return cleaned(file.bytes)
  if (from === 'docker-run') return fromDockerRun(text, answers)
  const named = name === undefined ? {} : { name }
  return from === 'dockerrun'
    ? fromDockerrun({ dockerrun: text, ...named, ...(compose !== undefined && { compose }) }, answers)
    : fromCompose({ compose: text, ...named, ...(ecsParams !== undefined && { ecsParams }) }, answers)
}

/** What cleaning changed is noted; a member that AWS does not know would be lost in silence, so it is noted too. */
function cleaned(bytes: Uint8Array): Conversion<Definition> {
  const { kind, text, steps, problems } = clean(bytes)
  const nothing = { notes: [], questions: [] }
  if (problems.length > 0) return { ...nothing, problems }
  if (kind !== 'definition' && kind !== 'cloudformation' && kind !== 'container-definitions') {
    const why = { en: 'This is no task definition but {kind}.', ko: '태스크 정의가 아니라 {kind}입니다.' }
    return { ...nothing, problems: [problemAt(text, 0, 1, { text: why, values: { kind } })] }
  }
  const { findings, trusted } = checkTypes(readText(text).value ?? {})
  return {
    output: trusted,
    notes: [
      ...steps.map(({ message, path = [] }) => ({ kind: 'changed' as const, at: path.join('.'), message })),
      ...findings
        .filter(({ rule }) => rule !== 'missing-required')
        .map(({ message, path }) => ({ kind: 'lost' as const, at: path.join('.'), message })),
    ],
    questions: [],
    problems: [],
  }
}

const writers: Record<Target, (definition: Definition, answers: Answers) => Conversion<string>> = {
  'task-definition': (definition) => plain(`${JSON.stringify(definition, null, 2)}\n`),
  imagedefinitions: (definition) => plain(imageDefinitions(definition)),
  cloudformation: (definition, answers) => toCloudFormation(definition, 'yaml', answers),
  'cloudformation-json': (definition, answers) => toCloudFormation(definition, 'json', answers),
  terraform: toTerraform,
  cdk: toCdk,
  cli: toCli,
}

function plain(output: string): Conversion<string> {
  return { output, notes: [], questions: [], problems: [] }
}
