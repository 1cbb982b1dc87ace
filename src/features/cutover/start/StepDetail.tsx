/** One step in full: records before and after, what is sent, how to do it by hand; the same for the way back from it. */
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useMemo, useState } from 'react'
import type { Plan } from '../../../core/cutover/plan.ts'
import { printPlan, type PrintedStep } from '../../../core/cutover/print.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { RecordChanges } from '../parts/RecordChanges.tsx'
import { RuleChanges } from '../parts/RuleChanges.tsx'
import { useWizard } from './wizard-context.ts'

const words = {
  which: { en: 'Direction', ko: '방향' },
  forward: { en: 'This step', ko: '이 단계' },
  back: { en: 'Rollback from here', ko: '여기서 롤백' },
  records: { en: 'Records', ko: '레코드' },
  json: { en: 'Batch JSON', ko: '배치 JSON' },
  cli: { en: 'CLI', ko: 'CLI' },
  rule: { en: 'Rule', ko: '규칙' },
  requests: { en: 'Where requests go', ko: '요청이 가는 곳' },
  actions: { en: 'Actions of the rule', ko: '규칙 작업' },
  byHand: {
    en: 'By hand, without the journal: AWS refuses it if somebody changed a record meanwhile.',
    ko: '저널 없이 직접 실행합니다. 그사이 누군가 레코드를 변경했다면 AWS가 거부합니다.',
  },
  journal: {
    en: 'As it is sent, with the journal; <nonce> and <seconds> are known only then.',
    ko: '저널을 포함하여 전송되는 그대로입니다. <nonce>와 <seconds>는 전송할 때 정해집니다.',
  },
} satisfies Record<string, Text>

export function StepDetail({ plan, state }: { plan: Plan; state: number }) {
  const say = useText()
  const { id } = useWizard()
  const [way, setWay] = useState<'forward' | 'back'>('forward')
  const printed = useMemo(() => printPlan(plan, id), [plan, id])
  const step = way === 'forward' ? printed.steps[state - 1] : printed.rollbacks[state]
  if (!step) return null
  return (
    <SpaceBetween size="s">
      <SegmentedControl
        label={say(words.which)}
        selectedId={way}
        options={[
          { id: 'forward', text: say(words.forward) },
          { id: 'back', text: say(words.back) },
        ]}
        onChange={({ detail }) => setWay(detail.selectedId === 'back' ? 'back' : 'forward')}
      />
      <div className="tg-step-detail">
        <Tabs
          ariaLabel={say(words.which)}
          tabs={[
            {
              id: 'records',
              label: say(step.actions ? words.rule : words.records),
              content: <Changes plan={plan} step={step} />,
            },
            {
              id: 'json',
              label: say(words.json),
              content: (
                <Printed
                  about={words.journal}
                  text={JSON.stringify(step.batch, undefined, 2)}
                  label={words.json}
                />
              ),
            },
            {
              id: 'cli',
              label: say(words.cli),
              content: <Printed about={words.byHand} text={step.commands.join('\n\n')} label={words.cli} />,
            },
          ]}
        />
      </div>
    </SpaceBetween>
  )
}

function Changes({ plan, step }: { plan: Plan; step: PrintedStep }) {
  const say = useText()
  if (step.actions)
    return (
      <SpaceBetween size="s">
        <RuleChanges {...step.actions} label={say(words.requests)} />
        <CodeBlock label={say(words.actions)} text={JSON.stringify(step.actions.after, undefined, 2)} />
      </SpaceBetween>
    )
  return (
    <RecordChanges
      label={say(words.records)}
      before={plan.states[step.from]?.records ?? []}
      after={plan.states[step.to]?.records ?? []}
    />
  )
}

function Printed({ about, text, label }: { about: Text; text: string; label: Text }) {
  const say = useText()
  return (
    <SpaceBetween size="xs">
      <div>{say({ text: about })}</div>
      <CodeBlock text={text} label={say(label)} />
    </SpaceBetween>
  )
}
