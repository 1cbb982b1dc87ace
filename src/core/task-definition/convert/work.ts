/** What a conversion gathers while it goes on: notes, and questions with the answers that came in. */
import type { Message, Text, TextValues } from '../../../i18n/text.ts'
import type { JsonPath } from '../json.ts'
import type { Answers, ConversionNote, NoteKind, Question } from './conversion.ts'
import { present } from './written.ts'

export interface Work {
  readonly answers: Answers
  readonly notes: ConversionNote[]
  readonly questions: Question[]
}

export interface Asked {
  id: string
  text: Text
  values?: TextValues
  why?: Text
  options?: readonly { value: string; label: Text }[]
  /** Taken when there is no answer. */
  suggested?: string
  /** True when the output is not complete without it. */
  required?: boolean
  paths?: readonly JsonPath[]
  isSensitive?: boolean
  hasLines?: boolean
  /** What an answer in free text must look like; another one is no answer. */
  form?: RegExp
}

export function startWork(answers: Answers): Work {
  return { answers, notes: [], questions: [] }
}

export function note(work: Work, kind: NoteKind, at: string, text: Text, values?: TextValues): void {
  const message: Message = values ? { text, values } : { text }
  work.notes.push({ kind, at, message })
}

/** The answer, or what is suggested; undefined when there is neither. A question asked again only gets more places. */
export function ask(work: Work, asked: Asked): string | undefined {
  const before = work.questions.findIndex((question) => question.id === asked.id)
  const question = questionOf(asked, answerTo(work.answers, asked), work.questions[before])
  if (before < 0) work.questions.push(question)
  else work.questions[before] = question
  return question.answer ?? question.suggested
}

function questionOf(asked: Asked, answer: string | undefined, known: Question | undefined): Question {
  const {
    id,
    text,
    values,
    why,
    options,
    suggested,
    form,
    required,
    paths = [],
    isSensitive,
    hasLines,
  } = asked
  return {
    id,
    text: values ? { text, values } : { text },
    required: required === true || known?.required === true,
    paths: [...(known?.paths ?? []), ...paths],
    ...present<Partial<Question>>({
      options,
      suggested,
      answer,
      why: why && (values ? { text: why, values } : { text: why }),
      form: form?.source,
      isSensitive,
      hasLines,
    }),
  }
}

function answerTo(answers: Answers, { id, options, form }: Asked): string | undefined {
  const answer = Object.hasOwn(answers, id) ? answers[id]?.trim() : undefined
  if (!answer) return undefined
  if (options && !options.some(({ value }) => value === answer)) return undefined
  return form && !form.test(answer) ? undefined : answer
}
