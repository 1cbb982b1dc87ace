/** The journal cannot be trusted, or the whole zone is gone: the file has what is needed. */
import Button from '@cloudscape-design/components/button'
import { recordsAt } from '../../../core/cutover/standing.ts'
import type { Run } from '../../../core/cutover/run.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RecordTable } from '../parts/RecordTable.tsx'
import { attachTroubles } from './attach-words.ts'
import { ImportFile } from './ImportFile.tsx'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'
import { useReopen } from './use-reopen.ts'

const words = {
  title: { en: 'The journal cannot be trusted', ko: '저널을 신뢰할 수 없습니다' },
  safe: {
    en: 'Nothing is written from what cannot be trusted. DNS answers as it does now.',
    ko: '신뢰할 수 없는 내용으로는 아무것도 쓰지 않습니다. DNS는 지금처럼 응답합니다.',
  },
  next: {
    en: 'Import the rollback file that was downloaded before the start.',
    ko: '시작 전에 다운로드한 롤백 파일을 가져오세요.',
  },
  titleZone: { en: 'The hosted zone is gone', ko: '호스팅 영역이 없습니다' },
  knownZone: {
    en: 'AWS knows no hosted zone {zone}: somebody deleted it, perhaps to create it again. A new zone has another ID and other name servers.',
    ko: 'AWS에 호스팅 영역 {zone}이(가) 없습니다. 누군가 삭제했거나 다시 만들었을 수 있습니다. 새 영역은 ID와 이름 서버가 다릅니다.',
  },
  safeZone: {
    en: 'The original records are known here, and are in the rollback file.',
    ko: '원본 레코드는 여기와 롤백 파일에 남아 있습니다.',
  },
  nextZone: {
    en: 'In the zone that answers for the name now, create these records; then see that the registrar names its name servers.',
    ko: '지금 이 이름에 응답하는 영역에 아래 레코드를 만들고, 등록 대행자가 그 영역의 이름 서버를 가리키는지 확인하세요.',
  },
  records: { en: 'Records to create again', ko: '다시 만들 레코드' },
  again: { en: 'Look again', ko: '다시 확인' },
} satisfies Record<string, Text>

interface CorruptStateProps {
  session: CutoverSession
  view: CutoverView
}

export function CorruptState({ session, view: { run } }: CorruptStateProps) {
  const { phase } = run
  if (phase.at !== 'corrupt') return null
  return phase.reason === 'zone' ? (
    <ZoneGone session={session} run={run} />
  ) : (
    <Untrusted run={run} reason={phase.reason} />
  )
}

function Untrusted({ run, reason }: { run: Run; reason: 'claim' | 'snapshot' | 'digest' }) {
  const say = useText()
  const { open } = useReopen()
  const { zone, hostname } = run.plan
  return (
    <Situation
      title={say(words.title)}
      known={say(attachTroubles[reason])}
      safe={say(words.safe)}
      next={say(words.next)}
      actions={
        <ImportFile
          zoneId={zone.id}
          hostname={hostname}
          onFile={async (file) => {
            const opened = await open(zone, hostname, file)
            return 'trouble' in opened ? { text: attachTroubles[opened.trouble] } : undefined
          }}
        />
      }
    />
  )
}

function ZoneGone({ session, run }: { session: CutoverSession; run: Run }) {
  const say = useText()
  return (
    <Situation
      title={say(words.titleZone)}
      known={say(words.knownZone, { zone: run.plan.zone.id })}
      safe={say(words.safeZone)}
      next={say(words.nextZone)}
      actions={
        <>
          <RollbackFileButton run={run} />
          <Button onClick={() => session.command({ kind: 'recheck' })}>{say(words.again)}</Button>
        </>
      }
    >
      <RecordTable records={recordsAt(run.plan, 0)} label={say(words.records)} />
    </Situation>
  )
}
