/** Verdicts about what a definition names, the bad ones first. */
import Box from '@cloudscape-design/components/box'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Check, CheckState } from '../../../core/task-definition/verify/check.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { problemWords } from '../../../widgets/problem/problem-words.ts'
import { StatusBadge, type Tone } from '../../../widgets/status-badge/StatusBadge.tsx'

const words = {
  good: { en: '{count, plural, one {# check passed} other {# checks passed}}', ko: '확인 {count}개 통과' },
  nothing: { en: 'It names nothing of this account', ko: '이 계정에서 확인할 항목이 없습니다' },
} satisfies Record<string, Text>

const tones: Record<CheckState, Tone> = { good: 'good', bad: 'bad', warning: 'warning', unknown: 'waiting' }
const order: Record<CheckState, number> = { bad: 0, warning: 1, unknown: 2, good: 3 }

export function CheckList({ checks }: { checks: readonly Check[] }) {
  const say = useText()
  const sorted = checks.toSorted((a, b) => order[a.state] - order[b.state])
  const good = sorted.filter(({ state }) => state === 'good')
  const others = sorted.filter(({ state }) => state !== 'good')
  return (
    <SpaceBetween size="xs">
      {checks.length === 0 && <Box color="text-body-secondary">{say(words.nothing)}</Box>}
      {others.map((one) => (
        <CheckLine key={one.id} check={one} />
      ))}
      {good.length > 0 && (
        <ExpandableSection
          headerText={say(words.good, { count: good.length })}
          defaultExpanded={others.length === 0}
        >
          <SpaceBetween size="xs">
            {good.map((one) => (
              <CheckLine key={one.id} check={one} />
            ))}
          </SpaceBetween>
        </ExpandableSection>
      )}
    </SpaceBetween>
  )
}

function CheckLine({ check: { state, message, problem } }: { check: Check }) {
  const say = useText()
  return (
    <div>
      <StatusBadge tone={tones[state]} wrap>
        {say(message)}
      </StatusBadge>
      {problem && (
        <Box fontSize="body-s" color="text-body-secondary" padding={{ left: 'l' }}>
          {problemWords(say, problem).title}
          {problem.kind !== 'denied' && `: ${problem.facts.message}`}
        </Box>
      )}
    </div>
  )
}
