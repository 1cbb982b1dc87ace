/** Opens the register dialog; says why it cannot, and lets a person register without members that this version does not know. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { Suspense, useState } from 'react'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { Finding } from '../../../core/task-definition/linter/finding.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { laterPart } from '../../../ui/later-part.ts'
import type { DefinitionDocument } from './definition-document.ts'
import type { DocumentView } from './use-document.ts'

const RegisterDialog = laterPart(async () => (await import('../register/RegisterDialog.tsx')).RegisterDialog)

const words = {
  register: { en: 'Register …', ko: '등록 …' },
  reading: { en: '{name} is still being read.', ko: '아직 {name}을(를) 읽는 중입니다.' },
  empty: { en: 'There is nothing to register yet.', ko: '아직 등록할 내용이 없습니다.' },
  unreadable: {
    en: 'The text cannot be read as JSON: see Problems.',
    ko: '텍스트를 JSON으로 읽을 수 없습니다. 문제 탭을 보세요.',
  },
  errors: {
    en: 'AWS would refuse it: {n, plural, one {# error} other {# errors}} under Problems.',
    ko: 'AWS가 거부할 정의입니다. 문제 탭에 오류 {n}건이 있습니다.',
  },
  unknownTitle: { en: 'Register without unknown members?', ko: '알 수 없는 멤버 없이 등록할까요?' },
  unknownAbout: {
    en: 'AWS may have added these members after this console was built, or they are misspelt. They would not be sent.',
    ko: '이 콘솔을 만든 뒤에 AWS가 추가했거나 철자가 틀린 멤버입니다. 등록할 때 보내지 않습니다.',
  },
  without: { en: 'Register without them', ko: '빼고 등록' },
  cancel: { en: 'Cancel', ko: '취소' },
} satisfies Record<string, Text>

/** Findings about members that the SDK would drop silently. */
const unknownMember = 'unknown-member'

interface Props {
  document: DefinitionDocument
  view: DocumentView
  /** `family:revision` that is on its way into the editor, if one is. */
  reading: string | undefined
}

export function RegisterButton({ document, view, reading }: Props) {
  const say = useText()
  const [isAsking, setAsking] = useState(false)
  // As it was when the dialog opened: what is looked at is what is sent.
  const [definition, setDefinition] = useState<Definition>()
  const review = (): void => {
    setAsking(false)
    setDefinition(document.definition())
  }
  const errors = view.findings.filter(({ severity }) => severity === 'error')
  const unknown = errors.filter(({ rule }) => rule === unknownMember)
  const reason =
    reading === undefined
      ? reasonOf(view, errors.length - unknown.length)
      : { text: words.reading, values: { name: reading } }
  return (
    <>
      <Button
        variant="primary"
        disabled={reason !== undefined}
        disabledReason={reason && say(reason.text, reason.values)}
        onClick={() => (unknown.length > 0 ? setAsking(true) : review())}
      >
        {say(words.register)}
      </Button>
      {isAsking && <UnknownDialog unknown={unknown} onGoOn={review} onDismiss={() => setAsking(false)} />}
      {definition && (
        <Suspense>
          <RegisterDialog
            definition={definition}
            onDone={document.keptSafe}
            onDismiss={() => setDefinition(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

function reasonOf(
  { text, read, value }: DocumentView,
  errors: number,
): { text: Text; values?: Record<string, number> } | undefined {
  if (text.trim() === '') return { text: words.empty }
  if (read.problems.length > 0 || value === undefined) return { text: words.unreadable }
  return errors > 0 ? { text: words.errors, values: { n: errors } } : undefined
}

function UnknownDialog({
  unknown,
  onGoOn,
  onDismiss,
}: {
  unknown: readonly Finding[]
  onGoOn: () => void
  onDismiss: () => void
}) {
  const say = useText()
  return (
    <Modal
      visible
      header={say(words.unknownTitle)}
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onDismiss}>
              {say(words.cancel)}
            </Button>
            <Button variant="primary" onClick={onGoOn}>
              {say(words.without)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <p>{say(words.unknownAbout)}</p>
      <ul>
        {unknown.map(({ path }) => (
          <li key={path.join('/')}>
            <code>{path.join('.')}</code>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
