/** R0.memory-equal: a reservation as high as the limit says nothing. AWS's pages disagree on whether it is taken. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const memoryEqual = defineRule({
  id: 'R0.memory-equal',
  severity: 'warning',
  summary: {
    en: 'memory is greater than memoryReservation.',
    ko: 'memory는 memoryReservation보다 큽니다.',
  },
  why: {
    en: 'The guide asks for more, the API’s message for at least as much. With both the same, memory alone says it all.',
    ko: '안내서는 더 커야 한다고 하고 API 메시지는 같아도 된다고 합니다. 둘이 같다면 memory만으로 충분합니다.',
  },
  docs: docs.parameters,
  examples: {
    good: [onEc2({ memory: 256, memoryReservation: 128 })],
    bad: [onEc2({ memory: 256, memoryReservation: 256 })],
  },
  find: (definition) =>
    containersOf(definition)
      .filter(({ container: { memory, memoryReservation } }) => memory && memory === memoryReservation)
      .map(({ name, path }) => ({
        path: [...path, 'memoryReservation'],
        text: {
          en: 'memory and memoryReservation of container {container} are the same.',
          ko: '{container} 컨테이너의 memory와 memoryReservation이 같습니다.',
        },
        values: { container: name },
        // Without a reservation, the limit is what is reserved.
        fix: removal([...path, 'memoryReservation'], true),
      })),
})
