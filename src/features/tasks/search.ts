/** What of the tasks pages lives in the URL. A URL written by hand never fails: what makes no sense is left out. */
import { readTableSearch, type TableSearch } from '../../ui/table-search.ts'

export interface TasksSearch extends TableSearch {
  /** Absent: tasks that should run. */
  show?: 'stopped'
}

export function tasksSearch(raw: Record<string, unknown>): TasksSearch {
  const table: TasksSearch = readTableSearch(raw)
  if (raw['show'] === 'stopped') table.show = 'stopped'
  return table
}

export const taskTabs = ['containers', 'network', 'timeline', 'tags'] as const
export type TaskTabId = (typeof taskTabs)[number]

export interface TaskSearch {
  /** Absent: containers. */
  tab?: TaskTabId
  /** Name of the container whose log is open. */
  log?: string
}

export function taskSearch(raw: Record<string, unknown>): TaskSearch {
  const search: TaskSearch = {}
  const tab = taskTabs.find((one) => one === raw['tab'])
  if (tab && tab !== 'containers') search.tab = tab
  const { log } = raw
  // The router reads a container named 1 as a number.
  if (typeof log === 'string' || typeof log === 'number') search.log = String(log)
  return search
}
