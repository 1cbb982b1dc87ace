/** What happens now, in one sentence: the first thing that a person reads on the page. */
import { currentState } from '../../../core/cutover/permits.ts'
import type { Intent, Phase, Run } from '../../../core/cutover/run.ts'
import { reachedByHand } from '../../../core/cutover/standing.ts'
import { cleanupAfter, holdOf, waitOf } from '../../../core/cutover/timing.ts'
import type { Text } from '../../../i18n/text.ts'
import type { useText } from '../../../i18n/use-text.ts'
import type { Tone } from '../../../widgets/status-badge/StatusBadge.tsx'
import { wantWords } from '../parts/log-words.ts'
import { stateName } from '../parts/state-words.ts'
import { waitReason } from '../parts/wait-words.ts'

export interface Headline {
  tone: Tone
  /** The state in a word or two. */
  status: string
  sentence: string
  /** Until when, ms since the epoch, and why. */
  until?: { at: number; reason: string }
}

const words = {
  writing: { en: 'Writing', ko: '쓰는 중' },
  sending: { en: 'It is being sent to AWS: {what}.', ko: 'AWS에 보내는 중입니다: {what}.' },
  resolving: {
    en: 'No answer came ({what}). Whether it was written is being read from the zone.',
    ko: '응답을 받지 못했습니다({what}). 실제로 적용되었는지 영역에서 읽고 있습니다.',
  },
  waiting: { en: 'Trying again', ko: '다시 시도' },
  refused: {
    en: 'AWS did not take it ({what}): {code}. It is tried again by itself.',
    ko: 'AWS가 받지 않았습니다({what}): {code}. 자동으로 다시 시도합니다.',
  },
  again: { en: 'next attempt', ko: '다음 시도' },
  planned: { en: 'Planned', ko: '계획됨' },
  plannedSays: {
    en: 'Nothing was written yet. Start writes the journal only; no live record changes.',
    ko: '아직 아무것도 쓰지 않았습니다. 시작하면 저널만 기록하며 실제 레코드는 바뀌지 않습니다.',
  },
  found: { en: 'Found', ko: '발견됨' },
  foundSays: {
    en: 'This cutover stands in the zone at “{state}”. This tab only looks at it until it is taken over.',
    ko: '이 전환은 영역에서 “{state}” 상태입니다. 인계하기 전까지 이 탭은 보기만 합니다.',
  },
  ready: { en: 'Ready', ko: '준비됨' },
  readySays: {
    en: 'The zone is at “{state}”. The next step is yours: {next}.',
    ko: '영역은 “{state}” 상태입니다. 다음 단계를 실행할 수 있습니다: {next}.',
  },
  propagating: { en: 'Spreading', ko: '전파 중' },
  propagatingSays: {
    en: 'Written. Route 53 takes “{state}” to all of its name servers, usually within a minute.',
    ko: '썼습니다. Route 53이 “{state}”을(를) 모든 이름 서버에 전파합니다. 보통 1분 이내입니다.',
  },
  slow: { en: 'Spreading slowly', ko: '전파 지연' },
  slowSays: {
    en: 'Route 53 has not taken “{state}” to all of its name servers for more than 10 minutes. Nothing else is stepped until it has.',
    ko: 'Route 53이 10분 넘게 “{state}”을(를) 모두 전파하지 못했습니다. 끝날 때까지 다음 단계로 가지 않습니다.',
  },
  modifying: { en: 'Setting the rule', ko: '규칙 설정 중' },
  modifyingSays: {
    en: 'The listener rule is set to “{state}” and read back.',
    ko: '리스너 규칙을 “{state}”(으)로 설정하고 다시 읽습니다.',
  },
  soaking: { en: 'Waiting, watched', ko: '대기 중(관찰)' },
  soakingSays: {
    en: '“{state}” is in force. Resolvers forget what was before.',
    ko: '“{state}”이(가) 적용되었습니다. 해석기가 이전 응답을 잊을 때까지 기다립니다.',
  },
  soakingRuleSays: {
    en: '“{state}” is in force: requests follow at once. It is watched before the next step.',
    ko: '“{state}”이(가) 적용되어 요청이 바로 따릅니다. 다음 단계로 가기 전까지 지켜봅니다.',
  },
  verifying: { en: 'Verifying', ko: '검증 중' },
  verifyingSays: {
    en: 'The wait at “{state}” is over. It may be left once everything below is seen.',
    ko: '“{state}”의 대기가 끝났습니다. 아래 항목을 모두 확인하면 다음으로 갈 수 있습니다.',
  },
  gate: { en: 'Verified', ko: '검증됨' },
  gateSays: {
    en: '“{state}” is verified. The next step is yours: {next}.',
    ko: '“{state}”을(를) 검증했습니다. 다음 단계를 실행할 수 있습니다: {next}.',
  },
  holding: { en: 'Hold', ko: '유지' },
  holdingSays: {
    en: 'All answers lead to the new side. The old service keeps running until nobody needs it.',
    ko: '모든 응답이 새 쪽으로 연결됩니다. 아무도 필요로 하지 않을 때까지 기존 서비스를 유지하세요.',
  },
  holdingRuleSays: {
    en: 'All requests go to the new target group. The old targets keep running until nobody needs them.',
    ko: '모든 요청이 새 대상 그룹으로 갑니다. 아무도 필요로 하지 않을 때까지 기존 대상을 유지하세요.',
  },
  holdEnds: { en: 'the required time of the hold', ko: '필요한 유지 시간' },
  restoring: { en: 'Going back', ko: '되돌리는 중' },
  restoringSays: {
    en: 'The original records are written. Route 53 takes them to all of its name servers.',
    ko: '원본 레코드를 썼습니다. Route 53이 모든 이름 서버에 전파합니다.',
  },
  restored: { en: 'Restored', ko: '복원됨' },
  restoredSays: {
    en: 'The records are exactly what they were. Clients follow as their caches expire.',
    ko: '레코드가 정확히 원래대로 돌아왔습니다. 클라이언트는 캐시가 만료되면서 따라옵니다.',
  },
  restoredRuleSays: {
    en: 'The rule does exactly what it did. Requests follow at once.',
    ko: '규칙이 정확히 원래대로 돌아왔습니다. 요청은 바로 따릅니다.',
  },
  completing: { en: 'Finished', ko: '완료' },
  completingSays: {
    en: 'The cutover is finished. Only its journal is left in the zone.',
    ko: '전환이 완료되었습니다. 영역에는 저널만 남아 있습니다.',
  },
  closed: { en: 'Closed', ko: '종료됨' },
  closedSays: { en: 'This cutover is over.', ko: '이 전환은 종료되었습니다.' },
  drift: { en: 'Drift', ko: '드리프트' },
  driftSays: {
    en: 'Somebody changed the records of “{state}”. Nothing goes on until you decide.',
    ko: '누군가 “{state}”의 레코드를 변경했습니다. 결정할 때까지 진행하지 않습니다.',
  },
  driftRuleSays: {
    en: 'Somebody changed the rule of “{state}”. Nothing goes on until you decide.',
    ko: '누군가 “{state}”의 규칙을 변경했습니다. 결정할 때까지 진행하지 않습니다.',
  },
  'lost-claim': { en: 'Taken over', ko: '인계됨' },
  'lost-claimSays': {
    en: 'Another tab or person drives this hostname now.',
    ko: '다른 탭이나 사용자가 이 호스트 이름을 전환하고 있습니다.',
  },
  'journal-lost': { en: 'Journal deleted', ko: '저널 삭제됨' },
  'journal-lostSays': {
    en: 'The journal is gone from the zone. What it said is known here.',
    ko: '영역에서 저널이 사라졌습니다. 내용은 여기에 남아 있습니다.',
  },
  corrupt: { en: 'Unreadable', ko: '읽을 수 없음' },
  corruptSays: {
    en: 'The journal cannot be trusted. Nothing is written from it.',
    ko: '저널을 신뢰할 수 없습니다. 이를 근거로 아무것도 쓰지 않습니다.',
  },
  blocked: { en: 'Refused by AWS', ko: 'AWS가 거부함' },
  blockedSays: {
    en: 'AWS refuses the write, and not because somebody edited something.',
    ko: '누가 변경해서가 아니라 AWS가 쓰기를 거부합니다.',
  },
  'manual-only': { en: 'By hand', ko: '수동' },
  'manual-onlySays': {
    en: 'This role may not write here. Somebody else runs the commands; this page reads along.',
    ko: '이 역할로는 쓸 수 없습니다. 다른 사람이 명령을 실행하고 이 페이지는 결과를 읽습니다.',
  },
  hold: { en: 'begin the hold', ko: '유지 시작' },
  none: { en: 'none is left', ko: '남은 단계 없음' },
  fenced: {
    en: 'wait before the journal may be removed',
    ko: '저널을 제거하기 전 대기',
  },
} satisfies Record<string, Text>

