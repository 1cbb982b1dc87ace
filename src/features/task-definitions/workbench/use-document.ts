/** The open document for React, with what can be read of it and what the linter says. */
import { startTransition, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Json } from '../../../core/task-definition/json.ts'
import type { LintContext } from '../../../core/task-definition/linter/context.ts'
import type { Finding } from '../../../core/task-definition/linter/finding.ts'
import { lint } from '../../../core/task-definition/linter/lint.ts'
import { unmaskValue } from '../../../core/task-definition/mask.ts'
import { type ReadText, readText } from '../../../core/task-definition/text.ts'
import { DefinitionDocument, type DocumentState } from './definition-document.ts'

export interface DocumentView extends DocumentState {
  read: ReadText
  /** Masked; undefined while nothing can be read. */
  value: Json | undefined
  findings: readonly Finding[]
}

/** Typing comes first: reading and linting follow when the page has drawn the key. All parts are of the same moment. */
export function useDocument(document: DefinitionDocument, context: LintContext): DocumentView {
  const state = useSyncExternalStore(document.subscribe, document.get)
  const settled = useDeferredValue(state)
  const read = useMemo(() => readText(settled.text), [settled.text])
  const findings = useMemo(
    () => (read.value === undefined ? [] : lint(unmaskValue(read.value, settled.kept), context)),
    [read, settled.kept, context],
  )
  return useMemo(() => ({ ...settled, read, value: read.value, findings }), [settled, read, findings])
}

/** Reads and lints `text`, which nobody sees. */
export function warmUpReading(text: string): void {
  const read = readText(new DefinitionDocument(text).get().text)
  if (read.value !== undefined) lint(read.value, {})
}

export interface FollowingView {
  view: DocumentView
  /** The last view with a value: a bracket that is missing for a moment must not take the picture away. */
  readable: DocumentView
}

/** `view`, in a rendering of its own that comes after the markers and that the next key may interrupt. */
export function useFollowing(view: DocumentView): FollowingView {
  const [shown, setShown] = useState<FollowingView>({ view, readable: view })
  useEffect(
    () =>
      startTransition(() =>
        setShown(({ readable }) => ({ view, readable: view.value === undefined ? readable : view })),
      ),
    [view],
  )
  return shown
}
