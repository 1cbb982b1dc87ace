/** Every Dockerrun and Compose file of the corpus, for both launch types. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { Definition } from '../definition.ts'
import type { Json, JsonPath } from '../json.ts'
import { lint } from '../linter/lint.ts'
import { type Answers, type Conversion, isOpen } from './conversion.ts'
import { fromCompose } from './from-compose.ts'
import { fromDockerrun } from './from-dockerrun.ts'

const folder = new URL('../corpus/', import.meta.url)
const files = readdirSync(folder).filter((name) => /-(?:dockerrun\d|compose)\./.test(name))

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

function convert(name: string, answers: Answers): Conversion<Definition> {
  if (name.includes('dockerrun')) return fromDockerrun({ dockerrun: read(name) }, answers)
  const params = name.replace('compose', 'ecs-params')
  return fromCompose(
    { compose: read(name), ...(existsSync(new URL(params, folder)) && { ecsParams: read(params) }) },
    answers,
  )
}

/** One is part of the other: an error about a missing member stands at the object that lacks it. */
function overlaps(one: JsonPath, other: JsonPath): boolean {
  return one.slice(0, other.length).every((step, index) => step === other[index])
}

/** Errors of the linter that no open question is about. */
function unasked({ output, questions }: Conversion<Definition>): string[] {
  const open = questions.filter(isOpen).flatMap(({ paths }) => paths)
  return lint(output as Json)
    .filter(({ severity, path }) => severity === 'error' && !open.some((asked) => overlaps(path, asked)))
    .map(({ rule, path, message }) => `${rule} ${path.join('.')} ${translate('en', message)}`)
}

describe('the corpus', () => {
  it('has files to convert', () => {
    expect(files.length).toBe(27)
  })

  it.each(
    files.flatMap((name) => [
      [name, ''],
      [name, 'FARGATE'],
      [name, 'EC2'],
    ]),
  )('%s converts for %s without errors, but those it asks about', (name, launchType) => {
    const conversion = convert(name, { launchType })
    expect(conversion.problems).toEqual([])
    expect(unasked(conversion)).toEqual([])
  })

  it.each(files)('%s: answers to open questions leave no error', (name) => {
    const { questions } = convert(name, {})
    const answers = Object.fromEntries(
      questions.filter(isOpen).map(({ id }) => [id, id.startsWith('image.') ? 'nginx:1' : '4444']),
    )
    const answered = convert(name, answers)
    expect(answered.questions.filter(isOpen).map(({ id }) => id)).toEqual([])
    const errors = lint(answered.output as Json).filter(({ severity }) => severity === 'error')
    expect(errors).toEqual([])
  })

  it('has one file that lacks a comma, which is told with its line', () => {
    const { notes } = convert('052-dockerrun2.json', {})
    expect(notes[0] && translate('en', notes[0].message)).toBe('Added the missing comma in line 41.')
  })

  it('says every note and question in both languages', () => {
    for (const name of files)
      for (const launchType of ['FARGATE', 'EC2']) {
        const { notes, questions } = convert(name, { launchType })
        const messages = [
          ...notes.map((note) => note.message),
          ...questions.flatMap(({ text, why }) => [text, why ?? text]),
        ]
        for (const message of messages) {
          expect(translate('en', message)).not.toMatch(/\{\w|undefined/)
          expect(translate('ko', message)).toMatch(/[가-힣]/)
        }
      }
  })
})
