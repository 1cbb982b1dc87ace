/** What is wrong with a block's data: the problem of the last fetch, and what the service could not describe. */
import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import type { BlockState, FailureWords } from './block-state.ts'
import { ProblemAlert } from './ProblemAlert.tsx'

const words = {
  warning: { en: 'Warning', ko: '경고' },
  partial: {
    en: '{shown} of {all}; {failed} failed: {reasons}',
    ko: '{all}개 중 {shown}개 표시, {failed}개 실패: {reasons}',
  },
  which: { en: 'Which ones', ko: '실패한 항목' },
} satisfies Record<string, Text>

/** True when there is something to say, so that a page can leave out the space. */
export function hasNotices(state: BlockState): boolean {
  return state.problem !== undefined || (state.failures?.length ?? 0) > 0
}

/** `shown`: how many items are on the page. */
export function Notices({ state, shown }: { state: BlockState; shown: number }) {
  const { problem, failures = [], refresh } = state
  if (!hasNotices(state)) return null
  return (
    <SpaceBetween size="s">
      {problem && (
        <ProblemAlert
          problem={problem}
          kept={state.updatedAt !== undefined}
          retry={problem.final ? undefined : refresh}
        />
      )}
      {failures.length > 0 && <PartialNotice failures={failures} shown={shown} />}
    </SpaceBetween>
  )
}

function PartialNotice({ failures, shown }: { failures: readonly FailureWords[]; shown: number }) {
  const say = useText()
  const reasons = [...new Set(failures.map(({ reason }) => reason))].join(', ')
  return (
    <Alert
      type="warning"
      statusIconAriaLabel={say(words.warning)}
      header={say(words.partial, { shown, all: shown + failures.length, failed: failures.length, reasons })}
    >
      <ExpandableSection headerText={say(words.which)}>
        <ul style={{ margin: 0, paddingInlineStart: 20, overflowWrap: 'anywhere' }}>
          {failures.map(({ name, reason, detail }) => (
            <li key={name}>
              {name}: {reason}
              {detail !== undefined && <> ({detail})</>}
            </li>
          ))}
        </ul>
      </ExpandableSection>
    </Alert>
  )
}
