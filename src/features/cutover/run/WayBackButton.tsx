/** The way back: the same button in the same place in every state, with one confirmation. */
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { backBlock, type WayBack, wayBack } from '../../../core/cutover/permits.ts'
import type { Run } from '../../../core/cutover/run.ts'
import {
  reachedByHand,
  shownDigest,
  type Stands,
  standsAt,
  standsNow,
} from '../../../core/cutover/standing.ts'
import { effectiveTtl } from '../../../core/cutover/timing.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { CutoverSession } from '../../../data/cutover/cutover-session.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { MoveDialog } from './MoveDialog.tsx'

const words = {
  rollback: { en: 'Roll back exactly', ko: '원본 그대로 롤백' },
  cancel: { en: 'Cancel the cutover', ko: '전환 취소' },
  'take-over': { en: 'Take over', ko: '인계' },
  none: { en: 'Roll back exactly', ko: '원본 그대로 롤백' },
  rollbackTitle: { en: 'Roll {name} back exactly?', ko: '{name}을(를) 원본 그대로 롤백할까요?' },
  rollbackSays: {
    en: 'Every record goes back to exactly what it was before the cutover, in one batch. Clients follow within {seconds, number} s, as far as resolvers keep to TTLs.',
    ko: '모든 레코드를 전환 전 원본 그대로 한 번에 되돌립니다. 해석기가 TTL을 지키면 클라이언트는 {seconds, number}초 안에 따라옵니다.',
  },
  rollbackRuleSays: {
    en: 'The rule does again exactly what it did before the cutover. Requests follow at once.',
    ko: '규칙을 전환 전 원본 그대로 되돌립니다. 요청은 바로 따릅니다.',
  },
  unknownField: {
    en: 'A live record has a field that this console does not know. It is not part of the original, and the rollback removes the record that has it.',
    ko: '현재 레코드에 이 콘솔이 모르는 필드가 있습니다. 원본에 없는 것이며 롤백하면 그 레코드는 삭제됩니다.',
  },
  cancelTitle: { en: 'Cancel the cutover of {name}?', ko: '{name} 전환을 취소할까요?' },
  cancelSays: {
    en: 'No live record was changed. Only the journal is marked as given up.',
    ko: '실제 레코드는 변경되지 않았습니다. 저널만 취소로 표시합니다.',
  },
  takeTitle: { en: 'Take over the cutover of {name}?', ko: '{name} 전환을 인계받을까요?' },
  takeSays: {
    en: 'Whoever drives it now is fenced off: nothing that they send from here on is taken. Afterwards you can roll back.',
    ko: '지금 진행 중인 쪽의 이후 쓰기는 모두 거부됩니다. 인계 후 롤백할 수 있습니다.',
  },
  type: { en: 'Type the hostname', ko: '호스트 이름 입력' },
  'signed-out': {
    en: 'Sign in with a role that may cut over: the rollback needs keys.',
    ko: '전환 권한이 있는 역할로 로그인하세요. 롤백에 자격 증명이 필요합니다.',
  },
  offline: {
    en: 'This browser is offline. The script in the rollback file works from any other computer.',
    ko: '브라우저가 오프라인입니다. 롤백 파일의 스크립트는 다른 컴퓨터에서도 작동합니다.',
  },
  'not-started': {
    en: 'Nothing was written: nothing to take back.',
    ko: '쓴 것이 없어 되돌릴 것도 없습니다.',
  },
  'under-way': { en: 'The way back is under way.', ko: '이미 되돌리는 중입니다.' },
  restored: { en: 'Everything is back already.', ko: '이미 모두 복원되었습니다.' },
  closed: { en: 'The cutover is over.', ko: '전환이 종료되었습니다.' },
  'by-hand': {
    en: 'Use the script of the rollback file: this page cannot write here.',
    ko: '롤백 파일의 스크립트를 사용하세요. 이 페이지에서는 쓸 수 없습니다.',
  },
  theirs: {
    en: 'Another cutover stands there: it has an original of its own to go back to.',
    ko: '다른 전환이 진행 중이며 되돌릴 원본이 따로 있습니다.',
  },
} satisfies Record<string, Text>

