/** What of the container instance pages lives in the URL. What makes no sense is left out. */
import { readTableSearch, type TableSearch } from '../../ui/table-search.ts'

export const instanceTabs = ['tasks', 'ports', 'attributes', 'tags'] as const
export type InstanceTabId = (typeof instanceTabs)[number]

/** The table part belongs to the open tab. */
export interface InstanceSearch extends TableSearch {
  /** Absent: tasks. */
  tab?: InstanceTabId
}

export function instanceSearch(raw: Record<string, unknown>): InstanceSearch {
  const search: InstanceSearch = readTableSearch(raw)
  const tab = instanceTabs.find((one) => one === raw['tab'])
  if (tab && tab !== 'tasks') search.tab = tab
  return search
}
