/** R10.attached: a target group belongs to a load balancer before a service uses it. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { aTargetGroup, behindBalancer } from '../target-example.ts'

export const attachedTargetGroup = defineRule({
  id: 'R10.attached',
  severity: 'error',
  summary: {
    en: 'A target group belongs to a load balancer before a service uses it.',
    ko: '서비스가 쓰기 전에 대상 그룹이 로드 밸런서에 연결되어 있습니다.',
  },
  why: {
    en: 'AWS refuses a service whose target group no listener and no rule uses: make the listener or rule first.',
    ko: '리스너나 규칙이 쓰지 않는 대상 그룹이 있으면 AWS가 서비스를 거부합니다. 리스너나 규칙을 먼저 만드세요.',
  },
  docs: docs.loadBalancing,
  awsText: 'The target group with targetGroupArn … does not have an associated load balancer.',
  situations: {
    good: [behindBalancer()],
    bad: [behindBalancer({ targetGroups: [aTargetGroup({ loadBalancerArns: [] })] })],
  },
  find: (_definition, context) =>
    targetGroupsOf(context)
      .filter(({ group }) => group.loadBalancerArns.length === 0)
      .map(({ group }) => ({
        path: [],
        text: {
          en: 'No listener and no rule uses target group {group}.',
          ko: '대상 그룹 {group}을(를) 쓰는 리스너나 규칙이 없습니다.',
        },
        values: { group: group.name },
      })),
})
