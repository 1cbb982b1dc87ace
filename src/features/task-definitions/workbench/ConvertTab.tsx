/** Conversions of the open definition, and of what was pasted. */
import type { DefinitionDocument } from './definition-document.ts'
import type { DocumentView } from './use-document.ts'

export function ConvertTab({ view }: { document: DefinitionDocument; view: DocumentView }) {
  return <pre>{view.text}</pre>
}
