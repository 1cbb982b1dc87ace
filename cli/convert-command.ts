/** `npm run convert-taskdef` as a function: words in, an exit code out. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { decode } from '../src/core/task-definition/clean/decode.ts'
import { type Conversion, isOpen, type Question } from '../src/core/task-definition/convert/conversion.ts'
import { translate } from '../src/i18n/translate.ts'
import { convertFile } from './convert-file.ts'
import { type ConvertOptions, readConvertOptions, type Target } from './convert-options.ts'
import type { Outside } from './cutover-outside.ts'
import { UsageError } from './options.ts'

/** 0: converted. 1: a file was refused, or a question that has no suggestion is open. 2: the command line is wrong. */
export function convertTaskdef(
  words: readonly string[],
  { say, complain }: Pick<Outside, 'say' | 'complain'>,
): number {
  try {
    const options = readConvertOptions(words)
    if (options.files.length > 1 && options.out === undefined)
      throw new UsageError('More than one file needs --out FOLDER')
    const beside = {
      ...(options.ecsParams !== undefined && { ecsParams: decode(read(options.ecsParams)).text }),
      ...(options.compose !== undefined && { compose: decode(read(options.compose)).text }),
    }
    const conversions = options.files.map((file) => {
      const source = {
        bytes: read(file),
        name: file === '-' ? undefined : nameOf(file),
        from: options.from,
        ...beside,
      }
      return { file, conversion: convertFile(source, options.to, options.answers) }
    })
    checkAnswers(
      options,
      conversions.map(({ conversion }) => conversion),
    )
    for (const { file, conversion } of conversions) {
      for (const line of linesOf(file, conversion)) complain(line)
      if (conversion.output !== undefined) write(options, file, conversion.output, say)
    }
    return conversions.some(({ conversion }) => isIncomplete(conversion)) ? 1 : 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    complain(error.message)
    return 2
  }
}

function isIncomplete({ output, questions }: Conversion<string>): boolean {
  return output === undefined || questions.some(isOpen)
}

/** An answer that nothing asked for, or that is none of the choices, is a slip of the keyboard. */
function checkAnswers({ answers }: ConvertOptions, conversions: readonly Conversion<string>[]): void {
  const questions = conversions.flatMap((conversion) => conversion.questions)
  // Where nothing could be read, nothing could be asked.
  if (conversions.some(({ output }) => output === undefined)) return
  for (const id of Object.keys(answers)) {
    const asked = questions.filter((question) => question.id === id)
    const [first] = asked
    if (!first)
      throw new UsageError(
        `Nothing asks for ${id}; there are ${[...new Set(questions.map((each) => each.id))].join(', ')}`,
      )
    if (asked.every(({ answer }) => answer === undefined))
      throw new UsageError(`${answers[id]} is no answer to ${id}${choicesOf(first)}`)
  }
}

function choicesOf({ options, form }: Question): string {
  if (options) return `: it is one of ${options.map(({ value }) => value).join(', ')}`
  return form === undefined ? '' : `: it looks like ${form}`
}

function linesOf(file: string, { notes, questions, problems }: Conversion<string>): string[] {
  return [
    ...problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${translate('en', message)}`),
    ...notes.map(
      ({ kind, at, message }) => `${file}: ${kind}: ${at === '' ? '' : `${at}: `}${translate('en', message)}`,
    ),
    ...questions
      .filter(({ answer }) => answer === undefined)
      .map((question) => `${file}: ${isOpen(question) ? 'open' : 'question'}: ${questionText(question)}`),
  ]
}

function questionText({ id, text, options, suggested, isSensitive }: Question): string {
  const choices = options ? ` (${options.map(({ value }) => value).join(', ')})` : ''
  const taken = suggested === undefined ? '' : `; taken: ${isSensitive ? '•••' : suggested}`
  return `${id}: ${translate('en', text)}${choices}${taken}`
}

const endings: Record<Target, string> = {
  'task-definition': '.taskdef.json',
  cloudformation: '.template.yaml',
  'cloudformation-json': '.template.json',
  terraform: '.tf',
  cdk: '.ts',
  cli: '.sh',
  imagedefinitions: '.imagedefinitions.json',
}

function write(
  { out, files, to }: ConvertOptions,
  file: string,
  output: string,
  say: (line: string) => void,
): void {
  if (out === undefined) return say(output.replace(/\n$/, ''))
  const isFolder = files.length > 1 || (existsSync(out) && statSync(out).isDirectory())
  const path = isFolder ? join(out, `${nameOf(file)}${endings[to]}`) : out
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, output)
}

/** `shop` of `shop/docker-compose.yml` and of `shop.json`: files that are all called alike are known by their folder. */
function nameOf(file: string): string {
  if (file === '-') return 'stdin'
  const name = basename(file).replace(/\.[^.]*$/, '')
  return /^(?:docker-)?compose$|^Dockerrun(?:\.aws)?$|^ecs-params$/i.test(name)
    ? basename(dirname(resolve(file)))
    : name
}

function read(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
