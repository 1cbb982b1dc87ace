/** What routes may know when they decide where a path leads, and what each says about its page. */
import type { PageData } from './menu.ts'

export interface RouterContext {
  /** Regions of config.json. */
  regions: string[]
  /** Region that `/` leads to: the one last used, if it is still configured. */
  homeRegion: () => string
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption extends PageData {}
}
