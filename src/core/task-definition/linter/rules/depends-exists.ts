/** R0.depends-exists: a container waits for containers of its task. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf, hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const dependsExists = defineRule({
  id: 'R0.depends-exists',
  severity: 'error',
  summary: {
    en: 'dependsOn names containers of the same task.',
    ko: 'dependsOn은 같은 태스크의 컨테이너를 지정합니다.',
  },
  why: {
    en: 'Containers of other tasks start on their own; nothing waits for them.',
    ko: '다른 태스크의 컨테이너는 따로 시작되므로 기다릴 수 없습니다.',
  },
  docs: docs.dependency,
  awsText: "Cannot depend on container + 'x' because it does not exist",
  examples: {
    good: [
      onEc2({ dependsOn: [{ containerName: 'side', condition: 'START' }] }, {}, {}),
      onEc2({ dependsOn: [{ containerName: '<SIDE>', condition: 'START' }] }),
    ],
    bad: [onEc2({ dependsOn: [{ containerName: 'database', condition: 'START' }] })],
  },
  find(definition) {
    const parts = containersOf(definition)
    const names = new Set(parts.map(({ container }) => container.name))
    return parts.flatMap(({ container: { dependsOn = [] }, name, path }) =>
      dependsOn.flatMap(({ containerName: target }, index) =>
        target === undefined || names.has(target) || hasHole(target)
          ? []
          : [
              {
                path: [...path, 'dependsOn', index],
                text: {
                  en: 'Container {container} depends on {target}, which is not in this task.',
                  ko: '{container} 컨테이너가 이 태스크에 없는 {target}에 종속됩니다.',
                },
                values: { container: name, target },
                fix: removal([...path, 'dependsOn', index], false),
              },
            ],
      ),
    )
  },
})
