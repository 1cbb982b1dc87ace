/** Choosing what becomes of a manual edit: one choice, its consequence, one confirmation. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type { Mixing } from '../../../core/cutover/mixed-records.ts'
import type { Run } from '../../../core/cutover/run.ts'
import { type Stands, standsAt, standsNow } from '../../../core/cutover/standing.ts'
import type { RecordSet } from '../../../core/dns/record-set.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { Message, Text, TextValues } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { blockReason } from '../run/block-words.ts'
import { MoveDialog } from '../run/MoveDialog.tsx'
import { useMoment } from '../run/use-moment.ts'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { stateName } from '../parts/state-words.ts'
import { choiceBlock, choiceId, type DriftChoice, driftChoices } from './drift-choices.ts'

const words: Record<DriftChoice['does'], { label: Text; says: Text }> = {
  adopt: {
    label: { en: 'Adopt “{state}”', ko: '“{state}” 채택' },
    says: {
      en: 'The live records stay as they are; the claim is set to “{state}”, and the cutover goes on from there.',
      ko: '현재 레코드는 그대로 두고 클레임을 “{state}”(으)로 맞춘 뒤 거기서 계속합니다.',
    },
  },
  restore: {
    label: { en: 'Restore the original', ko: '원본 복원' },
    says: {
      en: 'Everything goes back to exactly what it was before the cutover. The edit shown above is given up.',
      ko: '모든 레코드를 전환 전 원본 그대로 되돌립니다. 위에 표시된 변경은 버려집니다.',
    },
  },
  reapply: {
    label: { en: 'Write “{state}” again', ko: '“{state}” 다시 쓰기' },
    says: {
      en: 'The records become those of “{state}” again, and its wait begins anew. The edit shown above is given up.',
      ko: '레코드를 다시 “{state}”(으)로 쓰고 대기를 새로 시작합니다. 위에 표시된 변경은 버려집니다.',
    },
  },
  mix: {
    label: { en: 'Stop, record set by record set', ko: '레코드 세트별로 정하고 끝내기' },
    says: {
      en: 'For each record set, choose above whether the edit stays or what the cutover left. It is written in one batch, and the cutover ends with it. Until its journal is removed it can still be rolled back; the rollback file works also later.',
      ko: '레코드 세트마다 변경된 값과 전환이 남긴 값 중 무엇을 남길지 위에서 선택합니다. 한 번에 쓰고 그대로 전환을 끝냅니다. 저널을 제거하기 전까지는 롤백할 수 있고, 롤백 파일은 그 뒤에도 쓸 수 있습니다.',
    },
  },
  stop: {
    label: { en: 'Stop here', ko: '여기서 끝내기' },
    says: {
      en: 'The cutover ends with the live records exactly as they are now. Until its journal is removed it can still be rolled back; the rollback file works also later.',
      ko: '현재 레코드를 그대로 둔 채 전환을 끝냅니다. 저널을 제거하기 전까지는 롤백할 수 있고, 롤백 파일은 그 뒤에도 쓸 수 있습니다.',
    },
  },
}

const mixed = {
  undecided: {
    en: 'Choose above what stays: {count, plural, one {# record set is} other {# record sets are}} undecided.',
    ko: '위에서 남길 것을 선택하세요. 아직 선택하지 않은 레코드 세트가 {count}개 있습니다.',
  },
  refused: {
    en: 'What is chosen above cannot stand together: one name and type has one routing policy, and a CNAME no company.',
    ko: '위에서 선택한 레코드는 함께 있을 수 없습니다. 한 이름과 유형에는 라우팅 정책이 하나만 있어야 하고, CNAME은 단독이어야 합니다.',
  },
} satisfies Record<string, Text>

const others = {
  title: { en: 'What shall become of it?', ko: '어떻게 처리할까요?' },
  go: { en: 'Do this …', ko: '실행 …' },
  sure: { en: '{choice}?', ko: '{choice}?' },
} satisfies Record<string, Text>

interface DriftChoicesProps {
  session: CutoverSession
  run: Run
  /** Its id; empty while nothing is. */
  chosen: string
  onChosen: (id: string) => void
  /** Record sets that were edited. */
  edits: number
  /** What the choices for each record set come to. */
  mixing: Mixing
}

