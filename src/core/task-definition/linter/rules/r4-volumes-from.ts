/** R4.volumes-from: volumes are taken from a container of the task. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf, hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const volumesFrom = defineRule({
  id: 'R4.volumes-from',
  severity: 'error',
  summary: {
    en: 'volumesFrom names a container of the same task.',
    ko: 'volumesFrom은 같은 태스크의 컨테이너를 지정합니다.',
  },
  why: {
    en: 'Only the volumes of containers beside it can be shared.',
    ko: '함께 있는 컨테이너의 볼륨만 공유할 수 있습니다.',
  },
  docs: docs.volumeFrom,
  examples: {
    good: [onEc2({ volumesFrom: [{ sourceContainer: 'side' }] }, {}, {})],
    bad: [onEc2({ volumesFrom: [{ sourceContainer: 'data' }] }), onEc2({ volumesFrom: [{}] })],
  },
  find(definition) {
    const parts = containersOf(definition)
    const names = new Set(parts.map(({ container }) => container.name))
    return parts.flatMap(({ container, name, path }) =>
      (container.volumesFrom ?? []).flatMap(({ sourceContainer: source = '' }, index) => {
        if (names.has(source) || hasHole(source)) return []
        const place = [...path, 'volumesFrom', index]
        const text = {
          en: 'Container {container} takes volumes from “{source}”, which is not in this task.',
          ko: '{container} 컨테이너가 이 태스크에 없는 “{source}”의 볼륨을 가져옵니다.',
        }
        return [{ path: place, text, values: { container: name, source }, fix: removal(place, false) }]
      }),
    )
  },
})
