/** The strict model itself, without a wire. For tests only. */
import { applyChanges } from '../../../../simulator/engine/dns/strict-zone.ts'
import type { RecordSet } from '../../dns/record-set.ts'
import { makePlan } from '../plan.ts'
import { type Backend, Court } from './court.ts'
import type { Layout } from './layouts.ts'

export function strictBackend({ zone, records }: Layout, laxDelete = false): Backend {
  let current: RecordSet[] = records
  return {
    list: () => current,
    change: (changes) => {
      const applied = applyChanges(zone, current as never, changes as never, {
        laxDelete,
        weightedValues: 'one',
        weightedTtl: 'reject',
      })
      if ('code' in applied) return applied
      current = applied.records as RecordSet[]
      return undefined
    },
  }
}

/** A zone of this layout, and the plan for it. */
export function courtOf(layout: Layout, backend: Backend, overlook: readonly string[] = []): Court {
  const { zone, hostname, params, records } = layout
  const planning = makePlan({
    zone,
    hostname,
    params,
    records: records.filter(({ Name }) => Name === hostname),
  })
  if (!('plan' in planning)) throw new Error(`${layout.name}: ${planning.refusal.code}`)
  return new Court(backend, planning.plan, overlook)
}
