/** Fetches the editor's page while nobody waits: pages from which people go to it call this. */
import { fetchEditorWhenIdle } from '../../../widgets/json-editor/lazy.ts'

let fetched = false

export function fetchWorkbenchWhenIdle(): void {
  if (fetched) return
  fetched = true
  fetchEditorWhenIdle(async () => {
    const { fetchParts } = await import('./WorkbenchPage.tsx')
    await fetchParts()
  })
}
