/** Somebody edited the records by hand: nothing is overwritten unseen, and each way on says what it gives up. */
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { RuleChanges } from '../parts/RuleChanges.tsx'
import { useState } from 'react'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import { type EditChoices, mixRecords } from '../../../core/cutover/mixed-records.ts'
import type { Run } from '../../../core/cutover/run.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import { recordsAt, standsAt } from '../../../core/cutover/standing.ts'
import { threeWay } from '../../../core/cutover/three-way.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { stateName } from '../parts/state-words.ts'
import { DriftChoices } from './DriftChoices.tsx'
import { LikelyOwner } from './LikelyOwner.tsx'
import { Situation } from './Situation.tsx'
import { ThreeWayTable } from './ThreeWayTable.tsx'

const words = {
  title: { en: 'Somebody edited the records by hand', ko: '누군가 레코드를 직접 변경했습니다' },
  known: {
    en: 'The claim says “{state}”; the live records differ as shown below.',
    ko: '클레임은 “{state}”이지만 현재 레코드는 아래와 같이 다릅니다.',
  },
  ruleTitle: { en: 'Somebody changed the rule by hand', ko: '누군가 규칙을 직접 변경했습니다' },
  ruleKnown: {
    en: 'The claim says “{state}”; the rule does something else, as shown below.',
    ko: '클레임은 “{state}”이지만 규칙의 작업은 아래와 같이 다릅니다.',
  },
  same: {
    en: 'What stands there now is the same as “{matches}”: somebody may have gone there on purpose.',
    ko: '현재 레코드는 “{matches}”과(와) 같습니다. 누군가 의도적으로 옮겼을 수 있습니다.',
  },
  safe: {
    en: 'No step is taken and nothing is overwritten until you choose. If the edit is taken back, this page goes on by itself.',
    ko: '선택하기 전에는 다음 단계로 가지 않고 아무것도 덮어쓰지 않습니다. 변경이 취소되면 자동으로 계속합니다.',
  },
  next: {
    en: 'Find out who it was and why, then choose below.',
    ko: '누가 왜 변경했는지 확인한 뒤 아래에서 선택하세요.',
  },
  edit: { en: 'The edit of the rule', ko: '규칙 변경 내용' },
  before: { en: 'As the cutover left it', ko: '전환이 남긴 상태' },
  after: { en: 'Now', ko: '현재' },
  actions: { en: 'Actions of the rule now', ko: '현재 규칙 작업' },
} satisfies Record<string, Text>

export function DriftState({ session, view: { run } }: { session: CutoverSession; view: CutoverView }) {
  const say = useText()
  const { phase, plan } = run
  const { rule } = plan.params
  if (phase.at !== 'drift') return null
  const matches = phase.matches.map((state) => say(stateName(plan, state))).join(', ')
  return (
    <Situation
      title={say(rule ? words.ruleTitle : words.title)}
      known={
        <>
          {say(rule ? words.ruleKnown : words.known, { state: say(stateName(plan, phase.state)) })}{' '}
          {matches !== '' && say(words.same, { matches })} <LikelyOwner plan={plan} />
        </>
      }
      safe={say(words.safe)}
      next={say(words.next)}
    >
      {/* Another edit is another question. */}
      <Decision key={phase.shown} session={session} run={run} />
    </Situation>
  )
}

/** What was edited, and what shall become of it. */
function Decision({ session, run }: { session: CutoverSession; run: Run }) {
  const say = useText()
  const [chosen, setChosen] = useState('')
  const [choices, setChoices] = useState<EditChoices>({})
  const { plan, live, liveActions, phase } = run
  const { rule } = plan.params
  const state = phase.at === 'drift' ? phase.state : 0
  const edits = rule ? [] : threeWay(recordsAt(plan, 0), recordsAt(plan, state), live)
  return (
    <>
      {rule ? (
        <>
          <RuleChanges
            before={standsAt(plan, state).actions ?? []}
            after={liveActions ?? []}
            label={say(words.edit)}
            titles={words}
          />
          <CodeBlock text={JSON.stringify(liveActions ?? [], undefined, 2)} label={say(words.actions)} />
        </>
      ) : (
        <ThreeWayTable
          edits={edits}
          choices={chosen === 'mix' ? choices : undefined}
          onChoice={(key, choice) => setChoices((known) => ({ ...known, [key]: choice }))}
        />
      )}
      <DriftChoices
        session={session}
        run={run}
        chosen={chosen}
        onChosen={setChosen}
        edits={edits.length}
        mixing={mixRecords(live, edits, choices)}
      />
    </>
  )
}
