/** Opens the revision that the address names, once. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { revisionQuery } from '../../../data/task-definitions/revisions.ts'
import { useAws } from '../../../data/session.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { ProblemWords } from '../../../ui/block-state.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import type { DefinitionDocument } from './definition-document.ts'

export interface Opened {
  name: string
  isPending: boolean
  /** Why it could not be read. */
  problem: ProblemWords | undefined
  retry: () => void
}

export function useOpened(document: DefinitionDocument, name: string | undefined): Opened | undefined {
  const aws = useAws()
  const say = useText()
  const query = useQuery({ ...revisionQuery(aws, name ?? ''), enabled: name !== undefined })
  const done = useRef<string>(undefined)
  const definition = query.data?.definition
  useEffect(() => {
    // A refetch must not take away what was written since.
    if (!definition || done.current === name) return
    done.current = name
    document.open(`${JSON.stringify(definition, null, 2)}\n`)
  }, [document, definition, name])
  if (name === undefined) return undefined
  const problem = query.error ? problemWords(say, query.error) : undefined
  return { name, isPending: query.isPending && !problem, problem, retry: () => void query.refetch() }
}
