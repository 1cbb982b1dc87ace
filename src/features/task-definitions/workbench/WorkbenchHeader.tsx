/** Name of what is open, and what can be done with it; the way to register is always at the right. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ChangeEvent, memo, useRef } from 'react'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { DefinitionDocument } from './definition-document.ts'
import type { Opened } from './use-opened.ts'
import { RegisterButton } from './RegisterButton.tsx'
import { views } from './search.ts'
import { templates } from './templates.ts'
import type { DocumentView } from './use-document.ts'
import { useWorkbenchSearch } from './use-workbench-search.ts'

const words = {
  title: { en: 'Task definition editor', ko: '태스크 정의 편집기' },
  from: { en: 'Opened from {name}', ko: '{name}에서 열림' },
  own: {
    en: 'Paste anything that describes a task over the text, or begin with a template.',
    ko: '태스크를 설명하는 것을 텍스트 위에 붙여 넣거나 템플릿으로 시작하세요.',
  },
  opening: { en: '{name} is being read', ko: '{name}을(를) 읽는 중' },
  failed: { en: '{name} could not be read', ko: '{name}을(를) 읽지 못했습니다' },
  apart: {
    en: '{name} was not opened: what is written here is kept',
    ko: '{name}을(를) 열지 않았습니다. 여기에 쓴 내용은 그대로입니다',
  },
  begin: { en: 'Open', ko: '열기' },
  file: { en: 'File …', ko: '파일 …' },
  template: { en: 'Templates', ko: '템플릿' },
  undo: { en: 'Undo', ko: '실행 취소' },
  redo: { en: 'Redo', ko: '다시 실행' },
  view: { en: 'What is shown', ko: '표시할 것' },
  both: { en: 'Both', ko: '둘 다' },
  text: { en: 'Text', ko: '텍스트' },
  side: { en: 'Picture and tools', ko: '그림과 도구' },
} satisfies Record<string, Text>

const fromWords: Record<Opened['state'], Text> = {
  reading: words.opening,
  open: words.from,
  failed: words.failed,
  apart: words.apart,
}

interface Props {
  document: DefinitionDocument
  view: DocumentView
  /** `family:revision` that is to be opened, if one is named. */
  from: string | undefined
  /** How far that is. */
  state: Opened['state'] | undefined
}

export const WorkbenchHeader = memo(function WorkbenchHeader({ document, view, from, state }: Props) {
  const say = useText()
  return (
    <Header
      variant="h1"
      description={from === undefined ? say(words.own) : say(fromWords[state ?? 'apart'], { name: from })}
      actions={
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <Tools document={document} />
          <RegisterButton document={document} view={view} reading={state === 'reading' ? from : undefined} />
        </SpaceBetween>
      }
    >
      {say(words.title)} <Box variant="span">{nameOf(view)}</Box>
    </Header>
  )
})

/** What does not depend on the text is not drawn again with each key. */
const Tools = memo(function Tools({ document }: { document: DefinitionDocument }) {
  const say = useText()
  const [search, change] = useWorkbenchSearch()
  const openText = (input: Uint8Array): void => {
    document.replaceAll(input)
    change({ tab: 'pasted' })
  }
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <SegmentedControl
        label={say(words.view)}
        selectedId={search.view ?? 'both'}
        options={views.map((id) => ({ id, text: say(words[id]) }))}
        onChange={({ detail }) => change({ view: views.find((id) => id === detail.selectedId) })}
      />
      <SpaceBetween direction="horizontal" size="xs">
        <Button iconName="undo" ariaLabel={say(words.undo)} onClick={document.undo} />
        <Button iconName="redo" ariaLabel={say(words.redo)} onClick={document.redo} />
      </SpaceBetween>
      <BeginMenu onInput={openText} onTemplate={document.replaceAll} />
    </SpaceBetween>
  )
})

interface BeginMenuProps {
  onInput: (bytes: Uint8Array) => void
  onTemplate: (text: string) => void
}

/** A file, or a template. Bytes, not text: files come in UTF-16 too. */
function BeginMenu({ onInput, onTemplate }: BeginMenuProps) {
  const say = useText()
  const session = useSession()
  const input = useRef<HTMLInputElement>(null)
  const read = (event: ChangeEvent<HTMLInputElement>): void => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file) void file.arrayBuffer().then((bytes) => onInput(new Uint8Array(bytes)))
  }
  return (
    <>
      <input ref={input} type="file" hidden aria-label={say(words.file)} onChange={read} />
      <ButtonDropdown
        items={[
          { id: 'file', text: say(words.file), iconName: 'upload' },
          {
            text: say(words.template),
            items: templates.map(({ id, title, about }) => ({
              id,
              text: say(title),
              description: say(about),
            })),
          },
        ]}
        onItemClick={({ detail }) => {
          const template = templates.find(({ id }) => id === detail.id)
          if (template) onTemplate(template.text(session))
          else input.current?.click()
        }}
      >
        {say(words.begin)}
      </ButtonDropdown>
    </>
  )
}

function nameOf({ value }: DocumentView): string {
  const family = value && typeof value === 'object' && !Array.isArray(value) ? value['family'] : undefined
  return typeof family === 'string' ? family : ''
}
