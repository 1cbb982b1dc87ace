/** The text of the definition in the editor, with its findings as markers. */
import Spinner from '@cloudscape-design/components/spinner'
import { memo, Suspense, useEffect, useMemo, useState } from 'react'
import { placeOf } from '../../../core/task-definition/text.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { EditorHandle, EditorMarker } from '../../../widgets/json-editor/editor-handle.ts'
import { LazyJsonEditor } from '../../../widgets/json-editor/lazy.ts'
import type { DefinitionDocument } from './definition-document.ts'
import { pageOfRule } from './rule-page.ts'
import { snippetsFor } from './snippets.ts'
import type { DocumentView } from './use-document.ts'
import { useSuggestions } from './use-suggestions.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'

const words = {
  label: { en: 'Task definition as JSON', ko: 'JSON 태스크 정의' },
  loading: { en: 'The editor is on its way.', ko: '편집기를 불러오는 중입니다.' },
  late: {
    en: 'The editor has not come yet. It is asked for again until it is there; the picture works without it.',
    ko: '편집기가 아직 도착하지 않았습니다. 받을 때까지 다시 요청합니다. 그림은 편집기 없이도 사용할 수 있습니다.',
  },
  next: { en: 'Next problem', ko: '다음 문제' },
  fix: { en: 'Quick fix', ko: '빠른 수정' },
} satisfies Record<string, Text>

interface Props {
  document: DefinitionDocument
  view: DocumentView
  /** Told when the editor is there, and with null when it is gone. */
  handle: (editor: EditorHandle | null) => void
}

export const TextPane = memo(function TextPane({ document, view, handle }: Props) {
  const say = useText()
  const { region } = useAws()
  const schema = useSchema()
  const markers = useMarkers(document, view, say)
  const suggest = useSuggestions()
  const [, change] = useWorkbenchSearch()
  const named = useMemo(
    () => snippetsFor(region).map(({ name, about, body }) => ({ label: name, detail: say(about), body })),
    [say, region],
  )
  const editorWords = useMemo(() => ({ nextProblem: say(words.next), quickFix: say(words.fix) }), [say])
  return (
    <Suspense fallback={<Loading />}>
      <LazyJsonEditor
        initialText={view.text}
        kind="task-definition"
        schema={schema}
        label={say(words.label)}
        words={editorWords}
        markers={markers}
        snippets={named}
        suggest={suggest}
        onChange={document.onText}
        onReplaceAll={(input) => {
          const { steps, kind } = document.replaceAll(input)
          if (steps.length > 0 || kind !== 'definition') change({ tab: 'pasted' })
          return true
        }}
        onSettled={document.mask}
        handle={handle}
      />
    </Suspense>
  )
})

/** ms after which an editor on its way is late. */
const lateAfter = 5_000

function Loading() {
  const say = useText()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateAfter)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className="workbench-loading">
      <Spinner /> {say(isLate ? words.late : words.loading)}
    </output>
  )
}

/** Undefined when it did not come: then the editor knows no descriptions, and everything else works. */
export async function loadSchema(): Promise<object | undefined> {
  const load = import('../../../core/task-definition/schema/task-definition.schema.json')
  return load.then(
    (loaded) => loaded.default,
    () => undefined,
  )
}

/** Descriptions of AWS's members are many: they come after the editor. */
function useSchema(): object | undefined {
  const [schema, setSchema] = useState<object>()
  useEffect(() => {
    let gone = false
    void loadSchema().then((loaded) => !gone && setSchema(loaded))
    return () => {
      gone = true
    }
  }, [])
  return schema
}

function useMarkers(
  document: DefinitionDocument,
  { read, findings }: DocumentView,
  say: ReturnType<typeof useText>,
): EditorMarker[] {
  return useMemo(
    () => [
      ...read.problems.map(({ offset, length, message }): EditorMarker => ({
        offset,
        length: Math.max(1, length),
        severity: 'error',
        message: say(message),
        code: 'JSON',
      })),
      ...findings.map(({ rule, severity, path, message, fix }): EditorMarker => {
        const place = placeOf(read.tree, path)
        return {
          offset: place?.keyOffset ?? place?.offset ?? 0,
          length: place?.keyLength ?? place?.length ?? 1,
          severity,
          message: say(message),
          code: rule,
          ...pageOfRule(rule),
          ...(fix && { fix: { title: say(fix.title), edits: () => document.editsFor(fix.changes) } }),
        }
      }),
    ],
    [document, read, findings, say],
  )
}
