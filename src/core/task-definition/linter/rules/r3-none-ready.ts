/** R3.ready: some instance of the cluster takes tasks. */
import { isReady } from '../../../ecs/capacity.ts'
import { docs } from '../docs.ts'
import { isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { anInstance } from '../target-example.ts'
import { on } from './instances-here.ts'

export const noneReady = defineRule({
  id: 'R3.ready',
  severity: 'warning',
  summary: {
    en: 'Some instance of the cluster takes tasks.',
    ko: '클러스터에 태스크를 받는 인스턴스가 있습니다.',
  },
  why: {
    en: 'Only instances that are ACTIVE with a connected agent do; DRAINING ones let their service tasks go.',
    ko: '에이전트가 연결된 ACTIVE 인스턴스만 태스크를 받습니다. DRAINING 인스턴스는 서비스 태스크를 내보냅니다.',
  },
  docs: docs.drain,
  situations: {
    good: [on(anInstance(), anInstance({ id: '2', status: 'DRAINING' }))],
    bad: [on(anInstance({ status: 'DRAINING' })), on()],
  },
  find(definition, context) {
    if (!context.instances || isForFargate(definition, context) || context.instances.some(isReady)) return []
    const text = {
      en: 'Of {count, number} instances none takes tasks now.',
      ko: '인스턴스 {count, number}개 중 지금 태스크를 받는 것이 없습니다.',
    }
    return [{ path: [], text, values: { count: context.instances.length } }]
  },
})
