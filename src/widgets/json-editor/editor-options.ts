/** How the editor looks and behaves, whatever is open in it. */
import type { monaco } from './monaco.ts'

export const editorOptions = {
  automaticLayout: true,
  minimap: { enabled: false },
  fontSize: 13,
  scrollBeyondLastLine: false,
  stickyScroll: { enabled: false },
  wordWrap: 'on',
  wrappingIndent: 'indent',
  // Tab leaves the editor, as everywhere on the page; Ctrl+M gives it back to indenting.
  tabFocusMode: true,
  fixedOverflowWidgets: true,
  // Words of the text are no values: without an answer of AWS nothing is better than any of them.
  wordBasedSuggestions: 'off',
  quickSuggestions: { strings: true, other: true, comments: false },
  unicodeHighlight: { ambiguousCharacters: false },
  // An address in a definition is a value, not a way out of the page.
  links: false,
  dropIntoEditor: { enabled: false },
} satisfies monaco.editor.IStandaloneEditorConstructionOptions
