/** Two JSON texts side by side, or one below the other where there is little room; read only. */
import { useEffect, useRef } from 'react'
import { followTheme } from './editor-theme.ts'
import { monaco } from './monaco.ts'
import './json-editor.css'

export interface JsonDiffProps {
  before: string
  after: string
  /** Accessible name. */
  label: string
}

/** Loaded lazily, always: see `LazyJsonDiff`. */
export function JsonDiff({ before, after, label }: JsonDiffProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return undefined
    const original = monaco.editor.createModel(before, 'json')
    const modified = monaco.editor.createModel(after, 'json')
    const editor = monaco.editor.createDiffEditor(place.current, {
      readOnly: true,
      originalEditable: false,
      automaticLayout: true,
      minimap: { enabled: false },
      fontSize: 13,
      scrollBeyondLastLine: false,
      renderOverviewRuler: false,
      hideUnchangedRegions: { enabled: true },
      fixedOverflowWidgets: true,
      diffWordWrap: 'on',
    })
    editor.setModel({ original, modified })
    // The diff editor's own options for names reach neither side's text box.
    for (const side of [editor.getOriginalEditor(), editor.getModifiedEditor()])
      side.updateOptions({ ariaLabel: label })
    const unfollow = followTheme()
    return () => {
      unfollow()
      editor.dispose()
      original.dispose()
      modified.dispose()
    }
  }, [before, after, label])
  return <div ref={place} className="json-editor" />
}
