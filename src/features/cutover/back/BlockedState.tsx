/** AWS refuses a write, and not because somebody edited something: its own words, and a way out of each cause. */
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { isForward } from '../../../core/cutover/permits.ts'
import type { Run, Want } from '../../../core/cutover/run.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { protectionsQuery } from '../../../data/cutover/protections.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { wantWords } from '../parts/log-words.ts'
import { stateName } from '../parts/state-words.ts'
import { ProtectionList } from './ProtectionList.tsx'
import { RefusalText } from './RefusalText.tsx'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'

const words = {
  title: { en: 'AWS refuses the write', ko: 'AWS가 쓰기를 거부합니다' },
  known: {
    en: 'Refused was: {want}. The batch was refused as a whole: the records are still at “{state}”.',
    ko: '거부된 작업: {want}. 배치 전체가 거부되어 레코드는 여전히 “{state}”입니다.',
  },
  safe: {
    en: 'Nothing was changed by it. DNS answers as before, and it is not tried again until you say so.',
    ko: '이로 인해 변경된 것은 없습니다. DNS는 그대로 응답하며, 지시하기 전에는 다시 시도하지 않습니다.',
  },
  protected: {
    en: 'Records are protected against changes. Remove the protection and go on, or remove it and roll back: either way it is noted, and offered to be set again at the end.',
    ko: '레코드가 변경으로부터 보호되어 있습니다. 보호를 제거하고 계속하거나 제거하고 롤백하세요. 제거한 보호는 기록되며 끝날 때 다시 설정할 수 있습니다.',
  },
  denied: {
    en: 'Ask for the permission below for this role, or take a stronger one; then try again. Whoever has it can also run the script of the rollback file.',
    ko: '이 역할에 아래 권한을 요청하거나 더 강한 역할을 사용한 뒤 다시 시도하세요. 권한이 있는 사람은 롤백 파일의 스크립트를 실행할 수도 있습니다.',
  },
  other: {
    en: 'AWS’s own words say why. See to the cause and try again, or roll back exactly.',
    ko: 'AWS 메시지에 이유가 있습니다. 원인을 해결하고 다시 시도하거나 원본 그대로 롤백하세요.',
  },
  again: { en: 'Try again', ko: '다시 시도' },
} satisfies Record<string, Text>

interface BlockedStateProps {
  session: CutoverSession
  view: CutoverView
}

export function BlockedState({ session, view: { run } }: BlockedStateProps) {
  const say = useText()
  const aws = useAws()
  const { phase, plan } = run
  const { data: protections = [] } = useQuery(protectionsQuery(aws, plan))
  if (phase.at !== 'blocked') return null
  const known = {
    want: wantWords(phase.want, plan, say),
    state: say(stateName(plan, phase.state)),
  }
  return (
    <Situation
      title={say(words.title)}
      known={say(words.known, known)}
      safe={say(words.safe)}
      next={say(nextOf(phase, protections.length))}
      actions={
        <>
          <Button onClick={() => tryAgain(session, phase.want)}>{say(words.again)}</Button>
          <RollbackFileButton run={run} />
        </>
      }
    >
      <RefusalText trouble={phase.trouble} plan={plan} />
      {protections.length > 0 && <ProtectionList session={session} protections={protections} />}
    </Situation>
  )
}

/** A way back is asked for again; before a step forward everything is checked anew, so it is another click. */
function tryAgain(session: CutoverSession, want: Want): void {
  if (want.kind === 'rollback') session.rollback(want.discard)
  else if (want.kind === 'cancel') session.cancel()
  else if (want.kind === 'step' && !isForward(want)) session.back(want.to)
  else session.resume()
}

type Blocked = Extract<Run['phase'], { at: 'blocked' }>

function nextOf({ trouble }: Blocked, protections: number): Text {
  if (protections > 0) return words.protected
  return trouble.kind === 'denied' ? words.denied : words.other
}
