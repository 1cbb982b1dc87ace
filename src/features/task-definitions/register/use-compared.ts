/** The newest revision as the person reads it: what somebody else registers meanwhile never changes the comparison under their eyes. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Revision } from '../../../core/task-definition/revision.ts'
import { useAws } from '../../../data/session.ts'
import { newestRevisionQuery } from '../../../data/task-definitions/revisions.ts'

export interface Compared {
  /** Null when the family has no ACTIVE revision; undefined while that is being read. */
  revision: Revision | null | undefined
  isReading: boolean
  error: Error | null
  /** Reads the newest one, and compares with that from then on. */
  again: () => Promise<void>
}

export function useCompared(family: string): Compared {
  const newest = useQuery({ ...newestRevisionQuery(useAws(), family), refetchOnMount: 'always' })
  const [seen, setSeen] = useState<Revision | null>()
  const [isReading, setReading] = useState(false)
  // What was kept from an earlier look is not shown: it may be old.
  if (seen === undefined && newest.data !== undefined && !newest.isFetching) setSeen(newest.data)
  return {
    revision: seen,
    isReading: isReading || seen === undefined,
    error: newest.error,
    again: async () => {
      setReading(true)
      const { data } = await newest.refetch()
      if (data !== undefined) setSeen(data)
      setReading(false)
    },
  }
}
