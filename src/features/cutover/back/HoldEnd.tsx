/** The end of a hold: on evidence, or for a reason that somebody types and the report keeps. */
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { collapse, type Decommission } from '../../../core/cutover/hold/decommission.ts'
import { forwardBlock } from '../../../core/cutover/permits.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { CutoverView } from '../../../data/cutover/cutover-view.ts'
import type { HoldView } from '../../../data/cutover/hold-evidence.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useTimeOfDay } from '../parts/time-of-day.ts'
import { blockReason } from '../run/block-words.ts'
import { useMoment } from '../run/use-moment.ts'

const words = {
  locked: { en: '“Legacy may be shut down” is locked', ko: '“레거시를 종료해도 됨”이 잠겨 있습니다' },
  unlocked: { en: 'Legacy may be shut down', ko: '레거시를 종료해도 됩니다' },
  unlockedWhy: {
    en: 'Nothing uses it any more, as far as can be seen, and you said the rest. Finish here first, then shut it down yourself: this console never does.',
    ko: '확인할 수 있는 한 더 이상 사용되지 않으며 나머지는 확인하셨습니다. 먼저 여기서 완료한 뒤 직접 종료하세요. 이 콘솔은 종료하지 않습니다.',
  },
  waits: { en: 'The last step waits', ko: '마지막 단계가 대기 중입니다' },
  may: { en: 'The last step may be taken', ko: '마지막 단계로 갈 수 있습니다' },
  mayWhy: {
    en: 'The weighted records become one plain alias to the load balancer. Until then, an unhealthy load balancer falls back to the legacy by itself.',
    ko: '가중치 레코드가 로드 밸런서 별칭 하나로 바뀝니다. 그전까지는 로드 밸런서가 비정상이 되면 자동으로 레거시로 돌아갑니다.',
  },
  finish: { en: 'Finish the cutover', ko: '전환 완료' },
  collapse: { en: 'Take the last step', ko: '마지막 단계 실행' },
  override: { en: 'Go on without the evidence …', ko: '근거 없이 진행 …' },
  reason: { en: 'Why is that right?', ko: '그래도 되는 이유' },
  reasonWhy: { en: 'The report keeps your words.', ko: '입력한 내용은 보고서에 남습니다.' },
  finishAnyway: { en: 'Finish for this reason', ko: '이 사유로 완료' },
  collapseAnyway: { en: 'Take the last step for this reason', ko: '이 사유로 마지막 단계 실행' },
  warning: { en: 'Warning', ko: '경고' },
  success: { en: 'Success', ko: '성공' },
} satisfies Record<string, Text>

interface HoldEndProps {
  session: CutoverSession
  view: CutoverView
  hold: HoldView
}

export function HoldEnd({ session, view, hold }: HoldEndProps) {
  const say = useText()
  const now = useMoment()
  const time = useTimeOfDay()
  const { run, isChecking } = view
  const isLast = hold.evidence.isLastState
  const judged = isLast ? hold.decommission : collapse(hold.evidence, hold.at)
  const block = forwardBlock(run, now)
  const why = block && blockReason(run, block, { now, isChecking, time })
  const isBusy = isChecking || run.wanted !== undefined || run.intent !== undefined
  return (
    <SpaceBetween size="s">
      <Judgement judged={judged} isLast={isLast} />
      <Button
        variant="primary"
        loading={isBusy}
        disabled={!judged.unlocked || why !== undefined}
        {...(why && { disabledReason: say(why) })}
        onClick={() => void session.finish()}
      >
        {say(isLast ? words.finish : words.collapse)}
      </Button>
      {!judged.unlocked && (
        <Override session={session} isLast={isLast} blocked={why !== undefined || isBusy} />
      )}
    </SpaceBetween>
  )
}

function Judgement({ judged: { unlocked, reasons }, isLast }: { judged: Decommission; isLast: boolean }) {
  const say = useText()
  if (unlocked)
    return (
      <Alert
        type="success"
        statusIconAriaLabel={say(words.success)}
        header={say(isLast ? words.unlocked : words.may)}
      >
        {say(isLast ? words.unlockedWhy : words.mayWhy)}
      </Alert>
    )
  return (
    <Alert
      type="warning"
      statusIconAriaLabel={say(words.warning)}
      header={say(isLast ? words.locked : words.waits)}
    >
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {reasons.map((reason) => (
          <li key={say(reason)}>{say(reason)}</li>
        ))}
      </ul>
    </Alert>
  )
}

interface OverrideProps {
  session: CutoverSession
  isLast: boolean
  blocked: boolean
}

function Override({ session, isLast, blocked }: OverrideProps) {
  const say = useText()
  const [reason, setReason] = useState('')
  return (
    <ExpandableSection headerText={say(words.override)}>
      <SpaceBetween size="s">
        <FormField label={say(words.reason)} description={say(words.reasonWhy)}>
          <Textarea rows={2} value={reason} onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
        <Button disabled={blocked || reason.trim() === ''} onClick={() => void session.finish(reason)}>
          {say(isLast ? words.finishAnyway : words.collapseAnyway)}
        </Button>
      </SpaceBetween>
    </ExpandableSection>
  )
}
