/** The report of the cutover on the screen: how it stands, when each state was reached, and the whole of it to keep. */
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { sameRecords } from '../../../core/cutover/canon.ts'
import { outcomeWords, reportWords, simulatedWords } from '../../../core/cutover/report-words.ts'
import type { ReportOutcome } from '../../../core/cutover/report.ts'
import { sameActions } from '../../../core/cutover/rule-states.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { recordsAt } from '../../../core/cutover/standing.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { reportRow, visitsOf, writesOf } from '../../../data/cutover/report-source.ts'
import { useCutovers } from '../../../data/cutover/use-cutovers.ts'
import { useIsRehearsal, usePractice } from '../../../data/practice.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Time } from '../../../ui/Time.tsx'
import { useServerClock } from '../../../ui/time-context.ts'
import { StateName } from '../parts/StateName.tsx'
import { ReportButtons } from './ReportButtons.tsx'

const words = {
  title: { en: 'Report', ko: '보고서' },
  about: {
    en: 'Plan, times, request IDs, records before and after, checks with their evidence, guards, metrics and the log. Keep it: this computer forgets it when its browser data is cleared.',
    ko: '계획, 시각, 요청 ID, 이전과 이후 레코드, 점검과 근거, 보호 장치, 지표, 로그를 담습니다. 브라우저 데이터를 지우면 사라지므로 보관하세요.',
  },
  outcome: { en: 'Outcome', ko: '결과' },
  records: { en: 'Records', ko: '레코드' },
  writes: { en: 'Writes that AWS took', ko: 'AWS가 받은 변경' },
  rule: { en: 'Rule', ko: '규칙' },
  ruleOriginal: {
    en: 'The rule does exactly what it did: everything is restored.',
    ko: '규칙이 원본과 완전히 같습니다. 모두 복원되었습니다.',
  },
  ruleChanged: { en: 'The rule does not do what it did at first.', ko: '규칙이 원본과 다릅니다.' },
  times: { en: 'States reached', ko: '도달한 상태' },
} satisfies Record<string, Text>

export function ReportPanel({ view }: { view: CutoverView }) {
  const say = useText()
  const cutovers = useCutovers()
  const { account } = useSession()
  const clock = useServerClock()
  const isRehearsal = useIsRehearsal()
  const isSimulated = usePractice() !== undefined
  const simulated = simulatedWords({ isRehearsal, isSimulated })
  const { plan } = view.run
  const row = () => reportRow(view, account, clock())
  const visits = visitsOf(view.log)
  const items = [
    { label: words.outcome, value: say(outcomeWords[row().how as ReportOutcome]) },
    standing(view.run, say),
    { label: words.writes, value: writesOf(view.log, plan).length },
  ]
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={say(words.about)}
          actions={<ReportButtons cutovers={cutovers} row={row} />}
        >
          {say(words.title)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {simulated && <Box fontWeight="bold">{say(simulated)}</Box>}
        <div className="tg-report-facts">
          <KeyValues items={items} />
        </div>
        {visits.length > 0 && (
          <div>
            <Box variant="awsui-key-label">{say(words.times)}</Box>
            <ol className="tg-figures tg-report-visits">
              {visits.map(({ state, at }) => (
                <li key={at}>
                  <StateName plan={plan} state={state} /> · <Time at={at} />
                </li>
              ))}
            </ol>
          </div>
        )}
      </SpaceBetween>
    </Container>
  )
}

/** Whether what was moved is as it was at first. */
function standing({ plan, live, liveActions = [] }: Run, say: ReturnType<typeof useText>) {
  const { rule } = plan.params
  if (rule) {
    const isOriginal = sameActions(liveActions, rule.actions)
    return { label: words.rule, value: say(isOriginal ? words.ruleOriginal : words.ruleChanged) }
  }
  const isOriginal = sameRecords(live, recordsAt(plan, 0))
  return { label: words.records, value: say(isOriginal ? reportWords.original : reportWords.changed) }
}
