/** What this computer noted of cutovers, for lists: under way, over, and writes whose outcome nobody has read. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { Cutovers } from './cutovers.ts'
import type { CutoverRow, ReportRow } from './rows.ts'
import type { Unresolved } from './zones-used.ts'

export interface CutoverNotes {
  rows: CutoverRow[]
  /** Newest first. */
  reports: ReportRow[]
  unresolved: Unresolved[]
}

/** ms: other tabs write, too. */
const every = 15_000

export function notesQuery(cutovers: Cutovers) {
  const { aws } = cutovers.host
  // Account and Region name them: there are no others in this tab.
  // oxlint-disable-next-line @tanstack/query/exhaustive-deps
  return queryOptions({
    queryKey: ['cutover-notes', aws.account, aws.region] as const,
    queryFn: () => readNotes(cutovers),
    refetchInterval: every,
    staleTime: 0,
  })
}

/** Undefined until they are read, which asks no AWS call. */
export function useNotes(cutovers: Cutovers): { notes: CutoverNotes | undefined; again: () => void } {
  const query = notesQuery(cutovers)
  const { data } = useQuery(query)
  const client = useQueryClient()
  const again = useCallback(() => void client.invalidateQueries({ queryKey: ['cutover-notes'] }), [client])
  useEffect(() => cutovers.subscribe(again), [cutovers, again])
  return { notes: data, again }
}

/** Where this computer keeps nothing, there are none. */
async function readNotes(cutovers: Cutovers): Promise<CutoverNotes> {
  const { tables, aws } = cutovers.host
  const [rows, unresolved, reports] = await Promise.all([
    cutovers.rows(),
    cutovers.unresolved(),
    tables.reports.all().catch((): ReportRow[] => []),
  ])
  return {
    rows,
    unresolved,
    reports: reports
      .filter(({ account }) => account === aws.account)
      .toSorted((a, b) => b.endedAt - a.endedAt),
  }
}
