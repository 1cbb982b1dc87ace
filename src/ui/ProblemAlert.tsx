/** A failed answer: what it means, the service's own words, the request id for support, and a retry. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import type { ProblemWords } from './block-state.ts'
import { CopyText } from './CopyText.tsx'

const words = {
  error: { en: 'Error', ko: '오류' },
  warning: { en: 'Warning', ko: '경고' },
  retry: { en: 'Try again', ko: '다시 시도' },
  requestId: { en: 'Request ID', ko: '요청 ID' },
  unreadable: { en: 'not available', ko: '확인할 수 없음' },
  kept: { en: 'What you see is the last good answer.', ko: '표시된 내용은 마지막으로 받은 정상 응답입니다.' },
} satisfies Record<string, Text>

interface ProblemAlertProps {
  problem: ProblemWords
  /** True when older data stay on the page beside the alert. */
  kept?: boolean
  retry?: (() => void) | undefined
}

export function ProblemAlert({ problem, kept = false, retry }: ProblemAlertProps) {
  const say = useText()
  return (
    <Alert
      type={problem.tone}
      statusIconAriaLabel={say(words[problem.tone])}
      header={problem.title}
      action={retry && <Button onClick={retry}>{say(words.retry)}</Button>}
    >
      <ProblemDetails problem={problem} kept={kept} />
    </Alert>
  )
}

/** All but its title. `kept`: older data stay on the page beside it. */
export function ProblemDetails({ problem, kept }: { problem: ProblemWords; kept: boolean }) {
  const say = useText()
  return (
    <SpaceBetween size="xxs">
      <div>
        {problem.explanation} {kept && say(words.kept)}
      </div>
      <Box fontSize="body-s" color="text-body-secondary">
        <span style={{ overflowWrap: 'anywhere' }}>
          {problem.operation} · {problem.code}
          {problem.raw !== '' && <>: {problem.raw}</>}
        </span>
      </Box>
      <Box fontSize="body-s" color="text-body-secondary">
        {say(words.requestId)}:{' '}
        {problem.requestId === undefined ? (
          say(words.unreadable)
        ) : (
          <CopyText text={problem.requestId} label={say(words.requestId)} />
        )}
      </Box>
    </SpaceBetween>
  )
}
