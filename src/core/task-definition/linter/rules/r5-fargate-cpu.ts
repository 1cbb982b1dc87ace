/** R5.cpu: On Fargate the task has cpu: 256, 512, 1024, 2048, 4096, 8192 or 16384. */
import type { Definition } from '../../definition.ts'
import { cpuUnits } from '../../size.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { isForFargate, isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { cheapest, fargateSizes } from './fargate-sizes.ts'
import { windows, why } from './fargate-size-words.ts'

export const fargateCpu = defineRule({
  id: 'R5.cpu',
  severity: 'error',
  summary: {
    en: 'On Fargate the task has cpu: 256, 512, 1024, 2048, 4096, 8192 or 16384.',
    ko: 'Fargate에서 태스크의 cpu는 256, 512, 1024, 2048, 4096, 8192, 16384 중 하나입니다.',
  },
  why,
  docs: docs.fargateSize,
  awsText: "Fargate requires that 'cpu' be defined at the task level.",
  examples: {
    good: [onFargate({}, { cpu: '1 vCPU', memory: '2 GB' }), onFargate({}, { cpu: '<CPU>' }), onEc2()],
    bad: [
      onFargate({}, { cpu: undefined }),
      onFargate({}, { cpu: '300' }),
      onFargate({}, { cpu: '512', memory: '1024', ...windows }),
      onFargate({}, { cpu: '32 vCPU' }),
    ],
  },
  find(definition, context) {
    if (!isForFargate(definition, context)) return []
    const { cpu, memory, containerDefinitions = [] } = definition
    const units = cpuUnits(cpu)
    // What cannot be read is R0.task-size's to tell.
    if (units === undefined && cpu !== undefined) return []
    const legal = cpusFor(definition)
    if (units !== undefined && legal.includes(units)) return []
    const wanted = units ?? containerDefinitions.reduce((sum, container) => sum + (container.cpu ?? 0), 0)
    const missing = {
      en: 'Fargate needs cpu for the whole task.',
      ko: 'Fargate에는 태스크 전체의 cpu가 필요합니다.',
    }
    const illegal = {
      en: 'Fargate has no tasks with {units, number} CPU units; it has {legal}.',
      ko: 'Fargate에는 CPU {units, number}단위 태스크가 없습니다. 가능한 값: {legal}.',
    }
    const size = cheapest(wanted, memory, isForWindows(definition))
    const fix = size && setting(['cpu'], String(size.cpu), false)
    if (units === undefined) return [{ path: ['cpu'], text: missing, fix }]
    return [{ path: ['cpu'], text: illegal, values: { units, legal: legal.join(', ') }, fix }]
  },
})

function cpusFor(definition: Definition): number[] {
  return fargateSizes.filter((size) => size.windows || !isForWindows(definition)).map(({ cpu }) => cpu)
}
