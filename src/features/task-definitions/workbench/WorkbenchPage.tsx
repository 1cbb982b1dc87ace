/** The task-definition editor: the text, beside it the picture, the problems, and the way to register. */
import { useState } from 'react'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { DefinitionDocument } from './definition-document.ts'
import { SidePane } from './SidePane.tsx'
import { templates } from './templates.ts'
import { TextPane } from './TextPane.tsx'
import { useDocument } from './use-document.ts'
import { useLeaveGuard } from './use-leave-guard.ts'
import { useOpened } from './use-opened.ts'
import { useTargetContext } from './use-target-context.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'
import { WorkbenchHeader } from './WorkbenchHeader.tsx'
import '../../../widgets/metric-chart/palette.css'
import './workbench.css'

const words = {
  text: { en: 'Text', ko: '텍스트' },
  side: { en: 'Picture, problems and tools', ko: '그림, 문제, 도구' },
} satisfies Record<string, Text>

export default function WorkbenchPage() {
  const say = useText()
  const [search] = useWorkbenchSearch()
  const [document] = useState(() => new DefinitionDocument(templates[0]?.text ?? ''))
  const target = useTargetContext(search)
  const view = useDocument(document, target.context)
  const opened = useOpened(document, search.from)
  useLeaveGuard(view.isChanged)
  return (
    <div className="workbench">
      <WorkbenchHeader document={document} view={view} opened={opened} />
      {opened?.problem && <ProblemAlert problem={opened.problem} kept={false} retry={opened.retry} />}
      <div className={`workbench-panes workbench-show-${search.view ?? 'both'}`}>
        <section className="workbench-text" aria-label={say(words.text)}>
          <TextPane document={document} view={view} />
        </section>
        <section className="workbench-side" aria-label={say(words.side)}>
          <SidePane document={document} view={view} />
        </section>
      </div>
    </div>
  )
}
