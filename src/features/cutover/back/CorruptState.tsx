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
import { zoneGoneWords } from './zone-gone-words.ts'

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
      title={say(zoneGoneWords.title)}
      known={say(zoneGoneWords.known, { zone: run.plan.zone.id })}
      safe={say(zoneGoneWords.safe)}
      next={say(zoneGoneWords.next)}
      actions={
        <>
          <RollbackFileButton run={run} />
          <Button onClick={() => session.command({ kind: 'recheck' })}>{say(zoneGoneWords.again)}</Button>
        </>
      }
    >
      <RecordTable records={recordsAt(run.plan, 0)} label={say(zoneGoneWords.records)} />
    </Situation>
  )
}
