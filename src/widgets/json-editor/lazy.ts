/** The editor and its diff as parts that are loaded when they are first drawn, or while nobody waits. */
import { laterPart } from '../../ui/later-part.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import { prepareMonaco } from './environment.ts'

/** Monaco's own words come first: it reads them once, while it loads. */
async function parts(): Promise<typeof import('./parts.ts')> {
  prepareMonaco()
  if (document.documentElement.lang === 'ko') await import('monaco-editor/nls/lang/ko.js')
  return import('./parts.ts')
}

export const LazyJsonEditor = laterPart(async () => (await parts()).JsonEditor)
export const LazyJsonDiff = laterPart(async () => (await parts()).JsonDiff)

/** ms that a busy browser may put each step off. */
const patience = 5_000

let isFetched = false

/**
 * Loads the editor when the page has nothing else to do, then `others`, and makes one editor that nobody sees: the first one
 * takes three times as long as the next. Without a network the editor is loaded when it is drawn.
 */
export function fetchEditorWhenIdle(others: () => Promise<void>): void {
  if (isFetched) return
  isFetched = true
  const steps = [
    LazyJsonEditor.fetch,
    others,
    async () => {
      const { warmUp } = await parts()
      warmUp()
    },
  ]
  const next = (): void => {
    const step = steps.shift()
    if (step) whenIdle(() => void step().then(next, () => undefined), patience)
  }
  next()
}
