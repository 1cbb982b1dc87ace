/** R0.memory-minimum: Docker gives no container less than 6 MiB. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** MiB. */
const least = 6

export const memoryMinimum = defineRule({
  id: 'R0.memory-minimum',
  severity: 'error',
  summary: { en: 'A container has at least 6 MiB.', ko: '컨테이너 메모리는 최소 6MiB입니다.' },
  why: {
    en: 'Docker reserves at least 6 MiB for a container since 20.10.0; before, it was 4.',
    ko: 'Docker는 20.10.0부터 컨테이너에 최소 6MiB를 예약합니다. 그 전에는 4MiB였습니다.',
  },
  docs: docs.container,
  examples: {
    good: [onEc2({ memory: 6 })],
    bad: [onEc2({ memory: 5 }), onEc2({ memoryReservation: 1 })],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container, name, path }) =>
      (['memory', 'memoryReservation'] as const).flatMap((member) => {
        const mib = container[member]
        if (mib === undefined || mib >= least) return []
        const place = [...path, member]
        const text = {
          en: '{member} of container {container} is {mib, number} MiB; Docker needs {least, number}.',
          ko: '{container} 컨테이너의 {member} 값이 {mib, number}MiB입니다. Docker에는 {least, number}MiB가 필요합니다.',
        }
        const values = { member, container: name, mib, least }
        return [{ path: place, text, values, fix: setting(place, least, false) }]
      }),
    ),
})
