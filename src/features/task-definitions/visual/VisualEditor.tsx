/** The definition as a picture that can be edited: each edit changes only its own members of the text. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo } from 'react'
import type { Json, JsonPath } from '../../../core/task-definition/json.ts'
import type { Change, Finding } from '../../../core/task-definition/linter/finding.ts'
import { checkTypes } from '../../../core/task-definition/linter/type-level.ts'
import type { Kept } from '../../../core/task-definition/mask.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ContainerCard } from './ContainerCard.tsx'
import { type Picture, PictureContext, usePicture } from './definition-context.ts'
import { DependencyGraph } from './DependencyGraph.tsx'
import { addContainer } from './edits.ts'
import { SizePicture } from './SizePicture.tsx'
import { TaskSection } from './TaskSection.tsx'
import { VolumesSection } from './VolumesSection.tsx'
import './visual.css'

const words = {
  unreadable: {
    en: 'The text cannot be read as JSON, so there is no picture of it. Problems say where.',
    ko: '텍스트를 JSON으로 읽을 수 없어 그림이 없습니다. 문제 탭에 위치가 있습니다.',
  },
  empty: {
    en: 'There is no definition yet. Paste one over the text, or choose a template under Open.',
    ko: '아직 정의가 없습니다. 텍스트 위에 붙여 넣거나 열기에서 템플릿을 선택하세요.',
  },
  stale: {
    en: 'The text cannot be read as JSON. This is the picture of what it was before; Problems say where to mend it.',
    ko: '텍스트를 JSON으로 읽을 수 없습니다. 아래는 그 전의 그림입니다. 고칠 위치는 문제 탭에 있습니다.',
  },
  containers: { en: 'Containers', ko: '컨테이너' },
  add: { en: 'Add container', ko: '컨테이너 추가' },
  none: {
    en: 'No containers yet. Add one here, paste a definition over the text, or choose a template under Open.',
    ko: '아직 컨테이너가 없습니다. 여기에서 추가하거나, 텍스트 위에 정의를 붙여 넣거나, 열기에서 템플릿을 선택하세요.',
  },
} satisfies Record<string, Text>

export interface VisualEditorProps {
  /** Masked; undefined when nothing could ever be read. */
  value: Json | undefined
  /** True where nothing is written yet. */
  isEmpty: boolean
  /** True while the text cannot be read: `value` is what it was before, and cannot be changed from here. */
  isStale: boolean
  kept: Kept
  findings: readonly Finding[]
  onChange: (changes: readonly Change[]) => void
  /** Shows the place in the text. */
  onReveal: (path: JsonPath) => void
}

export function VisualEditor(props: VisualEditorProps) {
  const { value, isEmpty, isStale, kept, findings, onChange, onReveal } = props
  const say = useText()
  const picture = useMemo(
    (): Picture | undefined =>
      value === undefined
        ? undefined
        : {
            definition: checkTypes(value).trusted,
            kept,
            findings,
            change: onChange,
            reveal: onReveal,
          },
    [value, kept, findings, onChange, onReveal],
  )
  if (isEmpty) return <Box color="text-body-secondary">{say(words.empty)}</Box>
  if (!picture) return <Box color="text-status-error">{say(words.unreadable)}</Box>
  return (
    <PictureContext value={picture}>
      {isStale && (
        <Box color="text-status-error" padding={{ bottom: 's' }}>
          {say(words.stale)}
        </Box>
      )}
      <div inert={isStale} className={isStale ? 'visual visual-stale' : 'visual'}>
        <Parts />
      </div>
    </PictureContext>
  )
}

function Parts() {
  const say = useText()
  const { definition, change } = usePicture()
  const { containerDefinitions = [] } = definition
  return (
    <SpaceBetween size="l">
      <TaskSection />
      <SizePicture />
      <section aria-label={say(words.containers)}>
        <Header
          variant="h3"
          counter={`(${String(containerDefinitions.length)})`}
          actions={
            <Button iconName="add-plus" onClick={() => change(addContainer(definition))}>
              {say(words.add)}
            </Button>
          }
        >
          {say(words.containers)}
        </Header>
        <div className="visual-cards">
          {containerDefinitions.length === 0 && <Box color="text-body-secondary">{say(words.none)}</Box>}
          {containerDefinitions.map((container, index) => (
            <ContainerCard key={index} container={container} index={index} />
          ))}
        </div>
      </section>
      <DependencyGraph />
      <VolumesSection />
    </SpaceBetween>
  )
}
