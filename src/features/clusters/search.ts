/** What of the cluster pages lives in the URL. A URL written by hand never fails: what makes no sense is left out. */
import { readTableSearch, type TableSearch } from '../../ui/table-search.ts'

export interface ClustersSearch extends TableSearch {
  /** Absent: tiles. */
  view?: 'table'
}

export function clustersSearch(raw: Record<string, unknown>): ClustersSearch {
  const search: ClustersSearch = readTableSearch(raw)
  if (raw['view'] === 'table') search.view = 'table'
  return search
}
