/** What may be done to the chosen revisions of a family; the dialogs that do it. */
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown'
import type { Revision } from '../../../core/task-definition/revision.ts'
import { useAws } from '../../../data/session.ts'
import type { FamilyUsage } from '../../../data/task-definitions/usage.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { compareHref } from '../../../widgets/resource-link/href.ts'
import { RegisterDialog } from '../register/RegisterDialog.tsx'
import { UpdateServiceDialog } from '../register/UpdateServiceDialog.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import type { RevisionRow } from './revision-columns.tsx'

const words = {
  actions: { en: 'Actions', ko: '작업' },
  compare: { en: 'Compare', ko: '비교' },
  deploy: { en: 'Update a service …', ko: '서비스 업데이트…' },
  restore: { en: 'Restore …', ko: '복원…' },
  deregister: { en: 'Deregister …', ko: '등록 취소…' },
  delete: { en: 'Delete …', ko: '삭제…' },
  two: { en: 'Choose two revisions', ko: '개정 두 개를 선택하세요' },
  one: { en: 'Choose one revision', ko: '개정 하나를 선택하세요' },
  some: { en: 'Choose revisions first', ko: '먼저 개정을 선택하세요' },
  active: { en: 'Only ACTIVE revisions', ko: 'ACTIVE 개정만 가능합니다' },
  inactive: { en: 'Only INACTIVE revisions', ko: 'INACTIVE 개정만 가능합니다' },
} satisfies Record<string, Text>

export type Chosen =
  | { kind: 'deregister' | 'delete'; rows: readonly RevisionRow[] }
  | { kind: 'restore' | 'deploy'; revision: Revision }

interface FamilyActionsProps {
  family: string
  chosen: readonly RevisionRow[]
  onDialog: (dialog: Chosen) => void
}

export function FamilyActions({ family, chosen, onDialog }: FamilyActionsProps) {
  const say = useText()
  const { region } = useAws()
  const [first, second] = chosen.toSorted((a, b) => a.revision - b.revision)
  const revision = chosen.length === 1 ? first?.described : undefined
  const item = (id: keyof typeof words, reason: Text | undefined): ButtonDropdownProps.Item => ({
    id,
    text: say(words[id]),
    disabled: reason !== undefined,
    ...(reason && { disabledReason: say(reason) }),
  })
  const isCompared = chosen.length === 2 && first !== undefined && second !== undefined
  return (
    <ButtonDropdown
      items={[
        {
          ...item('compare', isCompared ? undefined : words.two),
          ...(isCompared && { href: compareHref(region, family, first.revision, second.revision) }),
        },
        item('deploy', !revision ? words.one : revision.status === 'ACTIVE' ? undefined : words.active),
        item('restore', !revision ? words.one : revision.status === 'INACTIVE' ? undefined : words.inactive),
        item('deregister', whyNot(chosen, 'ACTIVE')),
        item('delete', whyNot(chosen, 'INACTIVE')),
      ]}
      onItemClick={({ detail: { id } }) => {
        if (id === 'deregister' || id === 'delete') onDialog({ kind: id, rows: chosen })
        else if (revision && (id === 'restore' || id === 'deploy')) onDialog({ kind: id, revision })
      }}
    >
      {say(words.actions)}
    </ButtonDropdown>
  )
}

function whyNot(chosen: readonly RevisionRow[], status: 'ACTIVE' | 'INACTIVE'): Text | undefined {
  if (chosen.length === 0) return words.some
  if (chosen.every((row) => row.status === status)) return undefined
  return status === 'ACTIVE' ? words.active : words.inactive
}

interface FamilyDialogProps {
  family: string
  dialog: Chosen
  usage: FamilyUsage
  /** `isDone`: something was changed. */
  onDismiss: (isDone: boolean) => void
}

export function FamilyDialog({ family, dialog, usage, onDismiss }: FamilyDialogProps) {
  switch (dialog.kind) {
    case 'deploy':
      return <UpdateServiceDialog revision={dialog.revision} onDismiss={() => onDismiss(false)} />
    case 'restore':
      return (
        <RegisterDialog
          definition={dialog.revision.definition}
          onDone={nothing}
          onDismiss={() => onDismiss(false)}
        />
      )
    default:
      return (
        <RetireDialog
          family={family}
          action={dialog.kind}
          chosen={dialog.rows}
          usage={usage}
          onDismiss={onDismiss}
        />
      )
  }
}

/** The dialog itself says what became of it, and the table is read again. */
function nothing(): void {}
