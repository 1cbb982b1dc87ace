/** The rows of the list: what stands in the zones, what this computer noted, and what this tab drives. */
import type { CutoverNotes } from '../../../data/cutover/notes.ts'
import { useOwnSessions } from '../../../data/cutover/use-cutovers.ts'
import { type OpenCutoverList, useOpenCutovers } from '../../../data/cutover/use-open-cutovers.ts'
import type { ZoneName } from '../../../data/cutover/zones-used.ts'
import { useAws } from '../../../data/session.ts'
import { type ListRow, listRows } from './cutover-rows.ts'

const nothing: CutoverNotes = { rows: [], reports: [], unresolved: [] }

export function useListRows(
  zones: readonly ZoneName[],
  notes: CutoverNotes = nothing,
): { rows: ListRow[]; list: OpenCutoverList } {
  const list = useOpenCutovers(useAws(), zones, notes.rows)
  const driven = useOwnSessions().map(({ id }) => id)
  const failed = new Set(list.failures.map(({ arn }) => arn))
  const read = zones.filter(({ name }) => list.dataUpdatedAt > 0 && !failed.has(name))
  const { rows, unresolved } = notes
  const readZones = read.map(({ id }) => id)
  return { rows: listRows({ open: list.open, rows, unresolved, driven, readZones }), list }
}