interface WayBackProps {
  session: CutoverSession
  run: Run
}

export function WayBackButton({ session, run }: WayBackProps) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const way = wayBackOf(run)
  const why = whyNot(run, way)
  return (
    <>
      <span className="tg-danger">
        <Button
          iconName={way.offer === 'take-over' ? 'lock-private' : 'undo'}
          fullWidth
          disabled={why !== undefined}
          {...(why && { disabledReason: say(why) })}
          onClick={() => setOpen(true)}
        >
          {say(words[way.offer])}
        </Button>
      </span>
      {open && way.offer !== 'none' && (
        <WayBackDialog session={session} run={run} offer={way.offer} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

/** An edit may be undone even before anything of ours has moved. */
function wayBackOf(run: Run): WayBack {
  return run.phase.at === 'drift' ? { offer: 'rollback' } : wayBack(run)
}

function whyNot(run: Run, way: WayBack): Message | undefined {
  if (way.offer === 'none') return { text: words[way.reason] }
  const block = backBlock(run)
  return block && { text: words[block] }
}

interface WayBackDialogProps extends WayBackProps {
  offer: Exclude<WayBack['offer'], 'none'>
  onClose: () => void
}

function WayBackDialog({ session, run, offer, onClose }: WayBackDialogProps) {
  const say = useText()
  const [typed, setTyped] = useState('')
  const { plan } = run
  const now = standsNow(run)
  const name = shownName(plan.hostname)
  const common = { before: now, onClose, confirm: say(words[offer]) }
  if (offer === 'cancel')
    return (
      <MoveDialog
        {...common}
        title={say(words.cancelTitle, { name })}
        after={now}
        onConfirm={() => session.cancel()}
      >
        {say(words.cancelSays)}
      </MoveDialog>
    )
  if (offer === 'take-over')
    return (
      <MoveDialog
        {...common}
        title={say(words.takeTitle, { name })}
        after={now}
        isConfirmable={typed.trim() === name}
        onConfirm={() => session.attach()}
      >
        <SpaceBetween size="s">
          <div>{say(words.takeSays)}</div>
          <FormField label={`${say(words.type)}: ${name}`}>
            <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} />
          </FormField>
        </SpaceBetween>
      </MoveDialog>
    )
  const edit = editOf(run)
  return (
    <MoveDialog
      {...common}
      title={say(words.rollbackTitle, { name })}
      after={standsAt(plan, 0)}
      edit={edit}
      onConfirm={() => session.rollback(edit?.shown)}
    >
      {plan.params.rule ? say(words.rollbackRuleSays) : say(words.rollbackSays, { seconds: longestTtl(run) })}
      {run.forwardBlocked === 'unknown-field' && (
        <Box color="text-status-warning">{say(words.unknownField)}</Box>
      )}
    </MoveDialog>
  )
}

/** What somebody edited, and was seen here: also what was kept when the cutover ended. */
function editOf(run: Run): { expected: Stands; live: Stands; shown: string } | undefined {
  const { plan, phase, live: records, liveActions: actions, journal } = run
  const live = standsNow(run)
  if (phase.at === 'drift') return { expected: standsAt(plan, phase.state), live, shown: phase.shown }
  if (phase.at !== 'completing' || reachedByHand(run) !== undefined) return undefined
  const shown = shownDigest({ records, actions, unknownFields: [] })
  return { expected: standsAt(plan, journal?.claim.state ?? 0), live, shown }
}

/** Seconds for which resolvers may keep what they were told so far. */
function longestTtl({ plan, journal }: Run): number {
  return effectiveTtl(plan, journal?.claim.state ?? 0)
}
