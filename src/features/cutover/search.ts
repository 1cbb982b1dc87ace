/** What of the list of cutovers lives in the URL. What makes no sense is left out. */
import { readTableSearch, type TableSearch } from '../../ui/table-search.ts'

export interface CutoversSearch extends TableSearch {
  /** More zones to look in: ids joined by commas, or `all`. */
  zones?: string
}

export function cutoversSearch(raw: Record<string, unknown>): CutoversSearch {
  const search: CutoversSearch = readTableSearch(raw)
  const { zones } = raw
  if (typeof zones === 'string' && /^[A-Za-z0-9]+(,[A-Za-z0-9]+)*$/.test(zones)) search.zones = zones
  return search
}
