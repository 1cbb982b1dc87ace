/** P-16: nobody else switches the listener rule whose weights shall move, and clients follow the weights. */
import type { Text } from '../../../i18n/text.ts'
import type { RuleOwners, Subject } from './facts.ts'
import { defineCheck, fail, info, pass, type Verdict, warn } from './verdict.ts'

const words = {
  good: { en: 'Nothing else switches the listener rule.', ko: '리스너 규칙을 전환하는 다른 것이 없습니다.' },
  ecs: {
    en: 'ECS itself switches this rule when it deploys a service.',
    ko: 'ECS가 서비스를 배포할 때 이 규칙을 직접 전환합니다.',
  },
  codeDeploy: {
    en: 'The deployment group {group} of CodeDeploy switches this listener.',
    ko: 'CodeDeploy 배포 그룹 {group}이(가) 이 리스너를 전환합니다.',
  },
  kubernetes: {
    en: 'A Kubernetes controller owns this load balancer and would revert the rule.',
    ko: 'Kubernetes 컨트롤러가 이 로드 밸런서를 소유하며 규칙을 되돌립니다.',
  },
  unread: {
    en: 'Whether CodeDeploy uses the listener could not be checked.',
    ko: 'CodeDeploy가 이 리스너를 사용하는지 확인할 수 없습니다.',
  },
  many: {
    en: 'The cluster has too many services to look at all of them: whether ECS switches the rule is not known.',
    ko: '클러스터의 서비스가 너무 많아 모두 확인하지 못했습니다. ECS가 규칙을 전환하는지 알 수 없습니다.',
  },
  sticky: {
    en: 'Stickiness is on: clients stay with their target group for up to {seconds} s, whatever the weights. Keep the legacy targets registered that long after 100 %.',
    ko: '고정성이 켜져 있어 클라이언트가 가중치와 관계없이 최대 {seconds}초 동안 대상 그룹에 머뭅니다. 100% 이후에도 그동안 레거시 대상을 등록된 상태로 두세요.',
  },
} satisfies Record<string, Text>

/** Set by the AWS Load Balancer Controller and older ingress controllers. */
const controllerTag = /^(elbv2|ingress|service)\.k8s\.aws\/|^kubernetes\.io\/(cluster|ingress)/

export const ruleOwnerCheck = defineCheck({
  id: 'P-16',
  group: 'load-balancer',
  live: false,
  only: 'rule',
  title: { en: 'Owner of the rule', ko: '규칙의 소유자' },
  needs: ['subject', 'ruleOwners'],
  check({ subject, ruleOwners }) {
    const verdicts = [...owners(subject, ruleOwners), ...doubts(ruleOwners), ...stickiness(subject)]
    return verdicts.some(({ level }) => level !== 'info') ? verdicts : [...verdicts, pass(words.good)]
  },
})

function owners({ choices }: Subject, { ecsRuleArns, codeDeploy, loadBalancerTags }: RuleOwners): Verdict[] {
  const arn = choices.rule?.arn ?? ''
  const groups = 'value' in codeDeploy ? codeDeploy.value : []
  const tags = Object.keys(loadBalancerTags).filter((key) => controllerTag.test(key))
  return [
    ...(ecsRuleArns.includes(arn) ? [fail(words.ecs, {}, { evidence: [arn] })] : []),
    ...groups
      .filter(({ listenerArns }) => listenerArns.some((listener) => isOfListener(arn, listener)))
      .map(({ name }) => fail(words.codeDeploy, { group: name })),
    ...(tags.length > 0 ? [fail(words.kubernetes, {}, { evidence: tags })] : []),
  ]
}

function doubts({ codeDeploy, allServices }: RuleOwners): Verdict[] {
  return [
    ...('problem' in codeDeploy ? [{ ...info(words.unread), problem: codeDeploy.problem }] : []),
    ...(allServices ? [] : [info(words.many)]),
  ]
}

interface Sticky {
  TargetGroupStickinessConfig?: { Enabled?: boolean; DurationSeconds?: number }
}

function stickiness({ choices }: Subject): Verdict[] {
  return (choices.rule?.actions ?? []).flatMap((action) => {
    const { TargetGroupStickinessConfig: sticky } = (action['ForwardConfig'] ?? {}) as Sticky
    const seconds = sticky?.DurationSeconds ?? 0
    return sticky?.Enabled === true ? [warn(`sticky ${seconds}`, words.sticky, { seconds })] : []
  })
}

/** A rule's ARN is its listener's with another type and one more part. */
function isOfListener(arn: string, listenerArn: string): boolean {
  return arn === listenerArn || arn.startsWith(`${listenerArn.replace(':listener/', ':listener-rule/')}/`)
}
