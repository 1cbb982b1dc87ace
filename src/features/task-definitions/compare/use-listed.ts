/** The revisions of a family that can be compared with. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readRevisionName } from '../../../core/task-definition/revision.ts'
import { useAws } from '../../../data/session.ts'
import { revisionsQuery } from '../../../data/task-definitions/revisions.ts'

export interface Listed {
  listed: number[]
  isPending: boolean
  /** Why they could not be read; undefined where some are known. */
  error: unknown
  retry: () => void
}

/** Newest first: the first pages of both lists. An empty family has none, and nothing is asked. */
export function useListed(family: string): Listed {
  const aws = useAws()
  const enabled = family !== ''
  const active = useInfiniteQuery({ ...revisionsQuery(aws, family, 'ACTIVE'), enabled })
  const inactive = useInfiniteQuery({ ...revisionsQuery(aws, family, 'INACTIVE'), enabled })
  const listed = useMemo(() => {
    const arns = [active.data, inactive.data].flatMap(
      (data) => data?.pages.flatMap((page) => page.arns) ?? [],
    )
    return arns.map((arn) => readRevisionName(arn)?.revision ?? 0).toSorted((a, b) => b - a)
  }, [active.data, inactive.data])
  return {
    listed,
    isPending: enabled && (active.isPending || inactive.isPending),
    error: listed.length === 0 ? (active.error ?? inactive.error ?? undefined) : undefined,
    retry: () => {
      for (const query of [active, inactive]) if (query.isError) void query.refetch()
    },
  }
}
