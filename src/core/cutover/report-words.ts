/** The words of a report. */
import type { Text } from '../../i18n/text.ts'
import type { CheckLine, ReportFacts, ReportOutcome } from './report.ts'

export const reportWords = {
  title: { en: 'Cutover of {name}', ko: '{name} 전환' },
  rehearsal: {
    en: 'This was a rehearsal in a copy: no live record was touched.',
    ko: '복사본에서 진행한 리허설입니다. 실제 레코드는 변경하지 않았습니다.',
  },
  practice: {
    en: 'This was practice in a simulated account: no live record was touched.',
    ko: '모의 계정에서 진행한 연습입니다. 실제 레코드는 변경하지 않았습니다.',
  },
  original: {
    en: 'The live records are the original ones, verbatim: everything is restored.',
    ko: '현재 레코드가 원래 레코드와 완전히 같습니다. 모두 복원되었습니다.',
  },
  changed: {
    en: 'The live records are not the original ones.',
    ko: '현재 레코드는 원래 레코드와 다릅니다.',
  },
  unread: {
    en: 'The live records were not read at the end.',
    ko: '마지막에 현재 레코드를 읽지 않았습니다.',
  },
  zone: { en: 'Hosted zone', ko: '호스팅 영역' },
  cutover: { en: 'Cutover', ko: '전환' },
  began: { en: 'Began', ko: '시작' },
  ended: { en: 'Ended', ko: '종료' },
  service: { en: 'Service', ko: '서비스' },
  loadBalancer: { en: 'Load balancer', ko: '로드 밸런서' },
  plan: { en: 'Plan', ko: '계획' },
  state: { en: 'State', ko: '상태' },
  share: { en: 'Share', ko: '비율' },
  wait: { en: 'Waits at least', ko: '최소 대기' },
  minutes: { en: '{n, number} min', ko: '{n, number}분' },
  times: { en: 'Times', ko: '시각' },
  reached: { en: 'Written', ko: '기록 시각' },
  inSync: { en: 'On all name servers', ko: '모든 이름 서버에 적용' },
  writes: { en: 'Writes', ko: '변경 요청' },
  when: { en: 'When', ko: '시각' },
  what: { en: 'What', ko: '내용' },
  changeId: { en: 'Change ID', ko: '변경 ID' },
  requestId: { en: 'Request ID', ko: '요청 ID' },
  before: { en: 'Records before', ko: '이전 레코드' },
  after: { en: 'Records after', ko: '이후 레코드' },
  actionsBefore: { en: 'Rule actions before', ko: '이전 규칙 작업' },
  actionsAfter: { en: 'Rule actions after', ko: '이후 규칙 작업' },
  preflight: { en: 'Checks before the start', ko: '시작 전 점검' },
  access: { en: 'Access test of the new side', ko: '새 대상 접속 시험' },
  verifications: { en: 'Verification of the last step', ko: '마지막 단계 검증' },
  guards: { en: 'Guards', ko: '보호 장치' },
  attested: { en: 'Said and accepted by people', ko: '담당자가 확인하거나 수락한 내용' },
  metrics: { en: 'Metrics', ko: '지표' },
  log: { en: 'Log', ko: '로그' },
  none: { en: 'Nothing is noted.', ko: '기록이 없습니다.' },
} satisfies Record<string, Text>

/** What a report of no real account says first. */
export function simulatedWords({
  isRehearsal,
  isSimulated,
}: Pick<ReportFacts, 'isRehearsal' | 'isSimulated'>): Text | undefined {
  if (isRehearsal) return reportWords.rehearsal
  return isSimulated ? reportWords.practice : undefined
}

export const outcomeWords: Record<ReportOutcome, Text> = {
  open: { en: 'It is not over yet.', ko: '아직 끝나지 않았습니다.' },
  restored: { en: 'It was rolled back.', ko: '롤백되었습니다.' },
  completed: { en: 'It is complete.', ko: '완료되었습니다.' },
  stopped: {
    en: 'It was stopped on the way: what stood there then was kept.',
    ko: '도중에 끝냈습니다. 그때의 상태를 그대로 두었습니다.',
  },
  elsewhere: {
    en: 'It was ended elsewhere: its journal was removed by somebody else.',
    ko: '다른 곳에서 종료되었습니다. 다른 사람이 저널을 제거했습니다.',
  },
  'nothing-changed': {
    en: 'It was given up before any live record was changed.',
    ko: '실제 레코드를 변경하기 전에 취소되었습니다.',
  },
}

export const resultWords: Record<CheckLine['result'], Text> = {
  pass: { en: 'passed', ko: '통과' },
  info: { en: 'for information', ko: '참고' },
  warn: { en: 'warning', ko: '경고' },
  fail: { en: 'failed', ko: '실패' },
  unknown: { en: 'could not be checked', ko: '확인할 수 없음' },
  waiting: { en: 'not seen yet', ko: '아직 확인되지 않음' },
  ok: { en: 'ok', ko: '정상' },
  tripped: { en: 'tripped', ko: '작동함' },
  inconclusive: { en: 'inconclusive', ko: '판단 불가' },
}
