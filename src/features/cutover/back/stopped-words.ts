/** Why a cutover does not go on by itself, and what can be done about it. */
import type { Text } from '../../../i18n/text.ts'
import type { Exceptional } from './exceptional.ts'

export type Stopped = Extract<
  Exceptional,
  | 'plan-changed'
  | 'unknown-field'
  | 'tries'
  | 'stranded'
  | 'rule'
  | 'protection'
  | 'guards'
  | 'abort'
  | 'changed'
>

export const stoppedWords: Record<Stopped, { title: Text; known: Text; safe: Text; next: Text }> = {
  'plan-changed': {
    title: { en: 'This release plans it differently', ko: '이 릴리스의 계획이 다릅니다' },
    known: {
      en: 'The cutover was started by another release of this console, whose steps differ from those that this one would take.',
      ko: '이 콘솔의 다른 릴리스에서 시작한 전환이며, 단계가 이 릴리스의 계획과 다릅니다.',
    },
    safe: {
      en: 'The original records are known and unchanged: going back does not depend on the plan.',
      ko: '원본 레코드는 그대로 남아 있습니다. 되돌리기는 계획과 무관하게 작동합니다.',
    },
    next: {
      en: 'Roll back exactly and start anew with this release, or go on with the release that started it.',
      ko: '원본 그대로 롤백한 뒤 이 릴리스로 다시 시작하거나, 시작한 릴리스에서 계속하세요.',
    },
  },
  'unknown-field': {
    title: {
      en: 'A record has a field that this console does not know',
      ko: '레코드에 이 콘솔이 모르는 필드가 있습니다',
    },
    known: {
      en: 'Route 53 returned a part of a live record that this release cannot write back.',
      ko: 'Route 53이 이 릴리스가 다시 쓸 수 없는 필드를 반환했습니다.',
    },
    safe: {
      en: 'No step is taken with it. Going back restores the original records; whatever has the new field now is removed.',
      ko: '이 상태로는 다음 단계로 가지 않습니다. 되돌리면 원본 레코드가 복원되고 새 필드가 있는 레코드는 삭제됩니다.',
    },
    next: {
      en: 'Reload the page for the newest release, or take the field away in the AWS console; or roll back exactly.',
      ko: '페이지를 새로 고쳐 최신 릴리스를 쓰거나 AWS 콘솔에서 그 필드를 제거하세요. 또는 원본 그대로 롤백하세요.',
    },
  },
  tries: {
    title: { en: 'Five attempts were not taken', ko: '다섯 번 시도했지만 적용되지 않았습니다' },
    known: {
      en: 'Each attempt was read back: none of them was done. The log says what AWS answered.',
      ko: '시도마다 결과를 읽었으며 적용된 것이 없습니다. AWS의 응답은 로그에 있습니다.',
    },
    safe: {
      en: 'The zone is in the same state as before. An attempt that still arrives is refused.',
      ko: '영역은 이전 상태 그대로입니다. 뒤늦게 도착하는 시도는 거부됩니다.',
    },
    next: {
      en: 'Look at AWS’s health page. Then resume to try again, or roll back exactly.',
      ko: 'AWS 상태 페이지를 확인하세요. 그런 다음 재개하여 다시 시도하거나 원본 그대로 롤백하세요.',
    },
  },
  stranded: {
    title: { en: 'AWS fell back to an older state', ko: 'AWS가 이전 상태로 돌아갔습니다' },
    known: {
      en: 'A change that AWS had taken is gone again: in a failover of Route 53’s control plane, changes that were not replicated are lost.',
      ko: 'AWS가 받은 변경이 사라졌습니다. Route 53 제어 영역이 장애 조치되면 복제되지 않은 변경을 잃을 수 있습니다.',
    },
    safe: {
      en: 'The zone describes itself: the state shown is the one that is in force.',
      ko: '영역이 스스로 상태를 나타냅니다. 표시된 상태가 현재 적용된 상태입니다.',
    },
    next: {
      en: 'Resume to take the step again, or roll back exactly from here.',
      ko: '재개하여 단계를 다시 실행하거나 여기서 원본 그대로 롤백하세요.',
    },
  },
  rule: {
    title: { en: 'The listener rule could not be set', ko: '리스너 규칙을 설정하지 못했습니다' },
    known: {
      en: 'The claim went on, but the rule was not set in five attempts. The log says what AWS answered.',
      ko: '클레임은 진행되었지만 다섯 번 시도해도 규칙이 설정되지 않았습니다. AWS의 응답은 로그에 있습니다.',
    },
    safe: {
      en: 'Requests go where the rule sent them before. Setting it again changes nothing that is right already.',
      ko: '요청은 이전 규칙대로 전달됩니다. 다시 설정해도 이미 맞는 것은 바뀌지 않습니다.',
    },
    next: {
      en: 'See to the cause, often a missing permission to modify rules, and resume.',
      ko: '원인(대개 규칙 수정 권한 누락)을 해결하고 재개하세요.',
    },
  },
  protection: {
    title: { en: 'The protections could not be changed', ko: '보호 설정을 바꾸지 못했습니다' },
    known: {
      en: 'Protections of records are lifted for a cutover and set again at its end; five attempts at that were not taken.',
      ko: '레코드 보호는 전환을 위해 해제하고 끝나면 다시 설정합니다. 다섯 번 시도했지만 적용되지 않았습니다.',
    },
    safe: {
      en: 'The records themselves are as shown. The journal stays, because it says what was protected.',
      ko: '레코드는 표시된 그대로입니다. 보호 대상이 저널에 적혀 있으므로 저널은 남겨 둡니다.',
    },
    next: {
      en: 'See to the cause, often a missing permission for record set protections, and resume.',
      ko: '원인(대개 레코드 세트 보호 권한 누락)을 해결하고 재개하세요.',
    },
  },
  guards: {
    title: { en: 'A guard stopped it', ko: '보호 장치가 중지했습니다' },
    known: { en: 'What was seen:', ko: '관찰 내용:' },
    safe: {
      en: 'No step forward is taken. Traffic stays where it is until you decide, or until the automatic abort where that is on.',
      ko: '다음 단계로 가지 않습니다. 결정하거나 자동 중단이 켜져 있어 실행되기 전까지 트래픽은 그대로입니다.',
    },
    next: {
      en: 'If the new side is at fault, step back or roll back exactly. If it was a passing trouble: guards must be clean twice in a row, then resume.',
      ko: '새 대상의 문제라면 단계를 되돌리거나 원본 그대로 롤백하세요. 일시적인 문제였다면 보호 장치가 두 번 연속 정상이 된 뒤 재개하세요.',
    },
  },
  abort: {
    title: { en: 'Traffic was taken back automatically', ko: '트래픽을 자동으로 되돌렸습니다' },
    known: {
      en: 'A guard tripped, and all answers lead to the legacy again. What was seen:',
      ko: '보호 장치가 작동하여 모든 응답이 다시 레거시로 연결됩니다. 관찰 내용:',
    },
    safe: {
      en: 'TTLs are still low: a false alarm has cost minutes. The original records are untouched and can be put back exactly.',
      ko: 'TTL이 여전히 낮으므로 오경보였더라도 몇 분 손실에 그칩니다. 원본 레코드는 그대로 복원할 수 있습니다.',
    },
    next: {
      en: 'Find the cause in the new side’s logs. Then resume and step forward again, or roll back exactly.',
      ko: '새 대상의 로그에서 원인을 찾으세요. 그런 다음 재개하여 다시 진행하거나 원본 그대로 롤백하세요.',
    },
  },
  changed: {
    title: { en: 'The records changed before the start', ko: '시작하기 전에 레코드가 바뀌었습니다' },
    known: {
      en: 'The records at the hostname are no longer those that the plan was made from.',
      ko: '호스트 이름의 레코드가 계획을 세울 때와 다릅니다.',
    },
    safe: { en: 'Nothing was started, and nothing was written.', ko: '시작하지 않았고 쓴 것도 없습니다.' },
    next: {
      en: 'Make the plan again: it takes the records as they are now for the original.',
      ko: '계획을 다시 세우세요. 현재 레코드를 원본으로 삼습니다.',
    },
  },
}
