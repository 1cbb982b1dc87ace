/** Which zones the list looks in: those of the configuration, used here or looked in before, and those that the URL asks for. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import type { CutoverNotes } from '../../../data/cutover/notes.ts'
import { hostedZonesQuery } from '../../../data/cutover/zones.ts'
import { rememberZones, type ZoneName, zonesLookedIn, zonesUsed } from '../../../data/cutover/zones-used.ts'
import { useAws, useSession } from '../../../data/session.ts'
import { cutoversSearch } from '../search.ts'

export interface ListZones {
  zones: ZoneName[]
  /** Why the zones that the URL asks for are not known. */
  error: unknown
  isPending: boolean
  add: (zones: readonly ZoneName[] | 'all') => void
}

export function useListZones(notes: CutoverNotes | undefined): ListZones {
  const aws = useAws()
  const { account, hostedZones, mode } = useSession()
  const asked = useSearch({ strict: false, select: (raw) => cutoversSearch(raw).zones })
  const navigate = useNavigate()
  // Practice leaves nothing behind.
  const isKept = mode !== 'practice'
  const [before, setBefore] = useState(() => (isKept ? zonesLookedIn(account) : []))
  const { data: all, error, isPending } = useQuery({ ...hostedZonesQuery(aws), enabled: asked !== undefined })
  const zones = useMemo(() => {
    const ids = asked?.split(',') ?? []
    const wanted = (all ?? []).filter(({ id }) => asked === 'all' || ids.includes(id))
    return zonesUsed(notes ?? { rows: [], reports: [] }, hostedZones, before, wanted)
  }, [all, asked, before, hostedZones, notes])
  const add = useCallback(
    (more: readonly ZoneName[] | 'all') => {
      const ids = asked === undefined || asked === 'all' ? [] : asked.split(',')
      const next = more === 'all' ? 'all' : [...ids, ...more.map(({ id }) => id)].join()
      if (more !== 'all') {
        const kept = zonesUsed({ rows: [], reports: [] }, before, more)
        setBefore(kept)
        if (isKept) rememberZones(account, kept)
      }
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, zones: next }),
        replace: true,
        resetScroll: false,
      })
    },
    [account, asked, before, isKept, navigate],
  )
  return { zones, error, isPending: asked !== undefined && isPending, add }
}
