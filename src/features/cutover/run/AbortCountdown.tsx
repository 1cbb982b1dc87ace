/** The half minute before an automatic abort, above the actions and beside nothing that moves. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import type { Run } from '../../../core/cutover/run.ts'
import { abortState } from '../../../core/cutover/timing.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Countdown } from '../parts/Countdown.tsx'
import { stateName } from '../parts/state-words.ts'

const words = {
  due: {
    en: 'Guards tripped: traffic goes back to “{state}” by itself in',
    ko: '보호 장치가 작동했습니다. 트래픽을 “{state}”(으)로 자동으로 되돌리기까지 남은 시간:',
  },
  stop: { en: 'Stop the automatic abort', ko: '자동 중단 취소' },
  warning: { en: 'Warning', ko: '경고' },
} satisfies Record<string, Text>

export function AbortCountdown({ session, run }: { session: CutoverSession; run: Run }) {
  const say = useText()
  const { abortAt, plan } = run
  if (abortAt === undefined) return null
  return (
    <div className="tg-abort" role="alert">
      <Alert
        type="error"
        statusIconAriaLabel={say(words.warning)}
        action={<Button onClick={() => session.command({ kind: 'cancel-abort' })}>{say(words.stop)}</Button>}
      >
        {say(words.due, { state: say(stateName(plan, abortState(plan))) })}{' '}
        <strong>
          <Countdown until={abortAt} />
        </strong>
      </Alert>
    </div>
  )
}
