/** One confirmation before records or a rule move: what stands there now, and what will stand there. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { Stands } from '../../../core/cutover/standing.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Changes } from '../parts/Changes.tsx'

const words = {
  close: { en: 'Close', ko: '닫기' },
  keep: { en: 'Leave it as it is', ko: '그대로 두기' },
  changes: { en: 'Records now, and afterwards', ko: '현재 레코드와 이후 레코드' },
  ruleChanges: { en: 'The rule now, and afterwards', ko: '현재 규칙과 이후 규칙' },
  now: { en: 'Now', ko: '현재' },
  afterwards: { en: 'Afterwards', ko: '이후' },
  edit: { en: 'The edit that is given up', ko: '버려지는 변경' },
  expected: { en: 'As this cutover left it', ko: '이 전환이 남긴 상태' },
  edited: { en: 'As somebody edited it', ko: '누군가 변경한 상태' },
  rule: { en: 'No DNS record changes by it.', ko: 'DNS 레코드는 바뀌지 않습니다.' },
  warning: { en: 'Warning', ko: '경고' },
} satisfies Record<string, Text>

const nowThen = { before: words.now, after: words.afterwards }
const editTitles = { before: words.expected, after: words.edited }

export interface MoveDialogProps {
  title: string
  /** What happens, and how soon clients notice. */
  children: ReactNode
  before: Stands
  after: Stands
  /** A manual edit that is discarded by it. */
  edit?: { expected: Stands; live: Stands } | undefined
  confirm: string
  isConfirmable?: boolean
  onConfirm: () => void
  onClose: () => void
}

export function MoveDialog(props: MoveDialogProps) {
  const { title, children, before, after, edit, confirm, isConfirmable = true } = props
  const say = useText()
  return (
    <Modal
      visible
      size="large"
      header={title}
      closeAriaLabel={say(words.close)}
      onDismiss={props.onClose}
      footer={
        <div className="tg-confirm">
          <Button variant="link" onClick={props.onClose}>
            {say(words.keep)}
          </Button>
          <span className="tg-danger">
            <Button
              disabled={!isConfirmable}
              onClick={() => {
                props.onConfirm()
                props.onClose()
              }}
            >
              {confirm}
            </Button>
          </span>
        </div>
      }
    >
      <SpaceBetween size="m">
        <div>{children}</div>
        {edit && (
          <Alert type="warning" statusIconAriaLabel={say(words.warning)} header={say(words.edit)}>
            <Changes before={edit.expected} after={edit.live} label={say(words.edit)} titles={editTitles} />
          </Alert>
        )}
        <Changes
          before={before}
          after={after}
          label={say(after.actions ? words.ruleChanges : words.changes)}
          titles={nowThen}
        />
        {after.actions && <Box color="text-body-secondary">{say(words.rule)}</Box>}
      </SpaceBetween>
    </Modal>
  )
}
