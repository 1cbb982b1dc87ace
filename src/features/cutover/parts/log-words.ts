/** What an entry of a cutover's log says, in one sentence: for the run screen and for the report. */
import type { Plan } from '../../../core/cutover/plan.ts'
import type { Command, PauseReason, Phase, Want } from '../../../core/cutover/run.ts'
import type { Say } from '../../../core/cutover/report.ts'
import type { LogEntry } from '../../../data/cutover/event-log.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import { stateName } from './state-words.ts'

const wants: Record<Want['kind'], Text> = {
  start: { en: 'start', ko: '시작' },
  step: { en: 'step to “{state}”', ko: '“{state}”(으)로 이동' },
  rollback: { en: 'roll back exactly', ko: '원본 그대로 롤백' },
  cancel: { en: 'cancel', ko: '취소' },
  done: { en: 'finish', ko: '완료' },
  cleanup: { en: 'remove the journal', ko: '저널 제거' },
  attach: { en: 'take over', ko: '인계' },
  adopt: { en: 'adopt “{state}”', ko: '“{state}” 채택' },
  recreate: { en: 'write the journal again', ko: '저널 다시 쓰기' },
}

const commands: Partial<Record<Command['kind'], Text>> = {
  start: { en: 'Asked to start.', ko: '시작을 요청했습니다.' },
  next: { en: 'Asked for the next step.', ko: '다음 단계를 요청했습니다.' },
  back: { en: 'Asked to step back to “{state}”.', ko: '“{state}”(으)로 되돌리기를 요청했습니다.' },
  rollback: { en: 'Asked to roll back exactly.', ko: '원본 그대로 롤백을 요청했습니다.' },
  cancel: { en: 'Asked to cancel.', ko: '취소를 요청했습니다.' },
  pause: { en: 'Paused by a person.', ko: '담당자가 일시 중지했습니다.' },
  resume: { en: 'Asked to go on.', ko: '계속을 요청했습니다.' },
  hold: { en: 'The hold was begun.', ko: '유지를 시작했습니다.' },
  finish: { en: 'Asked to end the hold.', ko: '유지 종료를 요청했습니다.' },
  cleanup: { en: 'Asked to remove the journal.', ko: '저널 제거를 요청했습니다.' },
  attach: { en: 'Asked to take it over.', ko: '인계를 요청했습니다.' },
  reapply: {
    en: 'Asked to write the expected records again.',
    ko: '예상 레코드를 다시 쓰도록 요청했습니다.',
  },
  adopt: { en: 'Asked to adopt “{state}”.', ko: '“{state}” 채택을 요청했습니다.' },
  'stop-here': {
    en: 'Asked to stop here, with the records as they are.',
    ko: '현재 레코드 그대로 여기서 끝내도록 요청했습니다.',
  },
  recreate: { en: 'Asked to write the journal again.', ko: '저널을 다시 쓰도록 요청했습니다.' },
  'cancel-abort': { en: 'The automatic abort was stopped.', ko: '자동 중단을 취소했습니다.' },
  auto: { en: 'Automatic settings were changed.', ko: '자동 설정을 변경했습니다.' },
}

