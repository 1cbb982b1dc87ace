/** R0.memory: without a size for the task, each container says how much memory it needs. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** MiB that the fix proposes. */
const proposed = 512

export const memory = defineRule({
  id: 'R0.memory',
  severity: 'error',
  summary: {
    en: 'Without memory for the task, each container has memory or memoryReservation.',
    ko: '태스크 메모리가 없으면 각 컨테이너에 memory 또는 memoryReservation이 있어야 합니다.',
  },
  why: {
    en: 'ECS places a task where its memory is free, so it must know how much that is.',
    ko: 'ECS는 메모리가 남은 곳에 태스크를 배치하므로 필요한 양을 알아야 합니다.',
  },
  docs: docs.container,
  awsText:
    "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified.",
  examples: {
    good: [
      onEc2({ memory: undefined, memoryReservation: 128 }),
      onEc2({ memory: undefined }, { memory: '512' }),
    ],
    bad: [onEc2({ memory: undefined }), onEc2({}, {}, { memory: undefined })],
  },
  find(definition, context) {
    // On Fargate the task's memory is asked for: R5.memory.
    if (definition.memory !== undefined || isForFargate(definition, context)) return []
    return containersOf(definition)
      .filter(({ container }) => (container.memory ?? container.memoryReservation) === undefined)
      .map(({ path, name }) => ({
        path,
        text: {
          en: 'Container {container} says neither memory nor memoryReservation, and the task has no memory either.',
          ko: '{container} 컨테이너에 memory도 memoryReservation도 없고 태스크에도 memory가 없습니다.',
        },
        values: { container: name },
        fix: setting([...path, 'memory'], proposed, false),
      }))
  },
})
