/** The task-definition editor: the text, beside it the picture, the problems, and the way to register. */
import Spinner from '@cloudscape-design/components/spinner'
import { useCallback, useState } from 'react'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { useWhenIdle } from '../../../ui/when-idle.ts'
import type { EditorHandle } from '../../../widgets/json-editor/editor-handle.ts'
import { DefinitionDocument } from './definition-document.ts'
import { SidePane, VisualEditor } from './SidePane.tsx'
import { fargateWeb } from './templates.ts'
import { loadSchema, TextPane } from './TextPane.tsx'
import { useDocument, warmUpReading } from './use-document.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useOpened } from './use-opened.ts'
import { useTargetContext } from './use-target-context.ts'
import { useShownText } from './use-shown-text.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'
import { WorkbenchHeader } from './WorkbenchHeader.tsx'
import '../../../widgets/metric-chart/palette.css'
import './workbench.css'

const words = {
  text: { en: 'Text', ko: '텍스트' },
  side: { en: 'Picture, problems and tools', ko: '그림, 문제, 도구' },
  reading: { en: 'Reading {name} …', ko: '{name} 읽는 중 …' },
} satisfies Record<string, Text>

/** ms that the picture waits for an editor that is long on its way. */
const mostWait = 2_000

/** Loads what this page draws first and has not loaded yet, and reads a text: the first one takes several times as long as the next. */
export async function fetchParts(): Promise<void> {
  await Promise.all([VisualEditor.fetch(), loadSchema()])
  warmUpReading(fargateWeb({ account: '', region: '' }))
}

export default function WorkbenchPage() {
  const say = useText()
  const session = useSession()
  const [search] = useWorkbenchSearch()
  const [document] = useState(
    () => new DefinitionDocument(search.from === undefined ? fargateWeb(session) : ''),
  )
  const target = useTargetContext(search)
  const view = useDocument(document, target.context)
  const opened = useOpened(document, search.from)
  const isReading = opened?.state === 'reading'
  useLeaveGuard(view.isChanged)
  const [isEditorThere, setEditorThere] = useState(false)
  const shown = useShownText()
  const attach = useCallback(
    (editor: EditorHandle | null) => {
      document.attach(editor && shown(editor))
      if (editor) setEditorThere(true)
    },
    [document, shown],
  )
  // The text comes first: the picture is the larger part of the page, and a person writes in the text.
  const isSideDrawn = useWhenIdle(isEditorThere, mostWait)
  return (
    <div className="workbench">
      <WorkbenchHeader document={document} view={view} from={opened?.name} state={opened?.state} />
      {opened?.problem && <ProblemAlert problem={opened.problem} kept={false} retry={opened.retry} />}
      {/* What is written while a revision is on its way would be written over. */}
      <div className={`workbench-panes workbench-show-${search.view ?? 'both'}`} inert={isReading}>
        <section className="workbench-text" aria-label={say(words.text)}>
          {isReading && <Reading name={opened.name} />}
          <TextPane document={document} view={view} handle={attach} />
        </section>
        <section className="workbench-side" aria-label={say(words.side)}>
          {isSideDrawn && !isReading ? (
            <SidePane document={document} view={view} />
          ) : (
            <SkeletonLines lines={8} />
          )}
        </section>
      </div>
    </div>
  )
}

function Reading({ name }: { name: string }) {
  const say = useText()
  return (
    <output className="workbench-reading">
      <Spinner /> {say(words.reading, { name })}
    </output>
  )
}
