/** Why no step forward may be taken now, in words. */
import type { ForwardBlock } from '../../../core/cutover/permits.ts'
import type { PauseReason, Run } from '../../../core/cutover/run.ts'
import { waitOf } from '../../../core/cutover/timing.ts'
import type { Message, Text } from '../../../i18n/text.ts'

const words = {
  'signed-out': { en: 'Sign in with a role that may cut over.', ko: '전환 권한이 있는 역할로 로그인하세요.' },
  offline: { en: 'This browser is offline.', ko: '브라우저가 오프라인입니다.' },
  throttled: {
    en: 'AWS asks for fewer calls; a minute of rest.',
    ko: 'AWS가 호출을 줄이도록 요청했습니다. 1분간 쉽니다.',
  },
  'not-leader': { en: 'Another tab drives this cutover.', ko: '다른 탭이 이 전환을 진행하고 있습니다.' },
  'keys-expire': {
    en: 'The keys end in less than 10 minutes. They are being renewed.',
    ko: '자격 증명이 10분 안에 만료됩니다. 갱신 중입니다.',
  },
  'plan-changed': {
    en: 'This release plans it differently: only the way back is open.',
    ko: '이 릴리스는 계획이 다릅니다. 되돌리기만 가능합니다.',
  },
  'unknown-field': {
    en: 'A record has a field that this console does not know: only the way back is open.',
    ko: '이 콘솔이 모르는 필드가 레코드에 있습니다. 되돌리기만 가능합니다.',
  },
  busy: { en: 'A write is under way.', ko: '쓰기가 진행 중입니다.' },
  'no-step': { en: 'There is no further step.', ko: '다음 단계가 없습니다.' },
  spreading: { en: 'Waits until Route 53 has it everywhere.', ko: 'Route 53 전파를 기다립니다.' },
  wait: { en: 'Waits until {time}.', ko: '{time}까지 기다립니다.' },
  verifying: { en: 'Waits for the verification.', ko: '검증을 기다립니다.' },
  checking: { en: 'The checks before the step are being made.', ko: '단계 전 점검을 하고 있습니다.' },
  decide: {
    en: 'A decision is needed at the top of the page.',
    ko: '페이지 위쪽에서 결정해 주세요.',
  },
  over: { en: 'Nothing is left to do.', ko: '남은 작업이 없습니다.' },
  holding: { en: 'The hold ends above.', ko: '유지 종료는 위에서 합니다.' },
} satisfies Record<string, Text>

const pauses: Record<PauseReason, Text> = {
  person: { en: 'Paused by you.', ko: '사용자가 일시 중지했습니다.' },
  guards: { en: 'Paused: a guard tripped.', ko: '일시 중지됨: 보호 장치가 작동했습니다.' },
  abort: { en: 'Paused after the automatic abort.', ko: '자동 중단 후 일시 중지되었습니다.' },
  tries: { en: 'Paused: five attempts failed.', ko: '일시 중지됨: 다섯 번 시도했지만 실패했습니다.' },
  stranded: {
    en: 'Paused: AWS fell back to an older state.',
    ko: '일시 중지됨: AWS가 이전 상태로 돌아갔습니다.',
  },
  rule: { en: 'Paused: the rule could not be set.', ko: '일시 중지됨: 규칙을 설정하지 못했습니다.' },
  protection: {
    en: 'Paused: the record protection could not be changed.',
    ko: '일시 중지됨: 레코드 보호를 변경하지 못했습니다.',
  },
}

export function pauseWords(reason: PauseReason): Text {
  return pauses[reason]
}

interface Moment {
  now: number
  isChecking: boolean
  time: (at: number) => string
}

export function blockReason(run: Run, block: ForwardBlock, { now, isChecking, time }: Moment): Message {
  if (isChecking) return { text: words.checking }
  if (block === 'paused' && run.paused) return { text: pauses[run.paused] }
  if (block === 'waiting') return waitingReason(run, now, time)
  return { text: block === 'paused' ? words.busy : words[block] }
}

function waitingReason({ phase, plan }: Run, now: number, time: Moment['time']): Message {
  switch (phase.at) {
    case 'propagating':
    case 'modifying':
    case 'restoring':
      return { text: words.spreading }
    case 'soaking': {
      const until = phase.since + waitOf(plan, phase.state)
      return now < until ? { text: words.wait, values: { time: time(until) } } : { text: words.verifying }
    }
    case 'holding':
      return { text: words.holding }
    case 'restored':
    case 'completing':
    case 'closed':
      return { text: words.over }
    default:
      return { text: words.decide }
  }
}
