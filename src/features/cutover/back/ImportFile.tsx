/** Takes the rollback file back in: what is wrong with it is said with its place. */
import Alert from '@cloudscape-design/components/alert'
import FileInput from '@cloudscape-design/components/file-input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { readRollbackFile } from '../../../core/cutover/rollback-file-read.ts'
import type { Snapshot } from '../../../core/cutover/snapshot.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'

const words = {
  choose: { en: 'Import the rollback file …', ko: '롤백 파일 가져오기 …' },
  error: { en: 'Error', ko: '오류' },
  not: { en: 'The file was not taken', ko: '파일을 사용할 수 없습니다' },
  other: {
    en: 'The file is about {name} in zone {zone}, not about this hostname and zone.',
    ko: '이 호스트 이름과 영역이 아니라 영역 {zone}의 {name}에 대한 파일입니다.',
  },
} satisfies Record<string, Text>

interface ImportFileProps {
  zoneId: string
  /** Canonical. */
  hostname: string
  /** Says why it cannot be used after all. */
  onFile: (snapshot: Snapshot) => Promise<Message | undefined>
}

export function ImportFile({ zoneId, hostname, onFile }: ImportFileProps) {
  const say = useText()
  const [files, setFiles] = useState<File[]>([])
  const [trouble, setTrouble] = useState<string>()
  const take = async (file: File): Promise<string | undefined> => {
    const reading = readRollbackFile(await file.text())
    if ('trouble' in reading) return say(reading.trouble)
    const { snapshot, zone } = reading
    if (snapshot.hostname !== hostname || zone.id !== zoneId)
      return say(words.other, { name: shownName(snapshot.hostname), zone: zone.id })
    const message = await onFile(snapshot)
    return message && say(message)
  }
  const change = async (value: File[]): Promise<void> => {
    setFiles(value)
    setTrouble(undefined)
    const [file] = value
    if (!file) return
    setTrouble(await take(file).catch((error: unknown) => problemWords(say, error).title))
    // The same file may be chosen again once it is mended.
    setFiles([])
  }
  return (
    <SpaceBetween size="xs">
      <FileInput
        value={files}
        accept=".json,application/json"
        onChange={({ detail }) => void change(detail.value)}
      >
        {say(words.choose)}
      </FileInput>
      {trouble !== undefined && (
        <Alert type="error" statusIconAriaLabel={say(words.error)} header={say(words.not)}>
          {trouble}
        </Alert>
      )}
    </SpaceBetween>
  )
}
