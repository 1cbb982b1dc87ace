/** What goes on by itself: the automatic abort, going forward, staying awake, keeping the role. */
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { abortState } from '../../../core/cutover/timing.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { useSession } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { stateName } from '../parts/state-words.ts'

const words = {
  title: { en: 'By itself', ko: '자동 동작' },
  abort: { en: 'Automatic abort', ko: '자동 중단' },
  abortSays: {
    en: 'When a guard for errors or health trips, traffic goes back to “{state}”. Automatic abort works only while this tab is open and this computer is awake.',
    ko: '오류나 상태 보호 장치가 작동하면 트래픽을 “{state}”(으)로 되돌립니다. 자동 중단은 이 탭이 열려 있고 컴퓨터가 깨어 있는 동안에만 작동합니다.',
  },
  advance: { en: 'Auto-advance', ko: '자동 진행' },
  advanceSays: {
    en: 'Takes each next step once the wait is over, everything is verified and the checks pass.',
    ko: '대기가 끝나고 모두 검증되고 점검을 통과하면 다음 단계를 자동으로 실행합니다.',
  },
  awake: { en: 'Keep this computer awake', ko: '컴퓨터 절전 방지' },
  awakeSays: {
    en: 'As long as this tab is in front. Closing the lid still puts it to sleep.',
    ko: '이 탭이 앞에 있는 동안 유지됩니다. 덮개를 닫으면 절전 상태가 됩니다.',
  },
  hold: { en: 'Hold the role {role}', ko: '{role} 역할 유지' },
  holdSays: {
    en: 'It does not drop after 15 minutes while this cutover is open.',
    ko: '이 전환이 열려 있는 동안 15분이 지나도 역할이 풀리지 않습니다.',
  },
} satisfies Record<string, Text>

interface AutomaticBlockProps {
  session: CutoverSession
  view: CutoverView
}

export function AutomaticBlock({ session, view: { run, isAwake } }: AutomaticBlockProps) {
  const say = useText()
  const access = useSession()
  const { role, armedUntil, heldFor } = access
  const { plan, autoAbort, autoAdvance } = run
  const name = shownName(plan.hostname)
  const isOver = run.phase.at === 'closed'
  return (
    <Container fitHeight header={<Header variant="h2">{say(words.title)}</Header>}>
      <SpaceBetween size="m">
        <Toggle
          checked={autoAbort}
          disabled={isOver}
          description={say(words.abortSays, { state: say(stateName(plan, abortState(plan))) })}
          onChange={({ detail }) => session.command({ kind: 'auto', abort: detail.checked })}
        >
          {say(words.abort)}
        </Toggle>
        <Toggle
          checked={autoAdvance}
          disabled={isOver}
          description={say(words.advanceSays)}
          onChange={({ detail }) => session.command({ kind: 'auto', advance: detail.checked })}
        >
          {say(words.advance)}
        </Toggle>
        <Toggle
          checked={isAwake}
          disabled={isOver}
          description={say(words.awakeSays)}
          onChange={({ detail }) => session.stayAwake(detail.checked)}
        >
          {say(words.awake)}
        </Toggle>
        <Toggle
          checked={heldFor === name}
          disabled={isOver || armedUntil === undefined}
          description={say(words.holdSays)}
          onChange={({ detail }) => access.hold(detail.checked ? name : undefined)}
        >
          {say(words.hold, { role })}
        </Toggle>
      </SpaceBetween>
    </Container>
  )
}
