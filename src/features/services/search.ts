/** What of the service pages lives in the URL. A URL written by hand never fails: what makes no sense is left out. */
import { readTableSearch, type TableSearch } from '../../ui/table-search.ts'
import { readHours, type MetricHours } from '../../widgets/metric-chart/metric-hours.ts'

export const servicesSearch = readTableSearch

export const serviceTabs = ['overview', 'tasks', 'deployments', 'events', 'load-balancing', 'tags'] as const
export type ServiceTabId = (typeof serviceTabs)[number]

/** The table part belongs to the open tab. */
export interface ServiceSearch extends TableSearch {
  /** Absent: overview. */
  tab?: ServiceTabId
  /** On the tasks tab; absent: tasks that should run. */
  show?: 'stopped'
  /** On the overview; absent: the last 3 hours. */
  hours?: MetricHours
}

export function serviceSearch(raw: Record<string, unknown>): ServiceSearch {
  const search: ServiceSearch = readTableSearch(raw)
  const tab = serviceTabs.find((one) => one === raw['tab'])
  if (tab && tab !== 'overview') search.tab = tab
  if (tab === 'tasks' && raw['show'] === 'stopped') search.show = 'stopped'
  const hours = readHours(raw['hours'])
  if (hours) search.hours = hours
  return search
}
