/** R5.memory: On Fargate the task has memory. */
import { cpuUnits } from '../../size.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { isForFargate, isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { cheapest } from './fargate-sizes.ts'
import { why } from './fargate-size-words.ts'

export const fargateMemory = defineRule({
  id: 'R5.memory',
  severity: 'error',
  summary: { en: 'On Fargate the task has memory.', ko: 'Fargate에서 태스크에는 memory가 있습니다.' },
  why,
  docs: docs.fargateSize,
  awsText: "Fargate requires that 'memory' be defined at the task level.",
  examples: {
    good: [onFargate()],
    bad: [onFargate({}, { memory: undefined })],
  },
  find(definition, context) {
    const { cpu, memory, containerDefinitions = [] } = definition
    if (!isForFargate(definition, context) || memory !== undefined) return []
    const sum = containerDefinitions.reduce(
      (total, container) => total + (container.memoryReservation ?? container.memory ?? 0),
      0,
    )
    const size = cheapest(cpuUnits(cpu) ?? 0, sum, isForWindows(definition))
    const text = {
      en: 'Fargate needs memory for the whole task.',
      ko: 'Fargate에는 태스크 전체의 memory가 필요합니다.',
    }
    return [{ path: ['memory'], text, fix: size && setting(['memory'], String(size.memory), false) }]
  },
})
