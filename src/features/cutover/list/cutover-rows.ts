/** One row of the list: what stands in the zone beside what this computer knows of it. */
import type { OpenCutover } from '../../../data/cutover/open-cutovers.ts'
import type { CutoverRow } from '../../../data/cutover/rows.ts'
import type { Unresolved } from '../../../data/cutover/zones-used.ts'
import { cutoverNames } from '../../../core/cutover/names.ts'

/** here: this tab drives it; noted: this computer began it or took it over; taken: somebody has taken it over since; theirs: begun elsewhere. */
export type Knowing = 'here' | 'noted' | 'taken' | 'theirs'

export interface ListRow {
  /** Short and stable. */
  id: string
  zone: { id: string; name: string }
  claimName: string
  /** Absent where nobody can tell. */
  hostname?: string | undefined
  /** Absent where the zone has no claim: the start never came to be, or the journal was removed. */
  open?: OpenCutover | undefined
  row?: CutoverRow | undefined
  knowing: Knowing
  unresolved: readonly Unresolved[]
}

export interface RowSources {
  open: readonly OpenCutover[]
  rows: readonly CutoverRow[]
  unresolved: readonly Unresolved[]
  /** Ids of cutovers that this tab drives. */
  driven: readonly string[]
  /** Zones that were read: only of these it is known that they have no claim. */
  readZones: readonly string[]
}

export function listRows({ open, rows, unresolved, driven, readZones }: RowSources): ListRow[] {
  const standing = open.map((one): ListRow => {
    const id = 'claim' in one.claim ? one.claim.claim.id : one.claimName
    return {
      id: one.claimName.split('.')[0] ?? one.claimName,
      zone: one.zone,
      claimName: one.claimName,
      hostname: one.hostname,
      open: one,
      row: one.row,
      knowing: knowingOf(one, driven),
      unresolved: unresolved.filter(({ cutover }) => cutover === id),
    }
  })
  const gone = rows.filter(
    ({ id, plan }) =>
      readZones.includes(plan.zone.id) && !open.some(({ row }) => row?.id === id) && !isReplaced(plan, open),
  )
  return [...standing, ...gone.map((row) => withoutClaim(row, unresolved, driven))]
}

/** Another cutover of the same hostname stands there: that one is listed. */
function isReplaced({ names }: CutoverRow['plan'], open: readonly OpenCutover[]): boolean {
  return open.some(({ claimName }) => claimName === names.claim)
}

function withoutClaim(
  row: CutoverRow,
  unresolved: readonly Unresolved[],
  driven: readonly string[],
): ListRow {
  const { zone, hostname } = row.plan
  const { claim } = cutoverNames(hostname, zone.name)
  return {
    id: claim.split('.')[0] ?? claim,
    zone,
    claimName: claim,
    hostname,
    row,
    knowing: driven.includes(row.id) ? 'here' : 'noted',
    unresolved: unresolved.filter(({ cutover }) => cutover === row.id),
  }
}

function knowingOf({ claim, row }: OpenCutover, driven: readonly string[]): Knowing {
  if (!('claim' in claim)) return 'theirs'
  if (driven.includes(claim.claim.id)) return 'here'
  if (!row) return 'theirs'
  return row.nonces.includes(claim.claim.nonce) ? 'noted' : 'taken'
}

/** ms since the epoch; undefined where the claim does not say. */
export function writtenAt({ open, row }: ListRow): number | undefined {
  if (!open) return row?.savedAt
  return 'claim' in open.claim ? open.claim.claim.writtenAt * 1000 : undefined
}
