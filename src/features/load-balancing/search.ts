/** What of the load balancing pages lives in the URL. What makes no sense is left out. */
import { readTableSearch, type TableSearch } from '../../ui/table-search.ts'
import { readHours, type MetricHours } from '../../widgets/metric-chart/metric-hours.ts'

export const loadBalancerTabs = ['listeners', 'target-groups', 'metrics'] as const
export type LoadBalancerTabId = (typeof loadBalancerTabs)[number]

export const targetGroupTabs = ['targets', 'metrics'] as const
export type TargetGroupTabId = (typeof targetGroupTabs)[number]

/** The table part belongs to the open tab. */
export interface LoadBalancerSearch extends TableSearch {
  /** Absent: listeners. */
  tab?: LoadBalancerTabId
  /** Absent: the last 3 hours. */
  hours?: MetricHours
}

/** The table part belongs to the open tab. */
export interface TargetGroupSearch extends TableSearch {
  /** Absent: targets. */
  tab?: TargetGroupTabId
  /** Absent: the last 3 hours. */
  hours?: MetricHours
}

export function loadBalancerSearch(raw: Record<string, unknown>): LoadBalancerSearch {
  const search: LoadBalancerSearch = readTableSearch(raw)
  const tab = loadBalancerTabs.find((one) => one === raw['tab'])
  const hours = readHours(raw['hours'])
  if (tab && tab !== 'listeners') search.tab = tab
  if (hours) search.hours = hours
  return search
}

export function targetGroupSearch(raw: Record<string, unknown>): TargetGroupSearch {
  const search: TargetGroupSearch = readTableSearch(raw)
  const tab = targetGroupTabs.find((one) => one === raw['tab'])
  const hours = readHours(raw['hours'])
  if (tab && tab !== 'targets') search.tab = tab
  if (hours) search.hours = hours
  return search
}
