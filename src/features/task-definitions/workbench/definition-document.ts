/** The open definition: its text as it is shown (secrets are marks), what the marks stand for, and who may change it. */
import { decode } from '../../../core/task-definition/clean/decode.ts'
import { clean } from '../../../core/task-definition/clean/clean.ts'
import type { Cleaned } from '../../../core/task-definition/clean/cleaned.ts'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { Change } from '../../../core/task-definition/linter/finding.ts'
import {
  type Kept,
  maskEdits,
  maskText,
  unmaskText,
  unmaskValue,
} from '../../../core/task-definition/mask.ts'
import { checkTypes } from '../../../core/task-definition/linter/type-level.ts'
import { applyEdits, editsFor, placeOf, readText, type TextEdit } from '../../../core/task-definition/text.ts'
import type { Json, JsonPath } from '../../../core/task-definition/json.ts'
import { Store } from '../../../lib/store.ts'
import type { EditorHandle } from '../../../widgets/json-editor/editor-handle.ts'

export interface DocumentState {
  text: string
  kept: Kept
  /** What the last paste or file was, and what was changed about it; undefined when there was none, or it was dismissed. */
  cleaned: Cleaned | undefined
  /** What that was before it was changed, with marks for what may be secret; undefined where nothing was. */
  pasted: string | undefined
  /** True while something is written that was neither loaded from AWS nor registered. */
  isChanged: boolean
}

export class DefinitionDocument {
  readonly #state: Store<DocumentState>
  #editor: EditorHandle | null = null
  /** What AWS has, or what was there to begin with. */
  #safe: string

  constructor(text: string) {
    const masked = maskText(text)
    this.#state = new Store<DocumentState>({
      ...masked,
      cleaned: undefined,
      pasted: undefined,
      isChanged: false,
    })
    this.#safe = masked.text
    this.get = this.#state.get
    this.subscribe = this.#state.subscribe
  }

  get: () => DocumentState
  subscribe: (listener: () => void) => () => void

  /** While an editor is open, changes go through it, so that its undo knows them all. */
  attach = (editor: EditorHandle | null): void => {
    this.#editor = editor
    const { text } = this.#state.get()
    const shown = editor?.text()
    // A revision that was read before may have been opened while the editor was being made.
    if (shown !== undefined && shown !== text) editor?.apply([{ offset: 0, length: shown.length, text }])
  }

  /** The editor tells what was typed, and what `apply` did. */
  onText = (text: string): void => {
    if (text !== this.#state.get().text) this.#set({ text, isChanged: text !== this.#safe })
  }

  undo = (): void => this.#editor?.undo()
  redo = (): void => this.#editor?.redo()
  reveal = (offset: number, length: number): void => this.#editor?.reveal(offset, length)

  /** Shows the member or value at `path`, or the nearest there is around it. */
  revealPath = (path: JsonPath): void => {
    const place = placeOf(readText(this.#state.get().text).tree, path)
    if (place) this.reveal(place.keyOffset ?? place.offset, place.keyLength ?? place.length)
  }

  /** Whatever was pasted or dropped: a definition goes into the editor, of other kinds the result says what they are. */
  replaceAll = (input: string | Uint8Array): Cleaned => {
    const cleaned = clean(input)
    let pasted: string | undefined
    if (belongsInEditor(cleaned)) {
      // Two steps: the first undo shows what was pasted, the second what was there before.
      if (cleaned.steps.length > 0) {
        this.#write(decode(input).text)
        pasted = this.#state.get().text
      }
      this.#write(cleaned.text)
    }
    this.#set({ cleaned, pasted })
    return cleaned
  }

  /** Writes what was pasted as it was, or as it is once it is cleaned. */
  showPasted = (): void => this.#write(this.#state.get().pasted ?? '')
  showCleaned = (): void => this.#write(this.#state.get().cleaned?.text ?? '')

  /** Opens what AWS has: nothing to clean, nothing to lose. */
  open = (text: string): void => {
    this.#write(text)
    this.#set({ cleaned: undefined, pasted: undefined })
    this.keptSafe()
  }

  /** Writes another text over all of it; undo brings back the former. */
  write = (text: string): void => this.#write(text)

  /** Others made sure that nothing can get lost any more. */
  keptSafe = (): void => {
    this.#safe = this.#state.get().text
    this.#set({ isChanged: false })
  }

  /** Changes members of the value; all other characters of the text stay. */
  change = (changes: readonly Change[]): void => this.apply(this.editsFor(changes))

  /** The edits that make the changes, in one step with the marks for what they write: no undo shows it. */
  editsFor = (changes: readonly Change[]): TextEdit[] => {
    const { text, kept } = this.#state.get()
    const edits = editsFor(text, changes)
    const next = applyEdits(text, edits)
    const masked = maskText(next, kept)
    if (masked.text === next) return edits
    this.#set({ kept: masked.kept })
    return smallestEdit(text, masked.text)
  }

  apply = (edits: readonly TextEdit[]): void => {
    if (edits.length === 0) return
    if (this.#editor) this.#editor.apply(edits)
    else this.onText(applyEdits(this.#state.get().text, edits))
  }

  /** Puts marks where secrets were typed. */
  mask = (): void => {
    const { text, kept } = this.#state.get()
    const masked = maskEdits(text, kept)
    if (masked.edits.length === 0) return
    this.#set({ kept: masked.kept })
    this.apply(masked.edits)
  }

  dismissCleaned = (): void => this.#set({ cleaned: undefined, pasted: undefined })

  /** The value with its secrets, for the linter and for AWS; an empty object while nothing can be read. */
  realValue = (): Json => {
    const { text, kept } = this.#state.get()
    return unmaskValue(readText(text).value ?? {}, kept)
  }

  /** What would be registered: unknown and ill-typed members are left out. */
  definition = (): Definition => checkTypes(this.realValue()).trusted

  /** The text with its secrets. */
  realText = (): string => {
    const { text, kept } = this.#state.get()
    return unmaskText(text, kept)
  }

  #write(text: string): void {
    const before = this.#state.get()
    const masked = maskText(text, before.kept)
    this.#set({ kept: masked.kept })
    if (masked.text !== before.text)
      this.apply([{ offset: 0, length: before.text.length, text: masked.text }])
  }

  #set(change: Partial<DocumentState>): void {
    this.#state.set({ ...this.#state.get(), ...change })
  }
}

/** The one edit between two texts that leaves the most of both ends alone. */
function smallestEdit(before: string, after: string): TextEdit[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1
  return [
    { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) },
  ]
}

/** Other kinds are converted first; what cannot be read is shown with its problems. */
export function belongsInEditor({ kind }: Cleaned): boolean {
  return ['definition', 'container-definitions', 'cloudformation', 'unreadable'].includes(kind)
}
