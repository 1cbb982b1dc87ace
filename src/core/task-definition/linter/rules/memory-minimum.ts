/** R0.memory-minimum: Docker gives no container less than 4 MiB. */
import type { Text } from '../../../../i18n/text.ts'
import type { Definition } from '../../definition.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule, type Found } from '../rule.ts'

/** MiB, with Docker 20.10 and later. */
const needed = 6
/** MiB, with earlier ones. */
const least = 4

const why: Text = {
  en: 'Docker reserves at least 6 MiB for a container since 20.10.0, 4 MiB before.',
  ko: 'Docker는 20.10.0부터 컨테이너에 최소 6MiB를, 그 전에는 4MiB를 예약합니다.',
}
const text: Text = {
  en: '{member} of container {container} is {mib, number} MiB. Docker needs 6 MiB.',
  ko: '{container} 컨테이너의 {member} 값이 {mib, number}MiB입니다. Docker에는 6MiB가 필요합니다.',
}

export const memoryMinimum = defineRule({
  id: 'R0.memory-minimum',
  severity: 'error',
  summary: { en: 'A container has at least 4 MiB.', ko: '컨테이너 메모리는 최소 4MiB입니다.' },
  why,
  docs: docs.container,
  examples: {
    good: [onEc2({ memory: 6 })],
    bad: [onEc2({ memory: 3 }), onEc2({ memoryReservation: 1 })],
  },
  find: (definition) => tooSmall(definition, (mib) => mib < least),
})

export const memoryForDocker = defineRule({
  id: 'R0.memory-docker',
  severity: 'warning',
  summary: {
    en: 'A container has at least 6 MiB, as Docker 20.10 and later need.',
    ko: '컨테이너 메모리는 Docker 20.10 이상에 필요한 6MiB 이상입니다.',
  },
  why,
  docs: docs.container,
  examples: { good: [onEc2({ memory: 6 })], bad: [onEc2({ memory: 4 })] },
  find: (definition) => tooSmall(definition, (mib) => mib >= least && mib < needed),
})

function tooSmall(definition: Definition, isMeant: (mib: number) => boolean): Found[] {
  return containersOf(definition).flatMap(({ container, name, path }) =>
    (['memory', 'memoryReservation'] as const).flatMap((member) => {
      const mib = container[member]
      if (mib === undefined || !isMeant(mib)) return []
      const place = [...path, member]
      return [
        {
          path: place,
          text,
          values: { member, container: name, mib },
          fix: setting(place, needed, false),
        },
      ]
    }),
  )
}
