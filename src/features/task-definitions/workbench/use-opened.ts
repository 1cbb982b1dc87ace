/** Opens the revision that the address names, once it is read. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useAws } from '../../../data/session.ts'
import { revisionQuery } from '../../../data/task-definitions/revisions.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { ProblemWords } from '../../../ui/block-state.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import type { DefinitionDocument } from './definition-document.ts'

export interface Opened {
  name: string
  /** `apart`: it was read, but something else was written meanwhile. */
  state: 'reading' | 'open' | 'apart' | 'failed'
  /** Why it could not be read. */
  problem: ProblemWords | undefined
  retry: () => void
}

/** Undefined while no revision is named. */
export function useOpened(document: DefinitionDocument, name: string | undefined): Opened | undefined {
  const aws = useAws()
  const say = useText()
  const query = useQuery({ ...revisionQuery(aws, name ?? ''), enabled: name !== undefined })
  const asked = useRef<{ name: string; text: string }>(undefined)
  const [done, setDone] = useState<{ name: string; state: 'open' | 'apart' }>()
  const [failure, forgetFailure] = useFailure(query, name)
  const definition = query.data?.definition
  useEffect(() => {
    if (name === undefined) return
    if (asked.current?.name !== name) asked.current = { name, text: document.get().text }
    if (!definition || done?.name === name) return
    // Neither a refetch nor a late answer may take away what was written since.
    const isFree = document.get().text === asked.current.text
    if (isFree) document.open(`${JSON.stringify(definition, null, 2)}\n`)
    setDone({ name, state: isFree ? 'open' : 'apart' })
  }, [document, definition, name, done])
  if (name === undefined) return undefined
  const isDone = done?.name === name
  const problem = isDone ? undefined : failure
  return {
    name,
    state: isDone ? done.state : problem ? 'failed' : 'reading',
    problem: problem && problemWords(say, problem.error),
    retry: () => {
      forgetFailure()
      asked.current = { name, text: document.get().text }
      void query.refetch()
    },
  }
}

interface Failure {
  name: string | undefined
  error: unknown
}

/** Why it could not be read, until somebody asks again: a refetch by itself must not lock what is written meanwhile. */
function useFailure(
  { isError, isFetching, data, error }: Pick<UseQueryResult, 'isError' | 'isFetching' | 'data' | 'error'>,
  name: string | undefined,
): [failure: Failure | undefined, forget: () => void] {
  const [failed, setFailed] = useState<Failure>()
  const isNew = isError && !isFetching && data === undefined && failed?.error !== error
  if (isNew) setFailed({ name, error })
  return [failed?.name === name ? failed : undefined, () => setFailed(undefined)]
}
