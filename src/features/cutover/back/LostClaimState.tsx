/** Another claim stands in the zone: the same cutover in other hands, another cutover, or something that cannot be read. */
import Button from '@cloudscape-design/components/button'
import { backBlock } from '../../../core/cutover/permits.ts'
import type { ClaimReading } from '../../../core/cutover/claim.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { stateName } from '../parts/state-words.ts'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'
import { TypedName } from './TypedName.tsx'
import { useReopen } from './use-reopen.ts'

const words = {
  title: { en: 'Somebody took this cutover over', ko: '다른 사람이 이 전환을 인계받았습니다' },
  titleOther: {
    en: 'Another cutover of this hostname is open',
    ko: '이 호스트 이름의 다른 전환이 진행 중입니다',
  },
  titleUnreadable: { en: 'The claim in the zone cannot be read', ko: '영역의 클레임을 읽을 수 없습니다' },
  known: {
    en: 'They wrote the claim {time}; it says “{state}”. Who it was is in CloudTrail: ChangeResourceRecordSets in us-east-1.',
    ko: '{time}에 클레임이 기록되었으며 “{state}”입니다. 누구인지는 CloudTrail(us-east-1의 ChangeResourceRecordSets)에서 확인하세요.',
  },
  knownOther: {
    en: 'Its claim {id} was written {time} and says state {number}. Its original records may be others than those of this one.',
    ko: '클레임 {id}이(가) {time}에 기록되었으며 상태 {number}입니다. 원본 레코드가 이 전환과 다를 수 있습니다.',
  },
  foreign: {
    en: 'A newer release of this console wrote it, in a form that this one does not know.',
    ko: '이 콘솔보다 새로운 버전이 알 수 없는 형식으로 기록했습니다.',
  },
  corrupt: { en: 'Somebody edited or damaged it. It says:', ko: '누군가 편집했거나 손상되었습니다. 내용:' },
  safe: {
    en: 'This tab writes nothing any more: whatever it still had on the way is refused by the zone.',
    ko: '이 탭은 더 이상 쓰지 않습니다. 전송 중이던 쓰기도 영역에서 거부됩니다.',
  },
  next: {
    en: 'Talk to them. To go on from here, take it over: then they are fenced off and told so.',
    ko: '상대에게 확인하세요. 여기서 계속하려면 인계하세요. 그러면 상대의 쓰기가 거부되고 알림을 받습니다.',
  },
  nextOther: {
    en: 'Open the other cutover: it has its own way back.',
    ko: '다른 전환을 여세요. 그 전환의 되돌리기가 따로 있습니다.',
  },
  nextForeign: {
    en: 'Reload the page for the newest release. The script in the rollback file works without the console.',
    ko: '페이지를 새로 고쳐 최신 버전을 사용하세요. 롤백 파일의 스크립트는 콘솔 없이도 작동합니다.',
  },
  nextCorrupt: {
    en: 'Use the script of the rollback file, or delete the broken claim by hand in Route 53 and look again: then the journal can be written again from here.',
    ko: '롤백 파일의 스크립트를 사용하거나, Route 53에서 손상된 클레임을 직접 삭제한 뒤 다시 확인하세요. 그러면 여기서 저널을 다시 쓸 수 있습니다.',
  },
  take: { en: 'Take over', ko: '인계' },
  other: { en: 'Open the other cutover', ko: '다른 전환 열기' },
  again: { en: 'Look again', ko: '다시 확인' },
  claim: { en: 'Claim', ko: '클레임' },
} satisfies Record<string, Text>

interface StateProps {
  session: CutoverSession
  view: CutoverView
}

export function LostClaimState({ session, view }: StateProps) {
  const { phase, id } = view.run
  if (phase.at !== 'lost-claim') return null
  const { seen } = phase
  if (!('claim' in seen)) return <Unreadable session={session} view={view} seen={seen} />
  if (seen.claim.id !== id) return <Other session={session} view={view} seen={seen} />
  return <Taken session={session} view={view} seen={seen} />
}

type Readable = Extract<ClaimReading, { claim: unknown }>

function Taken({ session, view: { run }, seen: { claim } }: StateProps & { seen: Readable }) {
  const say = useText()
  const time = useTimeOfDay()
  const values = { time: time(claim.writtenAt * 1000), state: say(stateName(run.plan, claim.state)) }
  return (
    <Situation
      title={say(words.title)}
      known={say(words.known, values)}
      safe={say(words.safe)}
      next={say(words.next)}
      actions={
        <TypedName
          hostname={run.plan.hostname}
          button={say(words.take)}
          disabled={backBlock(run) !== undefined || run.wanted !== undefined}
          onConfirm={() => session.attach()}
        />
      }
    />
  )
}

function Other({ view: { run }, seen: { claim } }: StateProps & { seen: Readable }) {
  const say = useText()
  const time = useTimeOfDay()
  const { open } = useReopen()
  const { zone, hostname } = run.plan
  const values = { id: claim.id, time: time(claim.writtenAt * 1000), number: claim.state }
  return (
    <Situation
      title={say(words.titleOther)}
      known={say(words.knownOther, values)}
      safe={say(words.safe)}
      next={say(words.nextOther)}
      actions={
        <>
          <Button variant="primary" onClick={() => void open(zone, hostname)}>
            {say(words.other)}
          </Button>
          <RollbackFileButton run={run} />
        </>
      }
    />
  )
}

type Broken = Exclude<ClaimReading, Readable>

function Unreadable({ session, view: { run }, seen }: StateProps & { seen: Broken }) {
  const say = useText()
  const isForeign = seen.unreadable === 'foreign'
  return (
    <Situation
      title={say(words.titleUnreadable)}
      known={say(isForeign ? words.foreign : words.corrupt)}
      safe={say(words.safe)}
      next={say(isForeign ? words.nextForeign : words.nextCorrupt)}
      actions={
        <>
          <RollbackFileButton run={run} />
          <Button onClick={() => session.command({ kind: 'recheck' })}>{say(words.again)}</Button>
        </>
      }
    >
      <CodeBlock text={seen.text} label={say(words.claim)} lines={4} />
    </Situation>
  )
}
