/** Words of the wizard's frame. */
import type { Text } from '../../../i18n/text.ts'

export const wizardWords = {
  start: { en: 'What moves where', ko: '옮길 대상' },
  'start-about': {
    en: 'Choose the hostname and the service that takes it over. Nothing is changed until the last step.',
    ko: '호스트 이름과 이를 이어받을 서비스를 선택합니다. 마지막 단계까지 아무것도 변경되지 않습니다.',
  },
  preflight: { en: 'Preflight', ko: '사전 점검' },
  'preflight-about': {
    en: 'Everything that must be true before traffic moves, read from AWS now.',
    ko: '트래픽을 옮기기 전에 충족해야 할 조건을 지금 AWS에서 읽어 확인합니다.',
  },
  plan: { en: 'Plan', ko: '계획' },
  'plan-about': {
    en: 'How it moves: each step, how long it waits and why, and the way back from it.',
    ko: '이전 방법: 각 단계와 대기 시간 및 이유, 그리고 되돌리는 방법입니다.',
  },
  confirm: { en: 'Confirm and start', ko: '확인 및 시작' },
  'confirm-about': {
    en: 'Keep the rollback file, say what this tab may do by itself, and start. The first write touches no live record.',
    ko: '롤백 파일을 보관하고 이 탭이 스스로 할 수 있는 일을 정한 뒤 시작합니다. 첫 쓰기는 운영 중인 레코드를 건드리지 않습니다.',
  },
  step: { en: 'Step {number}', ko: '{number}단계' },
  steps: { en: 'Step {number} of {count}', ko: '{count}단계 중 {number}단계' },
  navigation: { en: 'Steps', ko: '단계' },
  error: { en: 'Error', ko: '오류' },
  cancel: { en: 'Cancel', ko: '취소' },
  previous: { en: 'Previous', ko: '이전' },
  next: { en: 'Next', ko: '다음' },
  optional: { en: 'optional', ko: '선택 사항' },
  needsHostname: { en: 'Give the hostname first.', ko: '먼저 호스트 이름을 입력하세요.' },
  needsZone: { en: 'Choose the hosted zone first.', ko: '먼저 호스팅 영역을 선택하세요.' },
  needsCluster: { en: 'Choose the cluster first.', ko: '먼저 클러스터를 선택하세요.' },
  needsService: { en: 'Choose the service first.', ko: '먼저 서비스를 선택하세요.' },
  needsBalancer: { en: 'Choose the load balancer first.', ko: '먼저 로드 밸런서를 선택하세요.' },
  needsGroup: { en: 'Choose the target group first.', ko: '먼저 대상 그룹을 선택하세요.' },
  reading: { en: 'The target group is still being read.', ko: '대상 그룹을 아직 읽는 중입니다.' },
  checking: { en: 'Checks are still being made.', ko: '아직 점검 중입니다.' },
  blocked: {
    en: 'These checks stand in the way: {checks}. Fix what they say and run them again.',
    ko: '다음 점검이 진행을 막고 있습니다: {checks}. 안내에 따라 해결한 뒤 다시 점검하세요.',
  },
  unread: {
    en: '{count, plural, one {# warning is} other {# warnings are}} not acknowledged yet.',
    ko: '아직 확인하지 않은 경고가 {count}개 있습니다.',
  },
  noPlan: {
    en: 'There is no plan yet: choose another strategy, or change what stands in its way.',
    ko: '아직 계획이 없습니다. 다른 전략을 선택하거나 막고 있는 원인을 바꾸세요.',
  },
} satisfies Record<string, Text>
