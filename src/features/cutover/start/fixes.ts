/** How to fix what a check found, where the check itself does not say: a page of this console, and the command that does it. */
import { frontDoor, secureDoor } from '../../../core/cutover/preflight/front-door.ts'
import type { Readings } from '../../../core/cutover/preflight/facts.ts'
import { ruleToMove } from '../../../core/cutover/preflight/shared-rule.ts'
import { shellWord } from '../../../core/cutover/print-commands.ts'
import { shownName } from '../../../core/dns/name.ts'
import { targetGroupName } from '../../../core/elb/arn-name.ts'
import { factOf } from '../../../data/cutover/preflight.ts'
import type { Message, Text } from '../../../i18n/text.ts'
import {
  cutoversHref,
  loadBalancerHref,
  serviceHref,
  targetGroupHref,
} from '../../../widgets/resource-link/href.ts'

export interface CheckFix {
  message: Message
  /** A page of this console. */
  href?: string | undefined
  command?: string | undefined
}

const words = {
  zone: {
    en: 'Sign in to the account that owns the zone, or create one and have the registrar point to it.',
    ko: '영역을 소유한 계정으로 로그인하거나, 영역을 만들고 등록 대행자가 가리키도록 하세요.',
  },
  open: {
    en: 'Look at the open cutovers: take this one over, or finish it.',
    ko: '진행 중인 전환을 확인하여 이어받거나 마무리하세요.',
  },
  balancer: { en: 'Look at the load balancer and its listeners.', ko: '로드 밸런서와 리스너를 확인하세요.' },
  certificate: {
    en: 'Request a certificate for the hostname, prove the domain, and add it to the listener.',
    ko: '호스트 이름의 인증서를 요청하고 도메인을 검증한 뒤 리스너에 추가하세요.',
  },
  rule: {
    en: 'Add a rule for the hostname that forwards to the target group, before the one that takes it now.',
    ko: '현재 요청을 받는 규칙보다 앞에, 대상 그룹으로 전달하는 호스트 이름 규칙을 추가하세요.',
  },
  weights: {
    en: 'The hostname is on this load balancer already: choose “Weights within one load balancer” in the next step.',
    ko: '호스트 이름이 이미 이 로드 밸런서에 있습니다. 다음 단계에서 “한 로드 밸런서 내 가중치”를 선택하세요.',
  },
  security: { en: 'Open the port in the security group.', ko: '보안 그룹에서 포트를 여세요.' },
  deletion: { en: 'Turn deletion protection on.', ko: '삭제 방지를 활성화하세요.' },
  targets: {
    en: 'Look at the targets and why they are not healthy.',
    ko: '대상과 비정상인 이유를 확인하세요.',
  },
  service: {
    en: 'Look at the service, its tasks and deployments.',
    ko: '서비스와 태스크, 배포를 확인하세요.',
  },
  probe: {
    en: 'Use the access test at the end of this page: probe it, or run the command and attest.',
    ko: '이 페이지 끝의 접속 테스트에서 확인하거나, 명령을 실행한 뒤 결과를 기록하세요.',
  },
  options: { en: 'The next step has an option for it.', ko: '다음 단계의 옵션에서 바꿀 수 있습니다.' },
  session: {
    en: 'Sign in again, or take the role again in the header.',
    ko: '다시 로그인하거나 머리글에서 역할을 다시 사용하세요.',
  },
} satisfies Record<string, Text>

type Fixer = (readings: Readings, region: string) => CheckFix | undefined

const toBalancer = (readings: Readings, region: string): CheckFix => ({
  message: { text: words.balancer },
  href: loadBalancerHref(region, factOf(readings, 'subject')?.loadBalancer ?? ''),
})
const toTargets: Fixer = (readings, region) => ({
  message: { text: words.targets },
  href: targetGroupHref(region, targetGroupName(factOf(readings, 'subject')?.targetGroupArn ?? '')),
})
const toService: Fixer = (readings, region) => {
  const { cluster = '', service = '' } = factOf(readings, 'subject') ?? {}
  return { message: { text: words.service }, href: serviceHref(region, cluster, service) }
}
const saying =
  (text: Text): Fixer =>
  () => ({ message: { text } })

const fixers: Readonly<Record<string, Fixer>> = {
  'P-02': saying(words.zone),
  'P-11': saying(words.options),
  'P-13': (_, region) => ({ message: { text: words.open }, href: cutoversHref(region) }),
  'P-15': (readings) => (ruleToMove(readings) ? { message: { text: words.weights } } : undefined),
  'P-17': saying(words.options),
  'P-20': toBalancer,
  'P-21': toBalancer,
  'P-22': toBalancer,
  'P-23': toBalancer,
  'P-24': toBalancer,
  'P-25': certificateFix,
  'P-26': ruleFix,
  'P-27': toBalancer,
  'P-28': (readings, region) => {
    const [group] = factOf(readings, 'loadBalancer')?.securityGroups ?? []
    const command = `aws ec2 authorize-security-group-ingress --region ${region} --group-id ${shellWord(group ?? '')} --protocol tcp --port 443 --cidr 0.0.0.0/0`
    return { message: { text: words.security }, command: group && command }
  },
  'P-30': toTargets,
  'P-31': saying(words.options),
  'P-32': toService,
  'P-33': toService,
  'P-34': toService,
  'P-35': saying(words.probe),
  'P-39': saying(words.session),
  'P-43': (readings, region) => {
    const arn = factOf(readings, 'loadBalancer')?.arn ?? ''
    return {
      message: { text: words.deletion },
      command: `aws elbv2 modify-load-balancer-attributes --region ${region} --load-balancer-arn ${arn} --attributes Key=deletion_protection.enabled,Value=true`,
    }
  },
}

/** Undefined where there is nothing to say beyond what the check said. */
export function fixOf(id: string, readings: Readings, region: string): CheckFix | undefined {
  return fixers[id]?.(readings, region)
}

function certificateFix(readings: Readings, region: string): CheckFix {
  const name = hostOf(readings)
  const listener = secureDoor(factOf(readings, 'listeners') ?? [])?.listener.arn ?? 'LISTENER_ARN'
  return {
    ...toBalancer(readings, region),
    message: { text: words.certificate },
    command: [
      `aws acm request-certificate --region ${region} --validation-method DNS --domain-name ${shellWord(name)}`,
      `aws elbv2 add-listener-certificates --region ${region} --listener-arn ${listener} --certificates CertificateArn=CERTIFICATE_ARN`,
    ].join('\n'),
  }
}

function ruleFix(readings: Readings, region: string): CheckFix {
  // A new rule would move all requests at once, and unwatched.
  if (ruleToMove(readings)) return { message: { text: words.weights } }
  const door = frontDoor(factOf(readings, 'listeners') ?? [])
  const group = factOf(readings, 'subject')?.targetGroupArn ?? ''
  const host = shellWord(`Field=host-header,Values=${hostOf(readings)}`)
  return {
    ...toBalancer(readings, region),
    message: { text: words.rule },
    command: `aws elbv2 create-rule --region ${region} --listener-arn ${door?.listener.arn ?? 'LISTENER_ARN'} --priority 1 --conditions ${host} --actions Type=forward,TargetGroupArn=${group}`,
  }
}

function hostOf(readings: Readings): string {
  return shownName(factOf(readings, 'subject')?.hostname ?? '')
}
