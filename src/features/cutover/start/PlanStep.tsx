/** Third step: how it moves, each step with its wait and its way back, and what everybody can see of it. */
import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { clientNotes } from '../../../core/cutover/client-notes.ts'
import type { Plan } from '../../../core/cutover/plan.ts'
import { factOf } from '../../../data/cutover/preflight.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { OptionsBlock } from './OptionsBlock.tsx'
import { PaceBlock } from './PaceBlock.tsx'
import { PublicText } from './PublicText.tsx'
import { RehearseThis } from './RehearseThis.tsx'
import { StrategyBlock } from './StrategyBlock.tsx'
import { TimelineBlock } from './TimelineBlock.tsx'
import { useWizard } from './wizard-context.ts'

const words = {
  refused: { en: 'There is no such plan', ko: '이 계획은 만들 수 없습니다' },
  unread: {
    en: 'The plan cannot be made yet: something of the zone, the records or the load balancer could not be read. The preflight says what.',
    ko: '영역, 레코드 또는 로드 밸런서 정보를 읽지 못해 아직 계획을 만들 수 없습니다. 사전 점검에서 원인을 확인하세요.',
  },
  notes: { en: 'What clients will notice', ko: '클라이언트가 느끼는 변화' },
} satisfies Record<string, Text>

export function PlanStep() {
  const { plan, search } = useWizard()
  return (
    <SpaceBetween size="l">
      <StrategyBlock />
      {search.strategy !== 'simple' && <PaceBlock />}
      <OptionsBlock />
      {plan ? <PlanView plan={plan} /> : <NoPlan />}
    </SpaceBetween>
  )
}

function PlanView({ plan }: { plan: Plan }) {
  const say = useText()
  return (
    <SpaceBetween size="l">
      <TimelineBlock plan={plan} />
      <Container header={<Header variant="h2">{say(words.notes)}</Header>}>
        <ul>
          {clientNotes(plan).map((note) => (
            <li key={note.text.en}>{say(note)}</li>
          ))}
        </ul>
      </Container>
      <PublicText plan={plan} />
      <RehearseThis />
    </SpaceBetween>
  )
}

function NoPlan() {
  const say = useText()
  const { checks } = useWizard()
  const planning = checks && factOf(checks.view.readings, 'planning')
  if (planning && 'refusal' in planning)
    return (
      <Alert type="error" header={say(words.refused)}>
        {say(planning.refusal.message)}
      </Alert>
    )
  if (checks?.view.endedAt !== undefined && checks.view.running.length === 0)
    return <Alert type="error">{say(words.unread)}</Alert>
  return <SkeletonLines lines={12} />
}