export function DriftChoices({ session, run, chosen, onChosen, edits, mixing }: DriftChoicesProps) {
  const say = useText()
  const now = useMoment()
  const time = useTimeOfDay()
  const [asks, setAsks] = useState(false)
  const choices = driftChoices(run, edits)
  const choice = choices.find((each) => choiceId(each) === chosen)
  const block = choice && choiceBlock(choice, run, now)
  const why =
    (choice?.does === 'mix' ? missingOf(mixing) : undefined) ??
    (block && blockReason(run, block, { now, isChecking: false, time }))
  const valuesOf = (each: DriftChoice): TextValues =>
    'state' in each ? { state: say(stateName(run.plan, each.state)) } : {}
  return (
    <SpaceBetween size="s">
      <Box variant="h4" tagOverride="h3">
        {say(others.title)}
      </Box>
      <RadioGroup
        ariaLabel={say(others.title)}
        value={chosen === '' ? null : chosen}
        onChange={({ detail }) => onChosen(detail.value)}
        items={choices.map((each) => ({
          value: choiceId(each),
          label: say(words[each.does].label, valuesOf(each)),
          description: <span className="tg-choice">{say(words[each.does].says, valuesOf(each))}</span>,
        }))}
      />
      <Button
        disabled={!choice || why !== undefined}
        {...(why && { disabledReason: say(why) })}
        onClick={() => setAsks(true)}
      >
        {say(others.go)}
      </Button>
      {asks && choice && (
        <ChoiceDialog
          session={session}
          run={run}
          choice={choice}
          mixed={'records' in mixing ? mixing.records : undefined}
          onClose={() => setAsks(false)}
        />
      )}
    </SpaceBetween>
  )
}

function missingOf(mixing: Mixing): Message | undefined {
  if ('undecided' in mixing) return { text: mixed.undecided, values: { count: mixing.undecided } }
  return 'refused' in mixing ? { text: mixed.refused } : undefined
}

interface ChoiceDialogProps {
  session: CutoverSession
  run: Run
  choice: DriftChoice
  /** For the choice record set by record set. */
  mixed: readonly RecordSet[] | undefined
  onClose: () => void
}

function ChoiceDialog({ session, run, choice, mixed: records, onClose }: ChoiceDialogProps) {
  const say = useText()
  const { plan, phase } = run
  if (phase.at !== 'drift') return null
  const values: TextValues = 'state' in choice ? { state: say(stateName(plan, choice.state)) } : {}
  const label = say(words[choice.does].label, values)
  const gives = choice.does === 'restore' || choice.does === 'reapply'
  return (
    <MoveDialog
      title={say(others.sure, { choice: label })}
      before={standsNow(run)}
      after={choice.does === 'mix' && records ? { records } : afterwards(run, choice)}
      edit={gives ? { expected: standsAt(plan, phase.state), live: standsNow(run) } : undefined}
      confirm={label}
      onConfirm={() => carryOut(session, choice, { shown: phase.shown, records })}
      onClose={onClose}
    >
      {say(words[choice.does].says, values)}
    </MoveDialog>
  )
}

function afterwards(run: Run, choice: DriftChoice): Stands {
  if (choice.does === 'restore') return standsAt(run.plan, 0)
  return choice.does === 'reapply' ? standsAt(run.plan, choice.state) : standsNow(run)
}

interface Seen {
  /** Digest of the edit that the person saw. */
  shown: string
  records: readonly RecordSet[] | undefined
}

function carryOut(session: CutoverSession, choice: DriftChoice, { shown, records }: Seen): void {
  switch (choice.does) {
    case 'restore':
      return session.rollback(shown)
    case 'adopt':
      return session.command({ kind: 'adopt', to: choice.state })
    case 'reapply':
      return session.command({ kind: 'reapply' })
    case 'mix':
      return records && session.command({ kind: 'stop-here', mixed: { records, shown } })
    default:
      return session.command({ kind: 'stop-here' })
  }
}
