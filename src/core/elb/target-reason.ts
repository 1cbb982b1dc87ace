/** What a target's state and reason code say, and what to check. */
import type { Message, Text } from '../../i18n/text.ts'
import { withDefaults } from './health-check.ts'
import type { Target, TargetGroup } from './target-group.ts'

/** good: gets traffic; moving: will soon; leaving: drains; bad: gets no traffic and should; off: not in use. */
export type TargetTone = 'good' | 'moving' | 'leaving' | 'bad' | 'off'

export interface TargetExplanation {
  means: Message
  /** What to check; undefined when nothing needs doing. */
  advice?: Message
}

const tones: Record<string, TargetTone> = {
  healthy: 'good',
  initial: 'moving',
  draining: 'leaving',
  unhealthy: 'bad',
  'unhealthy.draining': 'leaving',
  unused: 'off',
  unavailable: 'off',
}

/** How a target's state should be looked at. */
export function targetTone(state: string): TargetTone {
  return tones[state] ?? 'off'
}

interface Explained {
  means: Text
  advice?: Text
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html */
const reasons: Record<string, Explained> = {
  'Elb.RegistrationInProgress': {
    means: {
      en: 'The target is being registered with the load balancer.',
      ko: '대상을 로드 밸런서에 등록하고 있습니다.',
    },
  },
  'Elb.InitialHealthChecking': {
    means: {
      en: 'The load balancer still sends the first health checks: it takes {healthy} successes in a row, one each {interval} s.',
      ko: '로드 밸런서가 첫 상태 확인을 보내고 있습니다. {interval}초마다 한 번씩 {healthy}번 연속 성공해야 합니다.',
    },
  },
  'Target.ResponseCodeMismatch': {
    means: {
      en: 'The health check of {path} was answered with HTTP {codes}; the target group accepts {matcher}.',
      ko: '{path} 상태 확인에 HTTP {codes}(으)로 응답했습니다. 대상 그룹은 {matcher}만 허용합니다.',
    },
    advice: {
      en: 'Let the application answer {path} with {matcher} without sign-in or redirect, or change the path or the success codes.',
      ko: '애플리케이션이 로그인이나 리디렉션 없이 {path}에 {matcher}(으)로 응답하게 하거나, 경로 또는 성공 코드를 바꾸세요.',
    },
  },
  'Target.Timeout': {
    means: {
      en: 'The health check got no answer within {timeout} s.',
      ko: '상태 확인에 {timeout}초 안에 응답이 없었습니다.',
    },
    advice: {
      en: 'Check that the security group of the target admits the load balancer on the health check port, that the process listens there, and that it is not overloaded.',
      ko: '대상의 보안 그룹이 상태 확인 포트에서 로드 밸런서를 허용하는지, 프로세스가 그 포트에서 수신하는지, 과부하가 아닌지 확인하세요.',
    },
  },
  'Target.FailedHealthChecks': {
    means: {
      en: 'The connection failed or was closed: nothing listens on the port, or the answer was not HTTP.',
      ko: '연결이 실패했거나 끊겼습니다. 포트에서 수신하는 것이 없거나 응답이 HTTP가 아닙니다.',
    },
    advice: {
      en: 'See whether the container runs and listens on the registered port, and whether protocol and port of the health check are right.',
      ko: '컨테이너가 실행 중이고 등록된 포트에서 수신하는지, 상태 확인의 프로토콜과 포트가 맞는지 확인하세요.',
    },
  },
  'Target.NotRegistered': {
    means: {
      en: 'The target is not registered with this target group.',
      ko: '대상이 이 대상 그룹에 등록되어 있지 않습니다.',
    },
  },
  'Target.NotInUse': {
    means: {
      en: 'The target gets no traffic: no listener rule uses this target group, or the Availability Zone is not enabled for the load balancer.',
      ko: '대상에 트래픽이 가지 않습니다. 이 대상 그룹을 쓰는 리스너 규칙이 없거나, 로드 밸런서에 해당 가용 영역이 활성화되어 있지 않습니다.',
    },
    advice: {
      en: 'Add a listener rule that forwards to this target group, or enable the zone of the target in the load balancer.',
      ko: '이 대상 그룹으로 전달하는 리스너 규칙을 추가하거나 로드 밸런서에서 대상의 가용 영역을 활성화하세요.',
    },
  },
  'Target.DeregistrationInProgress': {
    means: {
      en: 'The target is being deregistered: open connections may end until the deregistration delay is over.',
      ko: '대상 등록을 취소하고 있습니다. 등록 취소 지연 시간이 끝날 때까지 열린 연결이 마무리됩니다.',
    },
  },
  'Target.InvalidState': {
    means: {
      en: 'The EC2 instance of the target is stopped or terminated.',
      ko: '대상의 EC2 인스턴스가 중지되었거나 종료되었습니다.',
    },
    advice: {
      en: 'Start the instance, or let the service replace its tasks.',
      ko: '인스턴스를 시작하거나 서비스가 태스크를 교체하게 하세요.',
    },
  },
  'Target.IpUnusable': {
    means: {
      en: 'The IP address cannot be used as a target: a load balancer uses it.',
      ko: '로드 밸런서가 사용 중인 IP 주소라서 대상으로 쓸 수 없습니다.',
    },
  },
  'Target.HealthCheckDisabled': {
    means: {
      en: 'Health checks are switched off for this target group.',
      ko: '이 대상 그룹은 상태 확인이 꺼져 있습니다.',
    },
  },
  'Elb.InternalError': {
    means: {
      en: 'The health checks fail because of an internal error of the load balancer.',
      ko: '로드 밸런서 내부 오류로 상태 확인이 실패하고 있습니다.',
    },
    advice: {
      en: 'Usually temporary. If it stays, open a case with AWS Support.',
      ko: '대개 일시적입니다. 계속되면 AWS Support에 문의하세요.',
    },
  },
}

const unknownReason: Text = {
  en: 'AWS gave the reason {reason}.',
  ko: 'AWS가 사유 {reason}을(를) 알렸습니다.',
}

/** The HTTP codes named in `Health checks failed with these codes: [404, 502]`. */
export function codesInDescription(description: string | undefined): string[] {
  const list = description && /\[([\d,\s]+)\]/.exec(description)?.[1]
  return list
    ? list
        .split(',')
        .map((code) => code.trim())
        .filter(Boolean)
    : []
}

/** Why a target is in its state, with the code it answered against what the group accepts; undefined for a healthy one. */
export function explainTarget(
  target: Pick<Target, 'reason' | 'description'>,
  group: Pick<TargetGroup, 'healthCheck'>,
): TargetExplanation | undefined {
  if (!target.reason) return undefined
  const values = {
    ...withDefaults(group.healthCheck),
    reason: target.reason,
    codes: codesInDescription(target.description).join(', ') || '?',
  }
  const known = reasons[target.reason]
  return {
    means: { text: known?.means ?? unknownReason, values },
    advice: known?.advice && { text: known.advice, values },
  }
}
