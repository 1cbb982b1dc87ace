/** R0.depends-essential: who waits for a container to end waits for one that may end. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const until = (condition: string) => ({ dependsOn: [{ containerName: 'side', condition }] })

export const dependsEssential = defineRule({
  id: 'R0.depends-essential',
  severity: 'error',
  summary: {
    en: 'A container that another one waits for with SUCCESS or COMPLETE is not essential.',
    ko: '다른 컨테이너가 SUCCESS나 COMPLETE로 기다리는 컨테이너는 필수가 아닙니다.',
  },
  why: {
    en: 'When an essential container ends, the whole task ends, and the waiting container never starts.',
    ko: '필수 컨테이너가 끝나면 태스크 전체가 끝나므로 기다리는 컨테이너가 시작되지 않습니다.',
  },
  docs: docs.dependency,
  awsText: 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container',
  examples: {
    good: [onEc2(until('SUCCESS'), {}, {}), onEc2(until('START'), {}, { essential: true })],
    bad: [
      onEc2(until('SUCCESS'), {}, { essential: true }),
      onEc2(until('COMPLETE'), {}, { essential: undefined }),
    ],
  },
  find(definition) {
    const parts = containersOf(definition)
    return parts.flatMap(({ container: { dependsOn = [] }, name, path }) =>
      dependsOn.flatMap(({ containerName, condition = '' }, index) => {
        const target = parts.find(({ container }) => container.name === containerName)
        const isEnd = condition === 'SUCCESS' || condition === 'COMPLETE'
        if (!target || !isEnd || target.container.essential === false) return []
        return [
          {
            path: [...path, 'dependsOn', index],
            text: {
              en: 'Container {container} starts when {target} has ended ({condition}), but {target} is essential: the task ends with it.',
              ko: '{container} 컨테이너는 {target} 종료 후({condition}) 시작하지만 {target}은(는) 필수이므로 함께 태스크가 끝납니다.',
            },
            values: { container: name, target: target.name, condition },
            fix: setting([...target.path, 'essential'], false, false),
          },
        ]
      }),
    )
  },
})