const phases: Record<Phase['at'], Text> = {
  planned: { en: 'Planned, nothing written.', ko: '계획됨. 아직 쓴 것이 없습니다.' },
  found: { en: 'Found in the zone at “{state}”.', ko: '영역에서 발견: “{state}”.' },
  ready: { en: 'Ready at “{state}”.', ko: '“{state}”에서 준비되었습니다.' },
  propagating: {
    en: '“{state}” is written; name servers take it over.',
    ko: '“{state}”을(를) 썼습니다. 이름 서버에 전파 중입니다.',
  },
  modifying: { en: 'The rule is being set for “{state}”.', ko: '“{state}”에 맞게 규칙을 설정하는 중입니다.' },
  soaking: {
    en: '“{state}” is on all name servers (INSYNC); its wait begins.',
    ko: '“{state}”이(가) 모든 이름 서버에 적용되었습니다(INSYNC). 대기를 시작합니다.',
  },
  gate: {
    en: '“{state}” is verified; the next step may be taken.',
    ko: '“{state}” 검증 완료. 다음 단계로 갈 수 있습니다.',
  },
  holding: { en: 'Holding at “{state}”.', ko: '“{state}”에서 유지 중입니다.' },
  restoring: {
    en: 'The original records are written; name servers take them over.',
    ko: '원래 레코드를 썼습니다. 이름 서버에 전파 중입니다.',
  },
  restored: { en: 'The original records are back.', ko: '원래 레코드가 복원되었습니다.' },
  completing: { en: 'Finished; the journal stays a while.', ko: '완료. 저널은 잠시 남습니다.' },
  closed: { en: 'Over: the journal is removed.', ko: '종료. 저널을 제거했습니다.' },
  drift: {
    en: 'Drift: the live records are not those of “{state}”.',
    ko: '드리프트: 현재 레코드가 “{state}”과(와) 다릅니다.',
  },
  'lost-claim': { en: 'Somebody else’s claim stands in the zone.', ko: '영역에 다른 클레임이 있습니다.' },
  'journal-lost': { en: 'The journal is missing from the zone.', ko: '영역에서 저널이 사라졌습니다.' },
  corrupt: { en: 'The journal cannot be read.', ko: '저널을 읽을 수 없습니다.' },
  blocked: { en: 'AWS refuses the write.', ko: 'AWS가 변경을 거부했습니다.' },
  'manual-only': { en: 'Writing is not permitted here.', ko: '여기서는 쓰기 권한이 없습니다.' },
}

/** Where a rule is moved, and no record. */
const rulePhases: Partial<Record<Phase['at'], Text>> = {
  soaking: {
    en: '“{state}” is set and was read back; its wait begins.',
    ko: '“{state}”을(를) 설정하고 다시 읽어 확인했습니다. 대기를 시작합니다.',
  },
  restored: { en: 'The original actions of the rule are back.', ko: '규칙의 원래 작업이 복원되었습니다.' },
  drift: {
    en: 'Drift: the rule does not do what “{state}” says.',
    ko: '드리프트: 규칙의 작업이 “{state}”과(와) 다릅니다.',
  },
}

const pauses: Record<PauseReason, Text> = {
  person: { en: 'Paused by a person.', ko: '담당자가 일시 중지했습니다.' },
  guards: { en: 'Paused by guards.', ko: '보호 장치가 일시 중지했습니다.' },
  abort: { en: 'Paused after an automatic abort.', ko: '자동 중단 후 일시 중지되었습니다.' },
  tries: { en: 'Paused: a write was refused too often.', ko: '변경이 여러 번 거부되어 일시 중지되었습니다.' },
  stranded: {
    en: 'Paused: AWS has fallen back to an older state.',
    ko: 'AWS가 이전 상태로 돌아가 일시 중지되었습니다.',
  },
  rule: { en: 'Paused: the rule could not be set.', ko: '규칙을 설정하지 못해 일시 중지되었습니다.' },
  protection: {
    en: 'Paused: the record protection could not be changed.',
    ko: '레코드 보호를 변경하지 못해 일시 중지되었습니다.',
  },
}

