/** Second step: every check as it comes in, grouped, with evidence and the way to fix it; and the test of the new side. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { startGate } from '../../../core/cutover/preflight/evaluate.ts'
import { checks as registry } from '../../../core/cutover/preflight/registry.ts'
import type { CheckGroup } from '../../../core/cutover/preflight/verdict.ts'
import type { PreflightHandle } from '../../../data/cutover/use-preflight.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { TimeOfDay } from '../parts/TimeOfDay.tsx'
import { AccessTestBlock } from './AccessTestBlock.tsx'
import { CheckGroupBlock } from './CheckGroupBlock.tsx'
import { levelIcons, levelWords, type ShownLevel } from './level-words.ts'
import { CutoverRole } from './CutoverRole.tsx'
import { useWizard } from './wizard-context.ts'

const words = {
  title: { en: 'Result', ko: '결과' },
  again: { en: 'Run all again', ko: '모두 다시 점검' },
  count: { en: '{level}: {count}', ko: '{level}: {count}' },
  at: { en: 'Checked at', ko: '점검 시각' },
  running: { en: 'Checks are being made: {left} left.', ko: '점검 중: {left}개 남음.' },
  blocked: {
    en: '{count, plural, one {# check stands} other {# checks stand}} in the way of a start. Each says how to fix it; then run it again.',
    ko: '점검 {count}개가 시작을 막고 있습니다. 각 항목의 안내에 따라 해결한 뒤 다시 점검하세요.',
  },
  acknowledge: {
    en: '{count, plural, one {# warning waits} other {# warnings wait}} to be acknowledged, one by one.',
    ko: '하나씩 확인해야 할 경고가 {count}개 있습니다.',
  },
  ready: { en: 'Nothing stands in the way of a start.', ko: '시작을 막는 것이 없습니다.' },
} satisfies Record<string, Text>

const groups: readonly CheckGroup[] = ['dns', 'load-balancer', 'certificate', 'targets', 'service', 'session']
const order: readonly ShownLevel[] = ['running', 'fail', 'unknown', 'warn', 'info', 'pass']

export function PreflightStep() {
  const { checks } = useWizard()
  if (!checks) return null
  return (
    <SpaceBetween size="l">
      <CutoverRole />
      <Summary handle={checks} />
      {groups.map((group) => (
        <CheckGroupBlock key={group} group={group} handle={checks} />
      ))}
      <AccessTestBlock handle={checks} />
    </SpaceBetween>
  )
}

function Summary({ handle: { preflight, view } }: { handle: PreflightHandle }) {
  const say = useText()
  const { results, running, endedAt } = view
  const levels = registry.map(({ id }): ShownLevel =>
    running.includes(id) ? 'running' : (results[id]?.level ?? 'running'),
  )
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button disabled={running.length > 0} onClick={() => preflight.run()}>
              {say(words.again)}
            </Button>
          }
        >
          {say(words.title)}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <SpaceBetween direction="horizontal" size="l">
          {order.map((level) => (
            <StatusIndicator key={level} type={levelIcons[level]}>
              <span className="tg-figures">
                {say(words.count, {
                  level: say(levelWords[level]),
                  count: levels.filter((each) => each === level).length,
                })}
              </span>
            </StatusIndicator>
          ))}
          {endedAt !== undefined && (
            <span>
              {say(words.at)} <TimeOfDay at={endedAt} />
            </span>
          )}
        </SpaceBetween>
        <GateAlert handle={{ preflight, view }} />
      </SpaceBetween>
    </Container>
  )
}

/** One line whatever it says, so that nothing below it moves. */
function GateAlert({ handle: { view } }: { handle: PreflightHandle }) {
  const say = useText()
  const { draft } = useWizard()
  const { results, running } = view
  const left = running.length
  if (left > 0 || Object.keys(results).length === 0)
    return <Alert type="info">{say(words.running, { left })}</Alert>
  const gate = startGate(Object.values(results), new Set(draft.acknowledged))
  if (gate.blocking.length > 0)
    return <Alert type="error">{say(words.blocked, { count: gate.blocking.length })}</Alert>
  if (gate.toAcknowledge.length > 0)
    return <Alert type="warning">{say(words.acknowledge, { count: gate.toAcknowledge.length })}</Alert>
  return <Alert type="success">{say(words.ready)}</Alert>
}
