/** Side navigation, crumbs and window titles: all follow from the list of routes. */
import type { Text } from '../i18n/text.ts'

export interface Crumb {
  href: string
  /** Words of ours, or the name of a thing of AWS. */
  text: Text | string
}

export interface MenuItem {
  href: string
  title: Text
  group: 'ecs' | 'load-balancing' | 'cutover'
  key?: string
}

/** What a route says about its page. */
export interface PageData {
  /** Title of the page, its crumb and its menu entry. */
  title?: Text
  /** Path parameter whose value is the crumb instead. */
  subject?: 'cluster' | 'service' | 'task' | 'instance' | 'name' | 'hostname' | 'family' | 'revision'
  /** Place in the side navigation, and the key after `g` that goes there. */
  menu?: { group: MenuItem['group']; key?: string }
}

/** By the route's id, which is its path with `$names`. */
export type PagesById = Record<string, PageData | undefined>
type Params = Record<string, string | undefined>

/** The way to a page: every leading part of its path that is a page too, the page itself last. */
export function crumbsOf(routeId: string, params: Params, pages: PagesById): Crumb[] {
  const parts = routeId.split('/').filter(Boolean)
  return parts.flatMap((_part, index) => {
    const id = `/${parts.slice(0, index + 1).join('/')}`
    const { title, subject } = pages[id] ?? {}
    const text = subject === undefined ? title : params[subject]
    return text === undefined ? [] : [{ href: fillPath(id, params), text }]
  })
}

/** Entries of the side navigation for a Region, in the order of the routes. */
export function menuOf(region: string, pages: PagesById): MenuItem[] {
  return Object.entries(pages).flatMap(([id, data]) =>
    data?.menu && data.title ? [{ href: fillPath(id, { region }), title: data.title, ...data.menu }] : [],
  )
}

/** The same kind of page in another Region: a thing of one Region does not exist in the other, its list does. */
export function hrefInRegion(routeId: string, region: string, pages: PagesById): string {
  const parts = routeId.split('/').filter(Boolean)
  const list = parts
    .map((_part, index) => `/${parts.slice(0, index + 1).join('/')}`)
    .find((id) => pages[id]?.menu !== undefined)
  return fillPath(list ?? '/$region/clusters', { region })
}

function fillPath(id: string, params: Params): string {
  return id.replaceAll(/\$(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''))
}
