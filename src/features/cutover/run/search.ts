/** What of the run screen lives in the URL: the log's table, and how far back charts reach. */
import { readTableSearch, type TableSearch } from '../../../ui/table-search.ts'
import { type MetricHours, readHours } from '../../../widgets/metric-chart/metric-hours.ts'

export interface CutoverSearch extends TableSearch {
  /** Absent: the last 3 hours. */
  hours?: MetricHours
}

export function cutoverSearch(raw: Record<string, unknown>): CutoverSearch {
  const search: CutoverSearch = readTableSearch(raw)
  const hours = readHours(raw['hours'])
  if (hours) search.hours = hours
  return search
}
