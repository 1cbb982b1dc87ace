/** What cleaning a pasted text gives. */
import type { Message } from '../../../i18n/text.ts'
import type { JsonPath } from '../json.ts'
import type { TextProblem } from '../text.ts'

/** What was pasted. */
export type PastedKind =
  | 'definition'
  | 'dockerrun'
  | 'compose'
  | 'ecs-params'
  | 'cloudformation'
  | 'image-definitions'
  | 'container-definitions'
  | 'arn'
  | 'unreadable'

/** One thing that was changed. Steps of one kind share their id. */
export interface CleanStep {
  id: string
  message: Message
  /** The place, in the value as it was before this kind of step. */
  path?: JsonPath
}

/** One step of cleaning a text; without steps the text is the same. */
export type TextStep = (text: string) => { text: string; steps: CleanStep[] }

/** A placeholder that somebody has to fill, such as `{{PORT}}`; places are those of the cleaned text. */
export interface Hole {
  offset: number
  length: number
  line: number
  column: number
  /** The placeholder as it was written. */
  text: string
  path: JsonPath
}

export interface Cleaned {
  /** Of a definition, a container array and a template: the definition, as JSON. Of other kinds: as pasted, decoded. */
  text: string
  kind: PastedKind
  steps: CleanStep[]
  /** What of `text` could not be read. */
  problems: TextProblem[]
  holes: Hole[]
}
