/** Downloads the rollback file: the way back without this console. */
import Button from '@cloudscape-design/components/button'
import type { Run } from '../../../core/cutover/run.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useServerClock } from '../../../ui/time-context.ts'
import { downloadRollbackFile } from './rollback-download.ts'

const words = {
  download: { en: 'Download the rollback file', ko: '롤백 파일 다운로드' },
} satisfies Record<string, Text>

export function RollbackFileButton({ run }: { run: Pick<Run, 'plan' | 'id'> }) {
  const say = useText()
  const clock = useServerClock()
  const { account } = useSession()
  return (
    <Button iconName="download" onClick={() => downloadRollbackFile(run, account, clock())}>
      {say(words.download)}
    </Button>
  )
}
