/** The listed revisions of a family as rows: what is on the screen is read whole, the rest is known by its name. */
import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { lastPart } from '../../../core/ecs/names.ts'
import { maskDefinition } from '../../../core/task-definition/mask.ts'
import { readRevisionName, type Revision } from '../../../core/task-definition/revision.ts'
import { type Usage, usageOf } from '../../../core/task-definition/usage.ts'
import { useAws } from '../../../data/session.ts'
import { revisionQuery, revisionsQuery } from '../../../data/task-definitions/revisions.ts'
import type { FamilyUsage } from '../../../data/task-definitions/usage.ts'
import type { RevisionRow } from './revision-columns.tsx'

export function useRevisionRows(
  family: string,
  status: 'ACTIVE' | 'INACTIVE',
  { usage, isComplete }: FamilyUsage,
) {
  const aws = useAws()
  const query = useInfiniteQuery(revisionsQuery(aws, family, status))
  const [visible, setVisible] = useState<readonly string[]>([])
  const answers = useQueries({ queries: visible.map((arn) => revisionQuery(aws, arn)) })
  const read = answers.map(({ data }) => data)
  const known = useKnown(read)
  const rows = useMemo(() => {
    const arns = query.data?.pages.flatMap((page) => page.arns) ?? []
    const newest = status === 'ACTIVE' ? arns[0] : undefined
    return arns.map((arn): RevisionRow =>
      rowOf(arn, status, known.get(arn)?.shown, { usage, isComplete, newest }),
    )
  }, [query.data, status, known, usage, isComplete])
  const onVisible = useCallback(
    (shown: readonly RevisionRow[]) => setVisible(shown.map(({ arn }) => arn)),
    [],
  )
  return { rows, query, onVisible }
}

/** A revision as it was read, and without its secrets. */
interface Known {
  read: Revision
  shown: Revision
}

/** By ARN; the same map until another revision was read. */
function useKnown(read: readonly (Revision | undefined)[]): ReadonlyMap<string, Known> {
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map())
  const news = read.filter((one) => one !== undefined && known.get(one.arn)?.read !== one)
  if (news.length === 0) return known
  const next = new Map([...known, ...news.flatMap((one) => (one ? [[one.arn, knownAs(one)] as const] : []))])
  setKnown(next)
  return next
}

function knownAs(read: Revision): Known {
  return { read, shown: { ...read, definition: maskDefinition(read.definition) } }
}

function rowOf(
  arn: string,
  listed: 'ACTIVE' | 'INACTIVE',
  described: Revision | undefined,
  { usage, isComplete, newest }: { usage: Usage; isComplete: boolean; newest: string | undefined },
): RevisionRow {
  const { family = '', revision = 0 } = readRevisionName(arn) ?? {}
  const status = described?.status ?? listed
  const named = { arn, family, revision, status }
  return {
    ...named,
    id: String(revision),
    name: lastPart(arn),
    described,
    usage: usageOf(named, usage, newest),
    isUsageComplete: isComplete,
  }
}
