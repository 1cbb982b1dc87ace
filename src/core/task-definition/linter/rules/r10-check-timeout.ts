/** R10.check-timeout: a target group’s health check times out before the next one starts. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { aTargetGroup, behindBalancer } from '../target-example.ts'

export const checkTimeout = defineRule({
  id: 'R10.check-timeout',
  severity: 'warning',
  summary: {
    en: 'A target group’s health check times out before the next one starts.',
    ko: '대상 그룹의 상태 확인은 다음 확인이 시작되기 전에 시간이 초과됩니다.',
  },
  why: {
    en: 'With a timeout as long as the interval, checks overlap; ELB does not document that it takes this.',
    ko: '제한 시간이 간격만큼 길면 확인이 겹칩니다. ELB 문서에는 이를 받는다는 말이 없습니다.',
  },
  docs: docs.targetHealth,
  situations: {
    good: [behindBalancer({ targetGroups: [timed(5)] })],
    bad: [behindBalancer({ targetGroups: [timed(10)] })],
  },
  find: (_definition, context) =>
    targetGroupsOf(context).flatMap(({ group }) => {
      const { intervalSeconds: interval = 30, timeoutSeconds: timeout = 5 } = group.healthCheck
      if (timeout < interval) return []
      const text = {
        en: 'Target group {group} waits {timeout, number} s for an answer and checks every {interval, number} s.',
        ko: '대상 그룹 {group}은(는) 응답을 {timeout, number}초 기다리는데 {interval, number}초마다 확인합니다.',
      }
      return [{ path: [], text, values: { group: group.name, timeout, interval } }]
    }),
})

function timed(timeoutSeconds: number) {
  const healthCheck = { enabled: true, port: 'traffic-port', intervalSeconds: 10, timeoutSeconds }
  return aTargetGroup({ healthCheck })
}
