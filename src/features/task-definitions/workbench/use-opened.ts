/** Opens the revision that the address names, once it is read. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useAws } from '../../../data/session.ts'
import { revisionQuery } from '../../../data/task-definitions/revisions.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { ProblemWords } from '../../../ui/block-state.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import type { DefinitionDocument } from './definition-document.ts'

export interface Opened {
  name: string
  /** `apart`: the text is not this revision's, because it could not be read or something else was written meanwhile. */
  state: 'reading' | 'open' | 'apart'
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
  const hasFailed = query.isError && !query.data && !query.isFetching
  return {
    name,
    state: done?.name === name ? done.state : hasFailed ? 'apart' : 'reading',
    problem: hasFailed ? problemWords(say, query.error) : undefined,
    retry: () => {
      asked.current = { name, text: document.get().text }
      void query.refetch()
    },
  }
}
