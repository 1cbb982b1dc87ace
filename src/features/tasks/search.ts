/** What of the tasks pages lives in the URL. A URL written by hand never fails: what makes no sense is left out. */
import { readTableSearch, type TableSearch } from '../../ui/table-search.ts'
import { type LogSearch, readLogSearch } from '../../widgets/log-stream/log-search.ts'

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

/** The log part belongs to the open log. */
export interface TaskSearch extends LogSearch {
  /** Absent: containers. */
  tab?: TaskTabId
  /** Name of the container whose log is open. */
  log?: string
}

export function taskSearch(raw: Record<string, unknown>): TaskSearch {
  const { log } = raw
  // The router reads a container named 1 as a number.
  const open = typeof log === 'string' || typeof log === 'number'
  const search: TaskSearch = open ? { ...readLogSearch(raw), log: String(log) } : {}
  const tab = taskTabs.find((one) => one === raw['tab'])
  if (tab && tab !== 'containers') search.tab = tab
  return search
}
