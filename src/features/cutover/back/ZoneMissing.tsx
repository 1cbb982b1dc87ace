/** A page opened for a hosted zone that is gone: the original records are shown from what this computer noted, or from the rollback file. */
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import { useState } from 'react'
import { shownName } from '../../../core/dns/name.ts'
import type { RecordSet } from '../../../core/dns/record-set.ts'
import type { ZoneGone } from '../../../data/cutover/opened.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { cutoversHref } from '../../../widgets/resource-link/href.ts'
import { RecordTable } from '../parts/RecordTable.tsx'
import { ImportFile } from './ImportFile.tsx'
import { RollbackFileButton } from './RollbackFileButton.tsx'
import { Situation } from './Situation.tsx'
import { zoneGoneWords } from './zone-gone-words.ts'

const words = {
  account: {
    en: 'If it belongs to another account than {account}, sign in there.',
    ko: '{account}이(가) 아닌 다른 계정의 영역이라면 그 계정으로 로그인하세요.',
  },
  noted: {
    en: 'This computer noted the cutover of {name} in it.',
    ko: '이 컴퓨터에 이 영역의 {name} 전환이 남아 있습니다.',
  },
  unnoted: {
    en: 'This computer noted no cutover of {name} in it.',
    ko: '이 컴퓨터에는 이 영역의 {name} 전환 기록이 없습니다.',
  },
  safe: {
    en: 'Nothing is written from here. The original records are in the rollback file that was downloaded before the start: whoever began the cutover has it.',
    ko: '여기서는 아무것도 쓰지 않습니다. 원본 레코드는 시작 전에 다운로드한 롤백 파일에 있으며, 전환을 시작한 사람이 가지고 있습니다.',
  },
  next: {
    en: 'Import the rollback file: the records to create again are shown here.',
    ko: '롤백 파일을 가져오세요. 다시 만들 레코드를 여기에 표시합니다.',
  },
  list: { en: 'Open cutovers', ko: '진행 중인 전환' },
} satisfies Record<string, Text>

interface ZoneMissingProps extends ZoneGone {
  zoneId: string
  /** Canonical. */
  hostname: string
  again: () => void
}

export function ZoneMissing({ zoneId, hostname, noted, again }: ZoneMissingProps) {
  const say = useText()
  const { region, account } = useSession()
  const [imported, setImported] = useState<readonly RecordSet[]>()
  const records = imported ?? noted?.plan.states[0]?.records
  const name = shownName(hostname)
  return (
    <Container>
      <Situation
        level="h1"
        title={say(zoneGoneWords.title)}
        known={
          <>
            {say(zoneGoneWords.known, { zone: zoneId })} {say(words.account, { account })}{' '}
            {say(noted ? words.noted : words.unnoted, { name })}
          </>
        }
        safe={say(records ? zoneGoneWords.safe : words.safe)}
        next={say(records ? zoneGoneWords.next : words.next)}
        actions={
          <>
            {noted ? (
              <RollbackFileButton run={noted} />
            ) : (
              <ImportFile
                zoneId={zoneId}
                hostname={hostname}
                onFile={({ original }) => {
                  setImported(original)
                  return Promise.resolve(undefined)
                }}
              />
            )}
            <Button onClick={again}>{say(zoneGoneWords.again)}</Button>
            <Button variant="link" href={cutoversHref(region)}>
              {say(words.list)}
            </Button>
          </>
        }
      >
        {records && <RecordTable records={records} label={say(zoneGoneWords.records)} />}
      </Situation>
    </Container>
  )
}
