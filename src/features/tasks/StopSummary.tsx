/** Why a task stopped, said first: what it means, what to do, and AWS's own words. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import { exitCodeMeaning } from '../../core/ecs/exit-code.ts'
import { explainStop } from '../../core/ecs/stop-reason.ts'
import type { Task } from '../../core/ecs/task.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Ago } from '../../ui/Age.tsx'

const words = {
  stopped: { en: 'This task stopped', ko: '이 태스크는 중지되었습니다' },
  stopping: { en: 'This task is stopping', ko: '이 태스크는 중지되고 있습니다' },
  error: { en: 'Error', ko: '오류' },
  info: { en: 'Information', ko: '정보' },
  exit: { en: '{name} ended with {code}: {meaning}', ko: '{name} 종료 코드 {code}: {meaning}' },
  aws: { en: 'AWS says', ko: 'AWS 원문' },
} satisfies Record<string, Text>

export function StopSummary({ task }: { task: Task }) {
  const say = useText()
  const stop = explainStop(task)
  if (!stop) return null
  const ended = task.containers.flatMap(({ name, exitCode, reason }) =>
    exitCode === undefined
      ? []
      : [
          {
            name,
            text: say(words.exit, { name, code: exitCode, meaning: say(exitCodeMeaning(exitCode, reason)) }),
          },
        ],
  )
  const at = task.stoppedAt ?? task.stoppingAt
  return (
    <Alert
      type={stop.failed ? 'error' : 'info'}
      statusIconAriaLabel={say(stop.failed ? words.error : words.info)}
      header={
        <>
          {say(task.lastStatus === 'STOPPED' ? words.stopped : words.stopping)}
          {at !== undefined && (
            <>
              {' '}
              (<Ago at={at} />)
            </>
          )}
        </>
      }
    >
      <div>{say(stop.means)}</div>
      <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
        {stop.advice.map((advice) => (
          <li key={advice.text.en}>{say(advice)}</li>
        ))}
        {ended.map(({ name, text }) => (
          <li key={name}>{text}</li>
        ))}
      </ul>
      {stop.reason && (
        <Box variant="small">
          <span style={{ overflowWrap: 'anywhere' }}>
            {say(words.aws)}: {stop.code && `${stop.code}: `}
            {stop.reason}
          </span>
        </Box>
      )}
    </Alert>
  )
}
