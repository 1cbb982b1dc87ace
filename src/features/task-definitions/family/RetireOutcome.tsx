/** What became of each revision that was to go. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { lastPart } from '../../../core/ecs/names.ts'
import type { RetireAction, RetireResult } from '../../../data/task-definitions/retire.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'

const words = {
  going: { en: '{done} of {total} done', ko: '{total}개 중 {done}개 처리됨' },
  deregister: { en: '{name} is INACTIVE now', ko: '{name}이(가) INACTIVE가 되었습니다' },
  delete: { en: '{name} is being deleted', ko: '{name} 삭제 중' },
  failed: { en: '{name}: {title}. {raw}', ko: '{name}: {title}. {raw}' },
} satisfies Record<string, Text>

const tones: Record<RetireResult['outcome'], Tone> = { done: 'good', failed: 'bad', unknown: 'warning' }

interface RetireOutcomeProps {
  action: RetireAction
  results: readonly RetireResult[]
  total: number
}

export function RetireOutcome({ action, results, total }: RetireOutcomeProps) {
  const say = useText()
  return (
    <SpaceBetween size="xs">
      {results.length < total && (
        <StatusIndicator type="in-progress">
          {say(words.going, { done: results.length, total })}
        </StatusIndicator>
      )}
      {results.map(({ arn, outcome, problem }) => {
        const name = lastPart(arn)
        const { title = '', raw = '' } = problem ? problemWords(say, problem) : {}
        return (
          <div key={arn}>
            <StatusBadge tone={tones[outcome]} wrap>
              {outcome === 'done' ? say(words[action], { name }) : say(words.failed, { name, title, raw })}
            </StatusBadge>
          </div>
        )
      })}
    </SpaceBetween>
  )
}
