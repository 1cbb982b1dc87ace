/** Hosted zones in which open cutovers are looked for without being asked: named in the configuration, used here, or looked in before. */
import type { PlanZone } from '../../core/cutover/plan.ts'
import type { CutoverRow, IntentRow, ReportRow } from './rows.ts'

export type ZoneName = Pick<PlanZone, 'id' | 'name'>

const storageKey = 'tidegate.zones'

/** What this computer noted of cutovers tells which zones were used. */
export interface Noted {
  rows: readonly Pick<CutoverRow, 'plan'>[]
  reports: readonly Pick<ReportRow, 'plan'>[]
}

/** Each once, by name. */
export function zonesUsed({ rows, reports }: Noted, ...more: (readonly ZoneName[])[]): ZoneName[] {
  const all = [...rows, ...reports].map(({ plan }) => plan.zone)
  const byId = new Map([...all, ...more.flat()].map(({ id, name }) => [id, { id, name }]))
  return [...byId.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Of one account; none where the browser keeps nothing. */
export function zonesLookedIn(account: string): ZoneName[] {
  const kept = read()[account]
  return Array.isArray(kept) ? kept.flatMap((zone: unknown) => (isZone(zone) ? [zone] : [])) : []
}

export function rememberZones(account: string, zones: readonly ZoneName[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...read(), [account]: zones }))
  } catch {
    // Blocked or full: the zone is asked for again next time.
  }
}

/** Whoever wrote it: another version, or a person. */
function read(): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    return typeof kept === 'object' && kept !== null ? { ...kept } : {}
  } catch {
    return {}
  }
}

function isZone(value: unknown): value is ZoneName {
  if (typeof value !== 'object' || value === null) return false
  const { id, name }: { id?: unknown; name?: unknown } = value
  return typeof id === 'string' && typeof name === 'string'
}

/** A write of this computer whose outcome nobody has read. `mayLand`: AWS would still take it. */
export type Unresolved = IntentRow & { mayLand: boolean }
