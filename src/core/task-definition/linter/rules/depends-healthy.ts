/** R0.depends-healthy: who waits for a container to be healthy waits for one with a health check. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const healthy = { dependsOn: [{ containerName: 'side', condition: 'HEALTHY' }] }

export const dependsHealthy = defineRule({
  id: 'R0.depends-healthy',
  severity: 'error',
  summary: {
    en: 'A container that another one waits for with HEALTHY has a health check.',
    ko: '다른 컨테이너가 HEALTHY로 기다리는 컨테이너에는 상태 확인이 있습니다.',
  },
  why: {
    en: 'Without a health check in the task definition a container never becomes healthy; one in the image does not count.',
    ko: '태스크 정의에 상태 확인이 없으면 컨테이너가 정상이 되지 않습니다. 이미지에 있는 것은 쓰이지 않습니다.',
  },
  docs: docs.dependency,
  examples: {
    good: [onEc2(healthy, {}, { healthCheck: { command: ['CMD', '/healthy'] } })],
    bad: [onEc2(healthy, {}, {})],
  },
  find(definition) {
    const parts = containersOf(definition)
    return parts.flatMap(({ container: { dependsOn = [] }, name, path }) =>
      dependsOn.flatMap(({ containerName, condition }, index) => {
        const target = parts.find(({ container }) => container.name === containerName)
        if (!target || condition !== 'HEALTHY' || target.container.healthCheck) return []
        return [
          {
            path: [...path, 'dependsOn', index],
            text: {
              en: 'Container {container} waits until {target} is healthy, but {target} has no health check.',
              ko: '{container} 컨테이너는 {target}이(가) 정상이 되기를 기다리지만 {target}에 상태 확인이 없습니다.',
            },
            values: { container: name, target: target.name },
            fix: setting([...path, 'dependsOn', index, 'condition'], 'START', false),
          },
        ]
      }),
    )
  },
})
