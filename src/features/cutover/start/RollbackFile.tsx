/** The rollback file, kept before the first write: it puts everything back without this product. */
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Plan } from '../../../core/cutover/plan.ts'
import { rollbackFile, rollbackFileName, rollbackFileText } from '../../../core/cutover/rollback-file.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { StatusBadge } from '../../../widgets/status-badge/StatusBadge.tsx'
import { download } from '../parts/download.ts'
import { fileKey } from './start-cutover.ts'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'Rollback file', ko: '롤백 파일' },
  about: {
    en: 'It holds the records as they are now and, for every state, the change that leads back. With it and the AWS CLI anybody with access can put everything back, without this product. Keep it until the cutover is over.',
    ko: '현재 레코드와 각 상태에서 되돌리는 변경을 담고 있습니다. 이 파일과 AWS CLI만 있으면 권한이 있는 누구나 이 제품 없이 모두 되돌릴 수 있습니다. 전환이 끝날 때까지 보관하세요.',
  },
  download: { en: 'Download the rollback file', ko: '롤백 파일 다운로드' },
  again: { en: 'Download it again', ko: '다시 다운로드' },
  none: { en: 'Not downloaded yet', ko: '아직 다운로드하지 않음' },
  stale: {
    en: 'The plan has changed since: download it again',
    ko: '이후 계획이 변경됨: 다시 다운로드하세요',
  },
  done: { en: 'Handed to the browser: {file}', ko: '브라우저에 전달됨: {file}' },
} satisfies Record<string, Text>

export function RollbackFile({ plan }: { plan: Plan }) {
  const say = useText()
  const { account } = useSession()
  const { id, draft, setDraft, cutovers } = useWizard()
  const key = fileKey(plan, id)
  const name = rollbackFileName(plan.hostname, id)
  const isDone = draft.file === key
  const keep = (): void => {
    const file = rollbackFile(plan, { id, createdAt: cutovers.host.now(), account })
    download(name, rollbackFileText(file), 'application/json')
    setDraft({ file: key })
  }
  return (
    <Container header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="s">
        <div>{say(words.about)}</div>
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <Button iconName="download" variant={isDone ? 'normal' : 'primary'} onClick={keep}>
            {say(isDone ? words.again : words.download)}
          </Button>
          {isDone ? (
            <StatusBadge tone="good" wrap>
              {say(words.done, { file: name })}
            </StatusBadge>
          ) : (
            <StatusBadge tone="waiting" wrap>
              {say(draft.file === undefined ? words.none : words.stale)}
            </StatusBadge>
          )}
        </SpaceBetween>
      </SpaceBetween>
    </Container>
  )
}
