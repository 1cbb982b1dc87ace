/** R0.memory-reservation: a container's limit is not below what is reserved for it. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const memoryReservation = defineRule({
  id: 'R0.memory-reservation',
  severity: 'error',
  summary: {
    en: 'memory is not less than memoryReservation.',
    ko: 'memory는 memoryReservation보다 작지 않습니다.',
  },
  why: {
    en: 'memory is the limit at which the container is killed, memoryReservation what is kept free for it.',
    ko: 'memory는 컨테이너가 종료되는 한도이고 memoryReservation은 컨테이너를 위해 비워 두는 양입니다.',
  },
  docs: docs.container,
  examples: {
    good: [onEc2({ memory: 256, memoryReservation: 128 })],
    bad: [onEc2({ memory: 128, memoryReservation: 256 })],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { memory, memoryReservation: reserved }, name, path }) =>
      memory !== undefined && reserved !== undefined && memory < reserved
        ? [
            {
              path: [...path, 'memory'],
              text: {
                en: 'Container {container} may use {memory, number} MiB, but {reserved, number} MiB are reserved for it.',
                ko: '{container} 컨테이너는 {memory, number}MiB까지 쓸 수 있는데 {reserved, number}MiB가 예약되어 있습니다.',
              },
              values: { container: name, memory, reserved },
              fix: setting([...path, 'memory'], reserved * 2, false),
            },
          ]
        : [],
    ),
})
