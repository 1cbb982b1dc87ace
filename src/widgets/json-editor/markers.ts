/** Markers of the page as Monaco draws them. */
import type { EditorMarker } from './editor-handle.ts'
import { monaco } from './monaco.ts'

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
}

export function toMonacoMarkers(
  model: monaco.editor.ITextModel,
  markers: readonly EditorMarker[],
): monaco.editor.IMarkerData[] {
  return markers.map(({ offset, length, severity, message, code, href }) => {
    const start = model.getPositionAt(offset)
    const end = model.getPositionAt(offset + length)
    return {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      // A mark over many lines hides what it is about: the first line says where it begins.
      endLineNumber: start.lineNumber,
      endColumn: end.lineNumber === start.lineNumber ? end.column : model.getLineMaxColumn(start.lineNumber),
      severity: severities[severity],
      message,
      code: href === undefined ? code : { value: code, target: monaco.Uri.parse(href) },
    }
  })
}
