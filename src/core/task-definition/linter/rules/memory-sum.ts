/** R0.memory-sum: what the containers reserve together fits into the task's memory. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { memoryMib } from '../../size.ts'
import { isForFargate } from '../parts.ts'
import { setting } from '../mend.ts'
import { defineRule } from '../rule.ts'

export const memorySum = defineRule({
  id: 'R0.memory-sum',
  severity: 'error',
  summary: {
    en: 'What the containers reserve together is no more than the task’s memory.',
    ko: '컨테이너가 예약한 메모리의 합은 태스크의 메모리를 넘지 않습니다.',
  },
  why: {
    en: 'A container reserves memoryReservation, or memory where it has none. AWS refuses more than the task has.',
    ko: '컨테이너는 memoryReservation만큼, 없으면 memory만큼 예약합니다. 태스크보다 많으면 AWS가 거부합니다.',
  },
  docs: docs.container,
  examples: {
    good: [
      onFargate({ memory: 256 }, {}, { memory: 256 }),
      onFargate({ memory: 512, memoryReservation: 448 }, {}, { memory: 64 }),
      onEc2({ memory: 1024 }),
    ],
    bad: [
      onFargate({ memory: 513 }),
      onEc2({ memory: 2048 }, { memory: '2 GB' }, { memory: 6 }),
      onFargate({ memoryReservation: 256 }, {}, { memory: 257 }),
    ],
  },
  find(definition, context) {
    const { memory, containerDefinitions = [] } = definition
    const has = memoryMib(memory)
    const sum = containerDefinitions.reduce(
      (total, container) => total + (container.memoryReservation ?? container.memory ?? 0),
      0,
    )
    if (has === undefined || sum <= has) return []
    const text = {
      en: 'The containers reserve {sum, number} MiB, and the task has {has, number}.',
      ko: '컨테이너가 {sum, number}MiB를 예약하지만 태스크에는 {has, number}MiB가 있습니다.',
    }
    // On Fargate the next size goes in whole GiB, with which R5.size may then raise the cpu.
    const size = isForFargate(definition, context) ? Math.ceil(sum / 1024) * 1024 : sum
    return [{ path: ['memory'], text, values: { sum, has }, fix: setting(['memory'], String(size), false) }]
  },
})
