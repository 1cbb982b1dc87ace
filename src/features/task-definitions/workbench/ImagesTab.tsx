/** imagedefinitions.json and imageDetail.json of the open definition. */
import type { DocumentView } from './use-document.ts'

export function ImagesTab({ view }: { view: DocumentView }) {
  return <pre>{view.text}</pre>
}
