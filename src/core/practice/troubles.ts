/** Troubles that a person in a rehearsal can make with one click, in words. What they do to the simulated AWS is src/practice.ts's business. */
import type { Text } from '../../i18n/text.ts'

export type TroubleId =
  | 'fails-under-load'
  | 'targets-unhealthy'
  | 'throttled'
  | 'lost-answer'
  | 'colleague-edits'
  | 'keys-expire'
  | 'slow-changes'
  | 'zone-busy'
  | 'tab-closes'

export interface Trouble {
  id: TroubleId
  name: Text
  /** What happens, and what there is to see or to do. */
  what: Text
}

export const troubles: readonly Trouble[] = [
  {
    id: 'fails-under-load',
    name: { en: 'The new version fails under load', ko: '새 버전이 부하를 견디지 못함' },
    what: {
      en: 'Health checks pass, but most requests are answered with 503. The guards see it within minutes, once traffic has been moved.',
      ko: '상태 확인은 통과하지만 요청 대부분에 503으로 응답합니다. 트래픽을 옮긴 뒤 몇 분 안에 보호 장치가 감지합니다.',
    },
  },
  {
    id: 'targets-unhealthy',
    name: { en: 'The targets become unhealthy', ko: '대상이 비정상이 됨' },
    what: {
      en: 'The health check path answers 500: every target of the service fails, and ECS replaces its tasks again and again.',
      ko: '상태 확인 경로가 500으로 응답합니다. 서비스의 모든 대상이 실패하고 ECS가 태스크를 계속 교체합니다.',
    },
  },
  {
    id: 'throttled',
    name: { en: 'AWS throttles', ko: 'AWS 호출 제한' },
    what: {
      en: 'Half of all calls are refused for two minutes. Steps forward wait; rolling back does not.',
      ko: '2분 동안 모든 호출의 절반이 거부됩니다. 다음 단계는 기다리지만 롤백은 기다리지 않습니다.',
    },
  },
  {
    id: 'lost-answer',
    name: { en: 'An answer is lost', ko: '응답이 유실됨' },
    what: {
      en: 'The next change of records takes effect, but the connection breaks before the answer arrives. Take a step: what became of it is found by reading.',
      ko: '다음 레코드 변경은 적용되지만 응답이 도착하기 전에 연결이 끊어집니다. 한 단계 진행해 보세요. 결과는 다시 읽어서 확인합니다.',
    },
  },
  {
    id: 'colleague-edits',
    name: { en: 'A colleague edits the record', ko: '동료가 레코드를 수정함' },
    what: {
      en: 'Somebody changes the hostname’s record set in the AWS console. The next comparison shows it as drift.',
      ko: '누군가 AWS 콘솔에서 호스트 이름의 레코드 세트를 바꿉니다. 다음 비교에서 드리프트로 표시됩니다.',
    },
  },
  {
    id: 'keys-expire',
    name: { en: 'The credentials expire', ko: '자격 증명이 만료됨' },
    what: {
      en: 'AWS refuses the keys until you sign in again in the dialog that opens.',
      ko: '열리는 대화 상자에서 다시 로그인할 때까지 AWS가 키를 거부합니다.',
    },
  },
  {
    id: 'slow-changes',
    name: { en: 'Changes take long to become INSYNC', ko: '변경이 INSYNC가 되는 데 오래 걸림' },
    what: {
      en: 'From now on the name servers take ten minutes for a change instead of one. No wait may begin before INSYNC.',
      ko: '지금부터 이름 서버가 변경을 반영하는 데 1분이 아니라 10분이 걸립니다. INSYNC 전에는 대기가 시작되지 않습니다.',
    },
  },
  {
    id: 'zone-busy',
    name: { en: 'The zone is busy', ko: '호스팅 영역이 사용 중' },
    what: {
      en: 'Somebody else’s request is being processed: for two minutes changes are refused with PriorRequestNotComplete.',
      ko: '다른 요청을 처리하고 있어 2분 동안 변경이 PriorRequestNotComplete로 거부됩니다.',
    },
  },
  {
    id: 'tab-closes',
    name: { en: 'The tab closes', ko: '탭이 닫힘' },
    what: {
      en: 'This page is loaded anew without a warning, as after a crash. The simulated account stays as it is: open the list of cutovers and resume yours from its journal.',
      ko: '충돌이 난 것처럼 경고 없이 페이지를 다시 불러옵니다. 시뮬레이션된 계정은 그대로 유지됩니다. 전환 목록을 열어 저널에서 이어서 진행하세요.',
    },
  },
]
