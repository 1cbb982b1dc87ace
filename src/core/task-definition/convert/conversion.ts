/** What a conversion answers: what came of it, what was lost on the way, and what only a person can decide. */
import type { Message, Text } from '../../../i18n/text.ts'
import type { JsonPath } from '../json.ts'
import type { TextProblem } from '../text.ts'

export interface Conversion<Output> {
  /** Made with the answers, and with the suggestions where there is none; undefined when the source cannot be read. */
  output?: Output
  notes: readonly ConversionNote[]
  questions: readonly Question[]
  /** Why there is no output, with line and column. */
  problems: readonly TextProblem[]
}

/** lost: nothing does the same; changed: done in another way; advice: nothing of the source, but worth doing. */
export type NoteKind = 'lost' | 'changed' | 'advice'

export interface ConversionNote {
  kind: NoteKind
  /** The place in the source as its people write it: `services.web.build`, `--restart`, `volumes[0]`. */
  at: string
  message: Message
}

export interface Question {
  /** Unique in a conversion and the same each time it is made: the key of the answer. */
  id: string
  /** What is asked. */
  text: Message
  /** Why it cannot be known, or what depends on it. */
  why?: Message
  /** Values to choose from; absent for free text. */
  options?: readonly { value: string; label: Text }[]
  /** What was taken when there is no answer; absent where nothing can be guessed. */
  suggested?: string
  /** The answer that was used. One that is none of `options`, or lacks `form`, is none. */
  answer?: string
  /** A regular expression that an answer in free text fulfils. */
  form?: string
  /** True where answer and suggestion may be secret: they are not shown unasked. */
  isSensitive?: boolean
  /** True where the answer has lines. */
  hasLines?: boolean
  /** True when the output is not complete without an answer. */
  required: boolean
  /** The members of the definition that the answer decides. */
  paths: readonly JsonPath[]
}

/** By id of the question. A blank answer is no answer. */
export type Answers = Readonly<Record<string, string>>

/** True while a question whose answer cannot be guessed is open. */
export function isOpen(question: Question): boolean {
  return question.required && question.answer === undefined && question.suggested === undefined
}
