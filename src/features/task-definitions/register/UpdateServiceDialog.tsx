/** Gives a service another revision: which service, what that starts, whether it fits; then what became of it. */
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { previewDeployment } from '../../../core/task-definition/deployment-preview.ts'
import { type Revision, revisionName } from '../../../core/task-definition/revision.ts'
import { serviceQuery } from '../../../data/ecs/services.ts'
import { useAws } from '../../../data/session.ts'
import { useDeployRevision } from '../../../data/task-definitions/register.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { useAbleRole } from '../../../widgets/role/use-able-role.ts'
import { DialogFooter } from '../parts/DialogFooter.tsx'
import { deployCapability } from '../parts/roles.ts'
import { type Choice, ServiceSelect } from './ServiceSelect.tsx'
import { UpdateOutcome } from './UpdateOutcome.tsx'
import { UpdatePreview } from './UpdatePreview.tsx'

const words = {
  title: { en: 'Update a service to {name}', ko: '서비스를 {name}(으)로 업데이트' },
  close: { en: 'Close', ko: '닫기' },
  cancel: { en: 'Cancel', ko: '취소' },
  force: { en: 'Force a new deployment', ko: '새 배포 강제' },
  forceAbout: {
    en: 'Replaces every task even where nothing changed, for instance to pull a tag anew.',
    ko: '바뀐 것이 없어도 모든 태스크를 교체합니다. 예를 들어 태그의 이미지를 다시 받을 때 사용합니다.',
  },
  update: { en: 'Update the service', ko: '서비스 업데이트' },
  first: { en: 'Choose a service first', ko: '먼저 서비스를 선택하세요' },
  needsRole: { en: 'This role may not update services', ko: '이 역할로는 서비스를 업데이트할 수 없습니다' },
  nothing: { en: 'It would start nothing', ko: '시작되는 것이 없습니다' },
} satisfies Record<string, Text>

export interface UpdateServiceDialogProps {
  revision: Revision
  /** Called when the dialog is closed, whatever was done. */
  onDismiss: () => void
}

export function UpdateServiceDialog({ revision, onDismiss }: UpdateServiceDialogProps) {
  const say = useText()
  const update = useUpdate(revision)
  const { deploy } = update
  const name = revisionName(revision)
  const close = (): void => {
    if (!deploy.isPending) onDismiss()
  }
  return (
    <Modal
      visible
      size="max"
      header={say(words.title, { name })}
      closeAriaLabel={say(words.close)}
      onDismiss={close}
      footer={
        <DialogFooter
          outcome={deploy.error !== null && <ProblemAlert problem={problemWords(say, deploy.error)} />}
        >
          <Button variant={deploy.isSuccess ? 'normal' : 'link'} disabled={deploy.isPending} onClick={close}>
            {say(deploy.isSuccess ? words.close : words.cancel)}
          </Button>
          {!deploy.isSuccess && (
            <UpdateButton
              isBusy={deploy.isPending}
              isChosen={update.service.data !== undefined}
              starts={update.preview?.starts ?? false}
              onClick={update.send}
            />
          )}
        </DialogFooter>
      }
    >
      {deploy.data && update.choice ? (
        <UpdateOutcome deployed={deploy.data} cluster={update.choice.cluster} name={name} />
      ) : (
        <UpdateForm revision={revision} update={update} />
      )}
    </Modal>
  )
}

/** What is chosen, what it would start, and the sending of it. */
function useUpdate(revision: Revision) {
  const aws = useAws()
  const [choice, setChoice] = useState<Choice>()
  const [isForced, setForced] = useState(false)
  const deploy = useDeployRevision()
  const service = useQuery({
    ...serviceQuery(aws, choice?.cluster ?? '', choice?.service ?? ''),
    enabled: choice !== undefined,
  })
  const { data } = service
  const send = (): void => {
    if (!choice) return
    deploy.mutate({
      ...choice,
      taskDefinition: revision.arn,
      forceNewDeployment: isForced,
      seenDeployment: data?.deployments[0]?.id,
    })
  }
  const preview = data && previewDeployment(data, revision.arn, isForced)
  return { choice, setChoice, isForced, setForced, service, preview, deploy, send }
}

function UpdateForm({ revision, update }: { revision: Revision; update: ReturnType<typeof useUpdate> }) {
  const say = useText()
  const { choice, isForced } = update
  return (
    <SpaceBetween size="l">
      <ServiceSelect family={revision.family} choice={choice} onChoose={update.setChoice} />
      <Checkbox
        checked={isForced}
        description={say(words.forceAbout)}
        onChange={({ detail }) => update.setForced(detail.checked)}
      >
        {say(words.force)}
      </Checkbox>
      {choice && (
        <UpdatePreview
          revision={revision}
          choice={choice}
          service={update.service}
          preview={update.preview}
          isForced={isForced}
        />
      )}
    </SpaceBetween>
  )
}

interface UpdateButtonProps {
  isBusy: boolean
  isChosen: boolean
  starts: boolean
  onClick: () => void
}

function UpdateButton({ isBusy, isChosen, starts, onClick }: UpdateButtonProps) {
  const say = useText()
  const { can } = useAbleRole(deployCapability)
  const reason = !can ? words.needsRole : !isChosen ? words.first : !starts ? words.nothing : undefined
  return (
    <Button
      variant="primary"
      loading={isBusy}
      disabled={reason !== undefined}
      {...(reason && { disabledReason: say(reason) })}
      onClick={onClick}
    >
      {say(words.update)}
    </Button>
  )
}