type Say = ReturnType<typeof useText>

/** `now`: ms since the epoch by AWS's clock. `heldUntil`: when the evidence of a hold has lasted as long as it must. */
export function headline(run: Run, now: number, say: Say, heldUntil = 0): Headline {
  return run.intent ? writing(run, run.intent, say) : ofPhase(run, { now, heldUntil }, say)
}

function writing({ plan }: Run, { want, status, retryAt, trouble }: Intent, say: Say): Headline {
  const what = wantWords(want, plan, say)
  if (status === 'resolving')
    return { tone: 'moving', status: say(words.writing), sentence: say(words.resolving, { what }) }
  if (status !== 'waiting')
    return { tone: 'moving', status: say(words.writing), sentence: say(words.sending, { what }) }
  return {
    tone: 'warning',
    status: say(words.waiting),
    sentence: say(words.refused, { what, code: trouble?.code ?? '–' }),
    ...(retryAt !== undefined && { until: { at: retryAt, reason: say(words.again) } }),
  }
}

const tones: Record<Phase['at'], Tone> = {
  planned: 'waiting',
  found: 'waiting',
  ready: 'good',
  propagating: 'moving',
  modifying: 'moving',
  soaking: 'moving',
  gate: 'good',
  holding: 'moving',
  restoring: 'moving',
  restored: 'good',
  completing: 'good',
  closed: 'off',
  drift: 'warning',
  'lost-claim': 'warning',
  'journal-lost': 'bad',
  corrupt: 'bad',
  blocked: 'bad',
  'manual-only': 'warning',
}

