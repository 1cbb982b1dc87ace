/** A JSON text in Monaco: markers with fixes, completion, snippets, and one undo for whoever changes the text. */
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { addActions, type EditorWords } from './editor-actions.ts'
import type {
  EditorHandle,
  EditorMarker,
  EditorSnippet,
  Suggestion,
  SuggestionNote,
  TextEdit,
} from './editor-handle.ts'
import { editorOptions } from './editor-options.ts'
import { followTheme } from './editor-theme.ts'
import { provideFor } from './language-features.ts'
import { toMonacoMarkers } from './markers.ts'
import { monaco, setJsonSchema } from './monaco.ts'
import './json-editor.css'

export interface JsonEditorProps {
  /** What it opens with; later changes come through the handle. */
  initialText: string
  /** Kind of document, which chooses the schema. */
  kind: string
  schema?: object | undefined
  /** Accessible name. */
  label: string
  words: EditorWords
  markers: readonly EditorMarker[]
  snippets?: readonly EditorSnippet[]
  /** Values for the place at `offset` of the text. */
  suggest?: (text: string, offset: number) => Promise<readonly (Suggestion | SuggestionNote)[]>
  onChange: (text: string) => void
  /** A paste that would replace everything, or a dropped file: true when it was dealt with. */
  onReplaceAll?: (input: string | Uint8Array) => boolean
  /** Something was pasted into the text, or whoever typed has left it. */
  onSettled?: () => void
  /** Null until there is an editor. */
  handle: Ref<EditorHandle | null>
}

/** Loaded lazily, always: see `LazyJsonEditor`. */
export function JsonEditor(props: JsonEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor>()
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (!place.current) return undefined
    const made = create(place.current, latest)
    setEditor(made.editor)
    return made.dispose
  }, [])
  useEffect(() => {
    if (props.schema) setJsonSchema(props.kind, props.schema)
  }, [props.kind, props.schema])
  useEffect(() => {
    const model = editor?.getModel()
    if (model) monaco.editor.setModelMarkers(model, 'findings', toMonacoMarkers(model, props.markers))
  }, [editor, props.markers])
  useImperativeHandle<EditorHandle | null, EditorHandle | null>(
    props.handle,
    () => (editor ? handleOf(editor) : null),
    [editor],
  )
  return <div ref={place} className="json-editor" />
}

type Latest = { current: JsonEditorProps }

function create(
  place: HTMLElement,
  latest: Latest,
): { editor: monaco.editor.IStandaloneCodeEditor; dispose: () => void } {
  const { initialText, kind, label } = latest.current
  const model = monaco.editor.createModel(
    initialText,
    'json',
    monaco.Uri.parse(`inmemory://${crypto.randomUUID()}.${kind}.json`),
  )
  model.updateOptions({ tabSize: 2, insertSpaces: true })
  const editor = monaco.editor.create(place, {
    model,
    ariaLabel: label,
    ...editorOptions,
  })
  const stops = [
    followTheme(),
    watchPaste(place, editor, latest),
    provideFor(model, latest),
    addActions(editor, latest.current.words),
    listen(editor.onDidChangeModelContent(() => latest.current.onChange(model.getValue()))),
    listen(editor.onDidBlurEditorText(() => latest.current.onSettled?.())),
    listen(editor.onDidPaste(() => latest.current.onSettled?.())),
  ]
  return {
    editor,
    dispose: () => {
      for (const stop of stops) stop()
      editor.dispose()
      model.dispose()
    },
  }
}

function listen(subscription: monaco.IDisposable): () => void {
  return () => subscription.dispose()
}

/** A paste over everything and a dropped file are read by the page: they may be anything but JSON. */
function watchPaste(
  place: HTMLElement,
  editor: monaco.editor.IStandaloneCodeEditor,
  latest: Latest,
): () => void {
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain')
    if (!text || !replacesAll(editor) || !latest.current.onReplaceAll?.(text)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    event.stopPropagation()
    void file.arrayBuffer().then((bytes) => latest.current.onReplaceAll?.(new Uint8Array(bytes)))
  }
  place.addEventListener('paste', paste, { capture: true })
  place.addEventListener('dragover', allowDrop)
  place.addEventListener('drop', drop, { capture: true })
  return () => {
    place.removeEventListener('paste', paste, { capture: true })
    place.removeEventListener('dragover', allowDrop)
    place.removeEventListener('drop', drop, { capture: true })
  }
}

function allowDrop(event: DragEvent): void {
  event.preventDefault()
}

function replacesAll(editor: monaco.editor.IStandaloneCodeEditor): boolean {
  const model = editor.getModel()
  const selection = editor.getSelection()
  if (!model || !selection) return false
  return model.getValue().trim() === '' || model.getFullModelRange().equalsRange(selection)
}

function handleOf(editor: monaco.editor.IStandaloneCodeEditor): EditorHandle {
  const rangeOf = (offset: number, length: number): monaco.Range => {
    const model = editor.getModel()
    if (!model) return new monaco.Range(1, 1, 1, 1)
    return monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length))
  }
  return {
    text: () => editor.getModel()?.getValue() ?? '',
    apply(edits: readonly TextEdit[]) {
      editor.pushUndoStop()
      editor.executeEdits(
        'page',
        edits.map(({ offset, length, text }) => ({ range: rangeOf(offset, length), text })),
      )
      editor.pushUndoStop()
      // A new text is read from its beginning; left selected, the next key would replace all of it.
      if (replacesAll(editor)) editor.setPosition({ lineNumber: 1, column: 1 })
    },
    undo: () => editor.trigger('page', 'undo', undefined),
    redo: () => editor.trigger('page', 'redo', undefined),
    reveal(offset, length) {
      const range = rangeOf(offset, length)
      editor.setSelection(range)
      editor.revealRangeInCenterIfOutsideViewport(range)
      editor.focus()
    },
    focus: () => editor.focus(),
  }
}
