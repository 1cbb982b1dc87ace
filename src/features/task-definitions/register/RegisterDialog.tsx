/** The last look before a revision is registered: what changes, what the account lacks, the command; then what became of it. */
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { Definition } from '../../../core/task-definition/definition.ts'
import type { Revision } from '../../../core/task-definition/revision.ts'
import { isSame } from '../../../core/task-definition/canonical.ts'
import { type RegisterStage, useRegister } from '../../../data/task-definitions/register.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useAbleRole } from '../../../widgets/role/use-able-role.ts'
import { DialogFooter } from '../parts/DialogFooter.tsx'
import { deployCapability } from '../parts/roles.ts'
import { RegisterOutcome } from './RegisterOutcome.tsx'
import { RegisterProblem } from './RegisterProblem.tsx'
import { RegisterReview } from './RegisterReview.tsx'
import { UpdateServiceDialog } from './UpdateServiceDialog.tsx'
import { useCompared } from './use-compared.ts'

const words = {
  title: { en: 'Register a revision of {family}', ko: '{family}의 개정 등록' },
  close: { en: 'Close', ko: '닫기' },
  cancel: { en: 'Cancel', ko: '취소' },
  register: { en: 'Register', ko: '등록' },
  anyway: { en: 'Register anyway', ko: '그래도 등록' },
  deploy: { en: 'Update a service …', ko: '서비스 업데이트…' },
  needsRole: { en: 'This role may not register', ko: '이 역할로는 등록할 수 없습니다' },
  checking: {
    en: 'The answer did not arrive. Looking whether the revision is there; nothing is sent again',
    ko: '응답을 받지 못했습니다. 개정이 있는지 확인하는 중이며 다시 보내지 않습니다',
  },
  reading: { en: 'The newest revision is being read', ko: '최신 개정을 읽는 중입니다' },
} satisfies Record<string, Text>

export interface RegisterDialogProps {
  /** As it goes to AWS, with its values. */
  definition: Definition
  /** Called once the revision is registered; the dialog stays to say so, and to offer the update of a service. */
  onDone: (revision: Revision) => void
  /** Called when the dialog is closed, registered or not. */
  onDismiss: () => void
}

export function RegisterDialog({ definition, onDone, onDismiss }: RegisterDialogProps) {
  const say = useText()
  const family = definition.family ?? ''
  const compared = useCompared(family)
  const { register, stage } = useRegister()
  const [isDeploying, setDeploying] = useState(false)
  const revision = register.data?.revision
  const close = (): void => {
    if (stage === 'idle') onDismiss()
  }
  if (revision && isDeploying) return <UpdateServiceDialog revision={revision} onDismiss={onDismiss} />
  return (
    <Modal
      visible
      size="max"
      header={say(words.title, { family })}
      closeAriaLabel={say(words.close)}
      onDismiss={close}
      footer={
        revision ? (
          <DialogFooter>
            <Button onClick={close}>{say(words.close)}</Button>
            <Button variant="primary" onClick={() => setDeploying(true)}>
              {say(words.deploy)}
            </Button>
          </DialogFooter>
        ) : (
          <DialogFooter outcome={<Outcome family={family} stage={stage} error={register.error} />}>
            <Button variant="link" disabled={stage !== 'idle'} onClick={close}>
              {say(words.cancel)}
            </Button>
            <RegisterButton
              isSame={compared.revision ? isSame(compared.revision.definition, definition) : false}
              isKnown={!compared.isReading}
              isBusy={stage !== 'idle'}
              onClick={() =>
                register.mutate(
                  { definition, seen: compared.revision?.arn },
                  {
                    onSuccess: (registered) => onDone(registered.revision),
                    onError: () => void compared.again(),
                  },
                )
              }
            />
          </DialogFooter>
        )
      }
    >
      {register.data ? (
        <RegisterOutcome registered={register.data} />
      ) : (
        <RegisterReview definition={definition} compared={compared} />
      )}
    </Modal>
  )
}

interface OutcomeProps {
  family: string
  stage: RegisterStage
  error: unknown
}

function Outcome({ family, stage, error }: OutcomeProps) {
  const say = useText()
  if (stage === 'checking') return <StatusIndicator type="in-progress">{say(words.checking)}</StatusIndicator>
  return error !== null && stage === 'idle' && <RegisterProblem error={error} family={family} />
}

interface RegisterButtonProps {
  isSame: boolean
  isKnown: boolean
  isBusy: boolean
  onClick: () => void
}

function RegisterButton({ isSame: isNoChange, isKnown, isBusy, onClick }: RegisterButtonProps) {
  const say = useText()
  const { can } = useAbleRole(deployCapability)
  const reason = can ? (isKnown ? undefined : words.reading) : words.needsRole
  return (
    <Button
      variant={isNoChange ? 'normal' : 'primary'}
      loading={isBusy}
      disabled={reason !== undefined}
      {...(reason && { disabledReason: say(reason) })}
      onClick={onClick}
    >
      {say(isNoChange ? words.anyway : words.register)}
    </Button>
  )
}
