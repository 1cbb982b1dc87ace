/** What of the pages of families and revisions lives in the URL. A URL written by hand never fails: what makes no sense is left out. */
import { readTableSearch, searchNumber, type TableSearch } from '../../ui/table-search.ts'

export const familiesSearch = readTableSearch

export interface FamilySearch extends TableSearch {
  /** Absent: ACTIVE revisions. */
  show?: 'inactive'
}

export function familySearch(raw: Record<string, unknown>): FamilySearch {
  const search: FamilySearch = readTableSearch(raw)
  if (raw['show'] === 'inactive') search.show = 'inactive'
  return search
}

export interface CompareSearch {
  /** Revisions; absent: the newest and the one before it. */
  before?: number
  after?: number
  /** Absent: by what it means. */
  view?: 'text'
}

export function compareSearch(raw: Record<string, unknown>): CompareSearch {
  const before = revisionIn(raw['before'])
  const after = revisionIn(raw['after'])
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(raw['view'] === 'text' && { view: 'text' as const }),
  }
}

function revisionIn(value: unknown): number | undefined {
  const revision = searchNumber(value)
  return Number.isInteger(revision) && revision > 0 ? revision : undefined
}
