/** The checks before a step where they stand in the way: what is wrong, how to fix it, and what a person may take upon themselves. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Checkbox from '@cloudscape-design/components/checkbox'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { CheckResult } from '../../../core/cutover/preflight/evaluate.ts'
import { checks as allChecks } from '../../../core/cutover/preflight/registry.ts'
import type { Verdict } from '../../../core/cutover/preflight/verdict.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { TimeOfDay } from '../parts/TimeOfDay.tsx'

const words = {
  title: { en: 'Checks before the next step stand in the way', ko: '다음 단계 전 점검에 막혔습니다' },
  made: { en: 'Made at', ko: '점검 시각:' },
  aside: { en: 'Set aside until the next attempt', ko: '다음 시도까지 닫기' },
  warning: { en: 'Warning', ko: '경고' },
  unread: { en: 'It could not be read: {code}', ko: '읽지 못했습니다: {code}' },
  nothing: { en: 'It could not be made.', ko: '점검하지 못했습니다.' },
  accept: { en: 'I know, and go on anyway', ko: '확인했으며 그래도 진행합니다' },
} satisfies Record<string, Text>

interface ChecksBlockProps {
  session: CutoverSession
  view: CutoverView
}

export function ChecksBlock({ session, view: { checks } }: ChecksBlockProps) {
  const say = useText()
  if (!checks) return null
  const standing = checks.results.filter(({ level }) => level !== 'pass' && level !== 'info')
  return (
    <Alert
      type="warning"
      statusIconAriaLabel={say(words.warning)}
      dismissible
      dismissAriaLabel={say(words.aside)}
      onDismiss={() => session.forgetChecks()}
      header={
        <>
          {say(words.title)} · {say(words.made)} {checks.at !== undefined && <TimeOfDay at={checks.at} />}
        </>
      }
    >
      <SpaceBetween size="s">
        {standing.map((result) => (
          <Standing key={result.id} result={result} session={session} />
        ))}
      </SpaceBetween>
    </Alert>
  )
}

function Standing({ result, session }: { result: CheckResult; session: CutoverSession }) {
  const say = useText()
  const { id, level, problem } = result
  const title = allChecks.find((each) => each.id === id)?.title
  return (
    <section aria-label={id}>
      <Box variant="strong">
        {id} {title && say(title)}
      </Box>
      {level === 'unknown' && (
        <div>{problem ? say(words.unread, { code: problem.code }) : say(words.nothing)}</div>
      )}
      {result.verdicts
        .filter((verdict) => verdict.level === 'warn' || verdict.level === 'fail')
        .map((verdict) => (
          <Finding key={verdict.acknowledge ?? say(verdict.message)} verdict={verdict} session={session} />
        ))}
    </section>
  )
}

function Finding({ verdict, session }: { verdict: Verdict; session: CutoverSession }) {
  const say = useText()
  const { message, fix, acknowledge } = verdict
  const { acknowledged } = session.get().attested
  return (
    <div>
      <div>{say(message)}</div>
      {fix && <div>{say(fix.message)}</div>}
      {acknowledge !== undefined && (
        <Checkbox
          checked={acknowledged.includes(acknowledge)}
          onChange={({ detail }) =>
            session.attest({
              acknowledged: detail.checked
                ? [...acknowledged, acknowledge]
                : acknowledged.filter((each) => each !== acknowledge),
            })
          }
        >
          {say(words.accept)}
        </Checkbox>
      )}
    </div>
  )
}
