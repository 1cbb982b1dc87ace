/** Starts the React app on what main.tsx opened. */
import '@cloudscape-design/global-styles/index.css'
import { createRoot } from 'react-dom/client'
import { watchFocus } from '../data/query-client.ts'
import { App } from './App.tsx'
import type { CloudscapeWords } from './cloudscape-words.ts'
import { captureLinks } from './internal-links.ts'
import type { Opening } from './opening.ts'
import { showBroken } from './plain-page.ts'
import { preferences } from './preferences.ts'
import { type AppRouter, createAppRouter } from './router.ts'

let router: AppRouter | undefined

/** Loads the parts of the page that the address asks for, while signing in is under way. */
export function warm(regions: string[]): void {
  void routerFor(regions).load()
}

export function start(opening: Opening, words: CloudscapeWords): void {
  const ready = routerFor(opening.config.regions)
  watchFocus()
  captureLinks(document, (href) => void ready.navigate({ href }))
  const element = document.getElementById('root')
  // Pages have boundaries of their own; what escapes them must not leave a blank page.
  const root = element && createRoot(element, { onUncaughtError: (error) => fail(error) })
  root?.render(<App opening={opening} router={ready} words={words} />)
}

function fail(error: unknown): void {
  console.error(error)
  showBroken(error, preferences.get().locale)
}

function routerFor(regions: string[]): AppRouter {
  router ??= createAppRouter({
    regions,
    homeRegion: () => regions.find((region) => region === preferences.get().region) ?? regions[0] ?? '',
  })
  return router
}
