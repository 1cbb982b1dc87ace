/** A cutover that stands in the zone and that nobody drives from here: looking at it changes nothing. */
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { backBlock } from '../../../core/cutover/permits.ts'
import { sameRecords } from '../../../core/cutover/canon.ts'
import { recordsAt } from '../../../core/cutover/standing.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { stateName } from '../parts/state-words.ts'
import { Situation } from './Situation.tsx'
import { TypedName } from './TypedName.tsx'

const words = {
  title: {
    en: 'This cutover was left, or somebody else drives it',
    ko: '중단되었거나 다른 사람이 진행 중인 전환',
  },
  known: {
    en: 'Its claim says “{state}”, written {time} (write number {generation}). Who wrote it is in CloudTrail: ChangeResourceRecordSets in us-east-1.',
    ko: '클레임에 “{state}”(으)로 기록되어 있습니다({time}, {generation}번째 쓰기). 누가 썼는지는 CloudTrail(us-east-1의 ChangeResourceRecordSets)에서 확인하세요.',
  },
  edited: {
    en: 'The live records are not those of that state: somebody edited them by hand. Taking over shows what was changed.',
    ko: '현재 레코드가 그 상태와 다릅니다. 누군가 직접 변경했습니다. 인계하면 변경 내용을 표시합니다.',
  },
  safe: {
    en: 'Looking changes nothing. Taking over swaps the claim and touches no live record; whoever drove it before is fenced off and told so.',
    ko: '보는 것만으로는 아무것도 바뀌지 않습니다. 인계하면 클레임만 교체되고 실제 레코드는 그대로이며, 이전 담당자의 쓰기는 거부되고 알림을 받습니다.',
  },
  next: {
    en: 'Ask whoever drives it first. Take it over to go on, or to go back step by step; roll back exactly works from here at once.',
    ko: '먼저 진행 중인 사람에게 확인하세요. 계속하거나 단계별로 되돌리려면 인계하세요. 원본 그대로 롤백은 바로 할 수 있습니다.',
  },
  take: { en: 'Take over', ko: '인계' },
} satisfies Record<string, Text>

export function FoundState({ session, view: { run } }: { session: CutoverSession; view: CutoverView }) {
  const say = useText()
  const time = useTimeOfDay()
  const { plan, journal, live, wanted, intent } = run
  const claim = journal?.claim
  const state = claim?.state ?? 0
  const values = {
    state: say(stateName(plan, state)),
    time: claim ? time(claim.writtenAt * 1000) : '–',
    generation: claim?.generation ?? 0,
  }
  const isEdited = !plan.params.rule && !sameRecords(live, recordsAt(plan, state))
  return (
    <Situation
      title={say(words.title)}
      tone="info"
      known={
        <>
          {say(words.known, values)} {isEdited && say(words.edited)}
        </>
      }
      safe={say(words.safe)}
      next={say(words.next)}
      actions={
        <TypedName
          hostname={plan.hostname}
          button={say(words.take)}
          disabled={backBlock(run) !== undefined || wanted !== undefined || intent !== undefined}
          onConfirm={() => session.attach()}
        />
      }
    />
  )
}