const words = {
  opened: { en: 'Opened in a tab.', ko: '탭에서 열었습니다.' },
  left: { en: 'The tab left it.', ko: '탭을 떠났습니다.' },
  sent: { en: 'AWS took the write: {want}.', ko: 'AWS가 변경을 받았습니다: {want}.' },
  'not-sent': {
    en: 'The write was not taken: {want}. {code}: {message}',
    ko: '변경이 적용되지 않았습니다: {want}. {code}: {message}',
  },
  resumed: { en: 'Goes on.', ko: '계속합니다.' },
  'abort-due': { en: 'An automatic abort is due.', ko: '자동 중단이 예정되었습니다.' },
  calm: { en: 'Guards see nothing wrong.', ko: '보호 장치 모두 정상입니다.' },
  tripped: { en: 'Guards: {guards}', ko: '보호 장치: {guards}' },
  unwatched: {
    en: 'Nobody watched for {minutes, number} min.',
    ko: '{minutes, number}분 동안 감시되지 않았습니다.',
  },
  verified: { en: '“{state}” was verified.', ko: '“{state}” 검증을 통과했습니다.' },
  missing: { en: '“{state}” is not verified yet: {missing}.', ko: '“{state}” 검증 미완료: {missing}.' },
  passed: { en: 'Checks before the step passed.', ko: '단계 전 점검을 통과했습니다.' },
  failed: { en: 'Checks before the step stand in the way: {ids}.', ko: '단계 전 점검에 막혔습니다: {ids}.' },
  'signed-out': { en: 'Signed out.', ko: '로그아웃되었습니다.' },
  'signed-in': { en: 'Signed in.', ko: '로그인했습니다.' },
  offline: { en: 'Offline.', ko: '오프라인 상태입니다.' },
  online: { en: 'Online again.', ko: '다시 온라인입니다.' },
  leads: { en: 'This tab leads.', ko: '이 탭이 주도합니다.' },
  follows: { en: 'Another tab leads.', ko: '다른 탭이 주도합니다.' },
  unsaved: { en: 'This computer keeps nothing of it.', ko: '이 컴퓨터에 저장하지 못합니다.' },
} satisfies Record<string, Text>

export function wantWords(want: Want, plan: Plan, say: Say): string {
  return say(wants[want.kind], 'to' in want ? { state: say(stateName(plan, want.to)) } : {})
}

export function logText(entry: LogEntry, plan: Plan, say: Say): string {
  switch (entry.kind) {
    case 'asked':
      return asked(entry.command, plan, say)
    case 'sent':
      return say(words.sent, { want: wantWords(entry.want, plan, say) })
    case 'not-sent':
      return notSent(entry, plan, say)
    case 'phase':
      return phaseText(entry.phase, plan, say)
    case 'verified':
      return verified(entry, plan, say)
    default:
      return say(plainMessage(entry, say))
  }
}

type Worded = 'asked' | 'sent' | 'not-sent' | 'phase' | 'verified'

function plainMessage(entry: Exclude<LogEntry, { kind: Worded }>, say: Say): Message | Text {
  switch (entry.kind) {
    case 'paused':
      return pauses[entry.reason]
    case 'guards': {
      const guards = entry.trips.map(({ id, message }) => `${id} ${say(message)}`).join(' ')
      return guards === '' ? words.calm : { text: words.tripped, values: { guards } }
    }
    case 'unwatched':
      return { text: words.unwatched, values: { minutes: Math.round((entry.at - entry.from) / 60_000) } }
    case 'checked':
      return entry.passed ? words.passed : { text: words.failed, values: { ids: entry.standing.join(', ') } }
    default:
      return words[entry.kind]
  }
}

function notSent({ want, trouble }: Extract<LogEntry, { kind: 'not-sent' }>, plan: Plan, say: Say): string {
  const { code, message } = trouble
  return say(words['not-sent'], { want: want ? wantWords(want, plan, say) : '–', code, message })
}

export function phaseText(phase: Phase, plan: Plan, say: Say): string {
  const text = (plan.params.rule && rulePhases[phase.at]) ?? phases[phase.at]
  return say(text, 'state' in phase ? { state: say(stateName(plan, phase.state)) } : {})
}

function asked(command: Command, plan: Plan, say: Say): string {
  const text = commands[command.kind]
  if (!text) return command.kind
  return say(text, 'to' in command ? { state: say(stateName(plan, command.to)) } : {})
}

function verified({ state, missing }: Extract<LogEntry, { kind: 'verified' }>, plan: Plan, say: Say): string {
  const name = say(stateName(plan, state))
  return missing.length === 0
    ? say(words.verified, { state: name })
    : say(words.missing, { state: name, missing: missing.join(', ') })
}
