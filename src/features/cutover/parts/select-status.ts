/** Loading and failure of what a select offers. */
import { AwsProblem } from '../../../core/problem.ts'
import type { Text } from '../../../i18n/text.ts'
import type { useText } from '../../../i18n/use-text.ts'

const words = {
  loading: { en: 'Reading', ko: '읽는 중' },
  denied: { en: 'Not allowed: {action}', ko: '권한 없음: {action}' },
  failed: { en: 'Could not be read: {code}', ko: '읽을 수 없습니다: {code}' },
  again: { en: 'Try again', ko: '다시 시도' },
} satisfies Record<string, Text>

interface Reading {
  isPending: boolean
  error: unknown
  refetch: () => unknown
}

/** Of a Cloudscape Select. */
export function selectStatus(say: ReturnType<typeof useText>, { isPending, error, refetch }: Reading) {
  if (error)
    return {
      statusType: 'error' as const,
      errorText: errorText(say, error),
      recoveryText: say(words.again),
      // Whoever types on asks for nothing: only “Try again” does.
      onLoadItems: ({ detail }: { detail: { samePage: boolean } }) => void (detail.samePage && refetch()),
    }
  return isPending
    ? { statusType: 'loading' as const, loadingText: say(words.loading) }
    : { statusType: 'finished' as const }
}

function errorText(say: ReturnType<typeof useText>, error: unknown): string {
  if (!(error instanceof AwsProblem)) return say(words.failed, { code: String(error) })
  const { code, action } = error.facts
  return error.kind === 'denied' && action !== undefined
    ? say(words.denied, { action })
    : say(words.failed, { code })
}
