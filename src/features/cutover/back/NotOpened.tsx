/** A hostname whose cutover cannot simply be opened: nothing stands there, or its journal is damaged, private or of a newer release. */
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import type { AttachTrouble } from '../../../core/cutover/attach.ts'
import type { Claim } from '../../../core/cutover/claim.ts'
import type { PlanZone } from '../../../core/cutover/plan.ts'
import type { Snapshot } from '../../../core/cutover/snapshot.ts'
import { shownName } from '../../../core/dns/name.ts'
import { useSession } from '../../../data/session.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { cutoversHref, newCutoverHref } from '../../../widgets/resource-link/href.ts'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { attachTroubles, rebuildTroubles } from './attach-words.ts'
import { ImportFile } from './ImportFile.tsx'
import { Situation } from './Situation.tsx'
import { useReopen } from './use-reopen.ts'

const words = {
  none: { en: '{name} has no open cutover', ko: '{name}에 진행 중인 전환이 없습니다' },
  damaged: {
    en: 'The cutover of {name} cannot be opened from the zone alone',
    ko: '{name} 전환을 영역만으로 열 수 없습니다',
  },
  claim: {
    en: 'The claim says state {state} (highest {highest}), written {time}.',
    ko: '클레임: 상태 {state}(최고 {highest}), {time} 기록.',
  },
  safeNone: {
    en: 'Nothing that this console knows of is under way here.',
    ko: '이 콘솔이 아는 진행 중인 작업이 없습니다.',
  },
  safe: {
    en: 'Nothing is written from here until the original records are known for certain. DNS answers as it does now.',
    ko: '원본 레코드를 확실히 알기 전에는 아무것도 쓰지 않습니다. DNS는 지금처럼 응답합니다.',
  },
  nextNone: {
    en: 'Start a cutover. If one was under way and somebody deleted its journal, import its rollback file: the journal is written again, or everything is put back.',
    ko: '전환을 시작하세요. 진행 중이던 전환의 저널을 누군가 삭제했다면 롤백 파일을 가져오세요. 저널을 다시 쓰거나 모두 되돌릴 수 있습니다.',
  },
  nextForeign: {
    en: 'Reload the page for the newest release. The script in the rollback file works without the console.',
    ko: '페이지를 새로 고쳐 최신 버전을 사용하세요. 롤백 파일의 스크립트는 콘솔 없이도 작동합니다.',
  },
  next: {
    en: 'Import the rollback file that was downloaded before the start: whoever began the cutover has it. Its script also works without the console.',
    ko: '시작 전에 다운로드한 롤백 파일을 가져오세요. 전환을 시작한 사람이 가지고 있습니다. 파일의 스크립트는 콘솔 없이도 작동합니다.',
  },
  list: { en: 'Open cutovers', ko: '진행 중인 전환' },
  start: { en: 'Start a cutover', ko: '전환 시작' },
  again: { en: 'Look again', ko: '다시 확인' },
} satisfies Record<string, Text>

export interface NotOpenedProps {
  zone: PlanZone
  /** Canonical. */
  hostname: string
  trouble: AttachTrouble
  claim?: Claim | undefined
  again: () => void
}

export function NotOpened({ zone, hostname, trouble, claim, again }: NotOpenedProps) {
  const say = useText()
  const time = useTimeOfDay()
  const { region } = useSession()
  const reopen = useReopen()
  const isNone = trouble === 'no-claim'
  const name = shownName(hostname)
  const takeFile = async (file: Snapshot): Promise<Message | undefined> => {
    if (isNone) {
      const rebuilt = await reopen.rebuild(zone, file)
      return 'trouble' in rebuilt ? { text: rebuildTroubles[rebuilt.trouble] } : undefined
    }
    const opened = await reopen.open(zone, hostname, file)
    return 'trouble' in opened ? { text: attachTroubles[opened.trouble] } : undefined
  }
  const stands = claim && {
    state: claim.state,
    highest: claim.highest,
    time: time(claim.writtenAt * 1000),
  }
  return (
    <Container>
      <Situation
        level="h1"
        tone={isNone ? 'info' : 'warning'}
        title={say(isNone ? words.none : words.damaged, { name })}
        known={
          <>
            {say(attachTroubles[trouble])} {stands && say(words.claim, stands)}
          </>
        }
        safe={say(isNone ? words.safeNone : words.safe)}
        next={say(nextOf(trouble))}
        actions={
          <>
            {trouble !== 'foreign' && trouble !== 'claim' && (
              <ImportFile zoneId={zone.id} hostname={hostname} onFile={takeFile} />
            )}
            {isNone && (
              <Button variant="primary" href={newCutoverHref(region)}>
                {say(words.start)}
              </Button>
            )}
            <Button onClick={again}>{say(words.again)}</Button>
            <Button variant="link" href={cutoversHref(region)}>
              {say(words.list)}
            </Button>
          </>
        }
      />
    </Container>
  )
}

function nextOf(trouble: AttachTrouble): Text {
  if (trouble === 'no-claim') return words.nextNone
  return trouble === 'foreign' ? words.nextForeign : words.next
}
