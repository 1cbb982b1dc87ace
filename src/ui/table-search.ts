/** What of a table lives in the URL, so that a view can be shared, reloaded and gone back to. */
export interface TableSearch {
  /** Filter, as `ui/filter.ts` writes it. */
  q?: string | undefined
  /** Column id. */
  sort?: string | undefined
  desc?: boolean | undefined
  /** From 1; absent is 1. */
  page?: number | undefined
  /** Selected row ids, joined by commas. */
  sel?: string | undefined
}

/** Reads a table's part of search parameters. A URL written by hand never fails: what makes no sense is left out. */
export function readTableSearch(raw: Record<string, unknown>): TableSearch {
  const search: TableSearch = {}
  const q = words(raw['q'])
  const sort = words(raw['sort'])
  const sel = words(raw['sel'])
  const page = searchNumber(raw['page'])
  if (q) search.q = q
  if (sort) search.sort = sort
  if (sort && (raw['desc'] === true || raw['desc'] === 'true')) search.desc = true
  if (Number.isInteger(page) && page > 1) search.page = page
  if (sel) search.sel = sel
  return search
}

export function selectedIds(search: TableSearch): string[] {
  return search.sel ? search.sel.split(',') : []
}

/** NaN for what is no number; a search parameter may be any JSON, also objects that `Number` fails on. */
export function searchNumber(value: unknown): number {
  return Number(words(value))
}

/** The router reads `q=123` as a number. */
function words(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