function ofPhase(run: Run, { now, heldUntil }: { now: number; heldUntil: number }, say: Say): Headline {
  const { plan, phase } = run
  const state = 'state' in phase ? say(stateName(plan, phase.state)) : ''
  const says = (name: Exclude<keyof typeof words, `${string}Says`>, tone = tones[phase.at]): Headline => {
    const ruled = `${name}RuleSays`
    const sentence = (plan.params.rule && ruled in words ? ruled : `${name}Says`) as keyof typeof words
    return {
      tone,
      status: say(words[name]),
      sentence: say(words[sentence], { state, next: nextName(run, say) }),
    }
  }
  switch (phase.at) {
    case 'propagating':
      return phase.slow ? says('slow', 'warning') : says('propagating')
    case 'soaking': {
      const at = phase.since + waitOf(plan, phase.state)
      if (now >= at) return says('verifying')
      return { ...says('soaking'), until: { at, reason: say(waitReason(plan, phase.state)) } }
    }
    case 'holding': {
      const at = Math.max(phase.since + holdOf(plan, phase.state), heldUntil)
      return { ...says('holding'), until: { at, reason: say(words.holdEnds) } }
    }
    case 'restored':
    case 'completing':
      return { ...says(phase.at), until: { at: run.lastWriteAt + cleanupAfter, reason: say(words.fenced) } }
    default:
      return says(phase.at)
  }
}

/** Where the zone stands, also while something is in the way. */
function stateOf(run: Run): number | undefined {
  if ('state' in run.phase) return run.phase.state
  return run.phase.at === 'manual-only' ? reachedByHand(run) : currentState(run)
}

/** What the next step leads to. */
export function nextName(run: Run, say: Say): string {
  const { plan } = run
  const state = stateOf(run)
  if (state === undefined) return say(words.none)
  const next = state + 1
  return next < plan.states.length ? say(stateName(plan, next)) : say(words.hold)
}
