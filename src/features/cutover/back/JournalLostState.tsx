/** The journal is missing from the zone while the hostname is moved: what it said is known here, and can be written again. */
import Button from '@cloudscape-design/components/button'
import { backBlock } from '../../../core/cutover/permits.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { stateName } from '../parts/state-words.ts'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'

const words = {
  title: { en: 'Somebody deleted the journal', ko: '누군가 저널을 삭제했습니다' },
  known: {
    en: 'No claim stands in the zone. The records were last at “{state}”. This page still knows the plan and the original records.',
    ko: '영역에 클레임이 없습니다. 레코드는 마지막으로 “{state}”였습니다. 계획과 원본 레코드는 이 페이지에 남아 있습니다.',
  },
  safe: {
    en: 'DNS answers as before: the journal is not needed for that. Without it, nobody else sees that a cutover is under way.',
    ko: '저널이 없어도 DNS는 그대로 응답합니다. 다만 전환이 진행 중임을 다른 사람이 알 수 없습니다.',
  },
  next: {
    en: 'Write the journal again and go on, or roll back exactly. Keep the rollback file, in case this page is closed first.',
    ko: '저널을 다시 쓰고 계속하거나 원본 그대로 롤백하세요. 페이지가 먼저 닫힐 때를 대비해 롤백 파일을 보관하세요.',
  },
  recreate: { en: 'Write the journal again', ko: '저널 다시 쓰기' },
} satisfies Record<string, Text>

export function JournalLostState({ session, view: { run } }: { session: CutoverSession; view: CutoverView }) {
  const say = useText()
  const { phase, plan, wanted, intent } = run
  if (phase.at !== 'journal-lost') return null
  const isBusy = wanted !== undefined || intent !== undefined
  return (
    <Situation
      title={say(words.title)}
      known={say(words.known, { state: say(stateName(plan, phase.state)) })}
      safe={say(words.safe)}
      next={say(words.next)}
      actions={
        <>
          <Button
            variant="primary"
            loading={isBusy}
            disabled={backBlock(run) !== undefined}
            onClick={() => session.command({ kind: 'recreate' })}
          >
            {say(words.recreate)}
          </Button>
          <RollbackFileButton run={run} />
        </>
      }
    />
  )
}
