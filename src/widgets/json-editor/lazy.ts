/** The editor and its diff as parts that are loaded when they are first drawn, or while nobody waits. */
import { laterPart } from '../../ui/later-part.ts'
import { prepareMonaco } from './environment.ts'

/** Monaco's own words come first: it reads them once, while it loads. */
async function parts(): Promise<typeof import('./parts.ts')> {
  prepareMonaco()
  if (document.documentElement.lang === 'ko') await import('monaco-editor/nls/lang/ko.js')
  return import('./parts.ts')
}

export const LazyJsonEditor = laterPart(async () => (await parts()).JsonEditor)
export const LazyJsonDiff = laterPart(async () => (await parts()).JsonDiff)

let fetched = false

/** Loads the editor when the page has nothing else to do: pages from which people go to it call this. */
export function fetchEditorWhenIdle(): void {
  if (fetched) return
  fetched = true
  const fetch = (): void => {
    parts().catch(() => {
      fetched = false
    })
  }
  if ('requestIdleCallback' in window) requestIdleCallback(fetch, { timeout: 5_000 })
  else setTimeout(fetch, 2_000)
}
