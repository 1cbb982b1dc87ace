/** Opens a cutover anew: from the zone, or with the snapshot of a rollback file. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PlanZone } from '../../../core/cutover/plan.ts'
import type { Snapshot } from '../../../core/cutover/snapshot.ts'
import type { Opened, Rebuilding } from '../../../data/cutover/cutovers.ts'
import { useCutovers } from '../../../data/cutover/use-cutovers.ts'

interface Reopen {
  /** What stood on the page before is left. */
  open: (zone: PlanZone, hostname: string, file?: Snapshot) => Promise<Opened>
  /** Where no claim stands in the zone. */
  rebuild: (zone: PlanZone, file: Snapshot) => Promise<Rebuilding>
}

export function useReopen(): Reopen {
  const cutovers = useCutovers()
  const client = useQueryClient()
  const leave = useCallback(
    (zone: PlanZone, hostname: string): void => {
      const known = cutovers.session(zone.id, hostname)
      if (known) cutovers.leave(known)
    },
    [cutovers],
  )
  const told = useCallback(
    // The page asks again, and is told what was opened here.
    () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes('cutover-opened') }),
    [client],
  )
  const open = useCallback(
    async (zone: PlanZone, hostname: string, file?: Snapshot) => {
      leave(zone, hostname)
      const opened = await cutovers.open({ zone, hostname, file })
      await told()
      return opened
    },
    [cutovers, leave, told],
  )
  const rebuild = useCallback(
    async (zone: PlanZone, file: Snapshot) => {
      leave(zone, file.hostname)
      const rebuilt = await cutovers.rebuild(zone, file)
      await told()
      return rebuilt
    },
    [cutovers, leave, told],
  )
  return { open, rebuild }
}
