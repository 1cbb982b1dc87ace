/** What routes may know when they decide where a path leads, and what each route says about itself. */
import type { Text } from '../i18n/text.ts'

export interface RouterContext {
  /** Regions of config.json, the first one being where `/` leads. */
  regions: string[]
  /** Region that `/` leads to: the one last used, if it is still configured. */
  homeRegion: () => string
}

/** Where a page stands in the side navigation. */
export interface MenuEntry {
  group: 'ecs' | 'load-balancing'
  /** The key after `g` that goes there. */
  key?: string
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Title of the page, its crumb and its menu entry. */
    title?: Text
    /** Path parameter that names the thing shown; it follows the title in crumbs and in the window's title. */
    subject?: 'cluster' | 'service' | 'task' | 'instance' | 'name'
    menu?: MenuEntry
    /** Drawn without the console around it. */
    bare?: boolean
  }
}
