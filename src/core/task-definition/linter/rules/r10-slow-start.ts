/** R10.startup: a container starts sooner than its target is given up. */
import { targetGroupsOf } from '../context.ts'
import { docs } from '../docs.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { behindBalancer } from '../target-example.ts'
import { check } from './health-examples.ts'

export const slowStart = defineRule({
  id: 'R10.startup',
  severity: 'warning',
  summary: {
    en: 'A container starts sooner than its target is given up.',
    ko: '컨테이너는 대상이 비정상으로 판정되기 전에 시작됩니다.',
  },
  why: {
    en: 'A target is unhealthy after interval × unhealthyThreshold and the grace period; ECS then replaces the task, again and again.',
    ko: '대상은 interval × unhealthyThreshold와 유예 기간이 지나면 비정상이 되고 ECS가 태스크를 계속 교체합니다.',
  },
  docs: docs.targetHealth,
  situations: {
    good: [
      behindBalancer({}, {}, check(60)),
      behindBalancer({}, { healthCheckGracePeriodSeconds: 60 }, check(120)),
    ],
    bad: [behindBalancer({}, {}, check(61))],
  },
  find(definition, context) {
    const { healthCheckGracePeriodSeconds: grace = 0 } = context.service ?? {}
    return targetGroupsOf(context).flatMap(({ entry, group }) => {
      const part = containersOf(definition).find(({ container }) => container.name === entry.containerName)
      const start = part?.container.healthCheck?.startPeriod ?? 0
      const { intervalSeconds = 30, unhealthyThreshold = 2 } = group.healthCheck
      const patience = grace + intervalSeconds * unhealthyThreshold
      if (!part || start <= patience) return []
      const text = {
        en: 'Container {container} may need {start, number} s to start (startPeriod), and target group {group} gives it up after {patience, number} s.',
        ko: '{container} 컨테이너는 시작에 {start, number}초(startPeriod)가 걸릴 수 있는데 대상 그룹 {group}은(는) {patience, number}초 뒤 비정상으로 판정합니다.',
      }
      const values = { container: part.name, start, group: group.name, patience }
      return [{ path: [...part.path, 'healthCheck', 'startPeriod'], text, values }]
    })
  },
})
