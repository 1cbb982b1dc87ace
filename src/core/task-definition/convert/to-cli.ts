/** A task definition as the AWS CLI registers it. */
import { registerCommand } from '../commands.ts'
import type { Definition } from '../definition.ts'
import type { Json } from '../json.ts'
import type { Answers, Conversion } from './conversion.ts'
import { ask, startWork } from './work.ts'

/** A command that a POSIX shell takes as it stands. `suggested`: the Region where nobody chooses another. */
export function toCli(
  definition: Definition,
  answers: Answers = {},
  suggested = 'us-east-1',
): Conversion<string> {
  const work = startWork(answers)
  const region = ask(work, {
    id: 'region',
    text: { en: 'Region to register in', ko: '등록할 리전' },
    suggested,
    form: /^[a-z]{2}(?:-[a-z]+)+-\d$/,
  })
  const output = `${registerCommand(definition as Json, region ?? suggested)}\n`
  return { output, notes: work.notes, questions: work.questions, problems: [] }
}
