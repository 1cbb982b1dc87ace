/** That it was registered, as what, and how it is known. */
import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Registered } from '../../../data/task-definitions/register.ts'
import { revisionName } from '../../../core/task-definition/revision.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { revisionHref } from '../../../widgets/resource-link/href.ts'

const words = {
  done: { en: '{name} is registered', ko: '{name} 등록됨' },
  found: {
    en: 'The answer was lost on its way; the revision was found by its tag.',
    ko: '응답은 도중에 사라졌지만 태그로 개정을 찾았습니다.',
  },
  copies: {
    en: 'The browser sent the request a second time by itself when the connection broke. What that made, {names}, was deregistered again.',
    ko: '연결이 끊기자 브라우저가 요청을 스스로 한 번 더 보냈습니다. 그로 인해 생긴 {names}은(는) 다시 등록 취소했습니다.',
  },
  next: {
    en: 'Nothing runs it yet: services keep their revision until they are updated.',
    ko: '아직 실행되지 않습니다. 서비스는 업데이트할 때까지 기존 개정을 유지합니다.',
  },
  requestId: { en: 'Request ID', ko: '요청 ID' },
  success: { en: 'Success', ko: '성공' },
} satisfies Record<string, Text>

export function RegisterOutcome({
  registered: { revision, requestId, found, copies },
}: {
  registered: Registered
}) {
  const say = useText()
  const { region } = useAws()
  const name = revisionName(revision)
  return (
    <Alert type="success" statusIconAriaLabel={say(words.success)} header={say(words.done, { name })}>
      <SpaceBetween size="xs">
        {found && <div>{say(words.found)}</div>}
        {copies.length > 0 && <div>{say(words.copies, { names: copies.map(revisionName).join(', ') })}</div>}
        <div>{say(words.next)}</div>
        <div>
          <AppLink href={revisionHref(region, revision.family, revision.revision)}>{name}</AppLink>
        </div>
        {requestId !== undefined && (
          <div>
            {say(words.requestId)}: <CopyText text={requestId} label={say(words.requestId)} />
          </div>
        )}
      </SpaceBetween>
    </Alert>
  )
}
