/** Quick fixes, completion of values and snippets of one open document. */
import type { EditorMarker, EditorSnippet, Suggestion, SuggestionNote, TextEdit } from './editor-handle.ts'
import { monaco } from './monaco.ts'

/** What the page gives at the moment it is asked. */
export interface Source {
  current: {
    markers: readonly EditorMarker[]
    snippets?: readonly EditorSnippet[]
    suggest?: (text: string, offset: number) => Promise<readonly (Suggestion | SuggestionNote)[]>
  }
}

/** Registers them for `model`; returns what takes them away again. */
export function provideFor(model: monaco.editor.ITextModel, source: Source): () => void {
  const registered = [
    monaco.languages.registerCodeActionProvider('json', {
      provideCodeActions: (of, range) => ({
        actions: of === model ? fixesIn(model, range, source.current.markers) : [],
        dispose: () => undefined,
      }),
    }),
    monaco.languages.registerCompletionItemProvider('json', {
      triggerCharacters: ['"', ':', ' '],
      provideCompletionItems: async (of, position) => ({
        suggestions: of === model ? await completionsAt(model, position, source.current) : [],
      }),
    }),
  ]
  return () => {
    for (const one of registered) one.dispose()
  }
}

function fixesIn(
  model: monaco.editor.ITextModel,
  range: monaco.Range,
  markers: readonly EditorMarker[],
): monaco.languages.CodeAction[] {
  return markers.flatMap(({ offset, length, fix }) => {
    const place = rangeOf(model, { offset, length, text: '' })
    if (!fix || !monaco.Range.areIntersectingOrTouching(place, range)) return []
    const edits = fix.edits().map((edit) => ({
      resource: model.uri,
      versionId: model.getVersionId(),
      textEdit: { range: rangeOf(model, edit), text: edit.text },
    }))
    return [{ title: fix.title, kind: 'quickfix', isPreferred: true, edit: { edits } }]
  })
}

async function completionsAt(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
  { suggest, snippets = [] }: Source['current'],
): Promise<monaco.languages.CompletionItem[]> {
  const values = (await suggest?.(model.getValue(), model.getOffsetAt(position))) ?? []
  const range = wordAt(model, position)
  // What is written of its name is replaced by it.
  const { startColumn, endColumn } = model.getWordUntilPosition(position)
  const beforeCaret = new monaco.Range(position.lineNumber, startColumn, position.lineNumber, endColumn)
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages
  return [
    ...values.map((value, index) => ({
      ...('note' in value ? noted(value, model.getValueInRange(range)) : offered(value)),
      sortText: `0${String(index).padStart(5, '0')}`,
      range,
    })),
    ...(isInString(model, position) ? [] : snippets).map(({ label, detail, body }) => ({
      label,
      kind: CompletionItemKind.Snippet,
      insertText: body,
      insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
      detail,
      range: beforeCaret,
    })),
  ]
}

type Item = Omit<monaco.languages.CompletionItem, 'range'>

function offered({ insert, label, detail, goesOn }: Suggestion): Item {
  return {
    label,
    kind: monaco.languages.CompletionItemKind.Value,
    insertText: insert,
    filterText: insert,
    ...(detail !== undefined && { detail }),
    ...(goesOn && caretStays(insert)),
  }
}

/** Fits whatever is written, and leaves it as it is. */
function noted({ note, about }: SuggestionNote, written: string): Item {
  return {
    label: note,
    kind: monaco.languages.CompletionItemKind.Issue,
    insertText: written,
    filterText: written,
    documentation: about,
  }
}

/** The text with the caret before its last quote, and the next list opened at once. */
function caretStays(insert: string): Partial<monaco.languages.CompletionItem> {
  const written = insert.slice(0, -1).replaceAll(/[\\$}]/g, '\\$&')
  return {
    insertText: `${written}$0"`,
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
    command: { id: 'editor.action.triggerSuggest', title: '' },
  }
}

/** The string around the cursor with its quotes, or the empty place. */
function wordAt(model: monaco.editor.ITextModel, position: monaco.Position): monaco.IRange {
  const line = model.getLineContent(position.lineNumber)
  const before = line.slice(0, position.column - 1)
  const inString = isInString(model, position)
  const after = /^[^"]*"/.exec(line.slice(position.column - 1))?.[0].length ?? 0
  return {
    startLineNumber: position.lineNumber,
    endLineNumber: position.lineNumber,
    startColumn: inString ? before.lastIndexOf('"') + 1 : position.column,
    endColumn: inString ? position.column + after : position.column,
  }
}

function isInString(model: monaco.editor.ITextModel, position: monaco.Position): boolean {
  const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
  return (before.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1
}

function rangeOf(model: monaco.editor.ITextModel, { offset, length }: TextEdit): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length))
}
