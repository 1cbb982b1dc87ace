/** What a page may do to an open editor, and what it tells the editor: nothing of Monaco shows. */

/** Replaces `length` characters at `offset` by `text`. */
export interface TextEdit {
  offset: number
  length: number
  text: string
}

export interface EditorHandle {
  /** What it shows. */
  text(): string
  /** Applies edits (offsets of the text as it is) as one step that undo takes back. */
  apply(edits: readonly TextEdit[]): void
  undo(): void
  redo(): void
  /** Selects a stretch, scrolls to it and takes the focus. */
  reveal(offset: number, length: number): void
  focus(): void
}

/** A finding at its place in the text. */
export interface EditorMarker {
  offset: number
  length: number
  severity: 'error' | 'warning' | 'info'
  message: string
  /** Shown after the message; a link when `href` is there. */
  code: string
  href?: string
  fix?: { title: string; edits: () => readonly TextEdit[] }
}

/** A value that may stand at the cursor. */
export interface Suggestion {
  /** What is written, with its quotes. */
  insert: string
  label: string
  detail?: string
  /** True for the first part of a value: the caret stays in the string, and what may follow is offered. */
  goesOn?: boolean
}

/** Stands in the list of values where some could not be had, and says why. Taking it writes nothing. */
export interface SuggestionNote {
  note: string
  about: string
}

/** A piece of text with places to fill in, as snippets are written: `${1:name}`. */
export interface EditorSnippet {
  label: string
  detail: string
  body: string
}
