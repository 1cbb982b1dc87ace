/** What a retire dialog knows: which revisions go and which stay, whether that is known freshly, and whether it is confirmed. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { retirable } from '../../../core/task-definition/usage.ts'
import { now } from '../../../lib/clock.ts'
import { useAws } from '../../../data/session.ts'
import { useRetire } from '../../../data/task-definitions/retire.ts'
import { revisionsQuery } from '../../../data/task-definitions/revisions.ts'
import type { FamilyUsage } from '../../../data/task-definitions/usage.ts'
import type { RevisionRow } from './revision-columns.tsx'

/** How many of the newest ACTIVE revisions stay unless somebody says otherwise. */
const usuallyKept = 3

interface Wish {
  family: string
  action: 'deregister' | 'delete'
  chosen: readonly RevisionRow[]
  usage: FamilyUsage
}

export function useRetiring({ family, action, chosen, usage }: Wish) {
  const [keep, setKeep] = useState(usuallyKept)
  const [typed, setTyped] = useState('')
  const [openedAt] = useState(now)
  const active = useInfiniteQuery(revisionsQuery(useAws(), family, 'ACTIVE'))
  const { retire, results } = useRetire(family)
  const refetch = useRef(usage.refetch)
  // Guards are judged by what AWS says now, not by what a table showed a while ago.
  useEffect(() => refetch.current(), [])
  const plan = retirable({
    action,
    chosen,
    active: active.data?.pages.flatMap(({ arns }) => arns) ?? [],
    keep,
    usage: usage.usage,
  })
  const isFresh =
    usage.isComplete && usage.readAt >= openedAt && active.isSuccess && usage.failed.length === 0
  const isReady = isFresh && plan.go.length > 0 && typed.trim() === family
  const send = (): void => {
    if (isReady) retire.mutate({ action, arns: plan.go.map(({ arn }) => arn) })
  }
  return { keep, setKeep, typed, setTyped, plan, isFresh, isReady, retire, results, send }
}
