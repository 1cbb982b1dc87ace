/** R3.health: the instances are not impaired. */
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { anInstance } from '../target-example.ts'
import { on, instancesOf } from './instances-here.ts'

export const impairedInstance = defineRule({
  id: 'R3.health',
  severity: 'warning',
  summary: { en: 'The instances are not impaired.', ko: '인스턴스가 손상되지 않았습니다.' },
  why: {
    en: 'On an impaired instance (IMPAIRED) Docker does not answer as it should, and tasks may not start.',
    ko: '손상된(IMPAIRED) 인스턴스에서는 Docker가 제대로 응답하지 않아 태스크가 시작되지 않을 수 있습니다.',
  },
  docs: docs.healthState,
  situations: {
    good: [on(anInstance({ healthStatus: 'OK' }))],
    bad: [on(anInstance({ healthStatus: 'IMPAIRED' }))],
  },
  find: (definition, context) =>
    instancesOf(definition, context)
      .filter(({ healthStatus }) => healthStatus === 'IMPAIRED')
      .map(({ id }) => ({
        path: [],
        text: { en: 'Instance {id} is impaired.', ko: '{id} 인스턴스가 손상되었습니다.' },
        values: { id },
      })),
})
