/** R0.cpu-sum: the containers together ask for no more CPU than the task has. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { cpuUnits } from '../../size.ts'
import { isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { cheapest } from './fargate-sizes.ts'

export const cpuSum = defineRule({
  id: 'R0.cpu-sum',
  severity: 'error',
  summary: {
    en: 'The containers’ cpu together is no more than the task’s.',
    ko: '컨테이너 cpu의 합은 태스크의 cpu를 넘지 않습니다.',
  },
  why: {
    en: 'The task’s cpu is a hard limit, the containers’ are shares of it.',
    ko: '태스크의 cpu는 절대 한도이고 컨테이너의 cpu는 그 안의 몫입니다.',
  },
  docs: docs.container,
  awsText: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
  examples: {
    good: [
      onFargate({ cpu: 128 }, {}, { cpu: 128 }),
      onEc2({ cpu: 512 }),
      onFargate({ cpu: 1024 }, { cpu: '1 vCPU', memory: '2 GB' }),
    ],
    bad: [
      onFargate({ cpu: 20_000 }),
      onFargate({ cpu: 257 }),
      onEc2({ cpu: 512 }, { cpu: '512' }, { cpu: 10 }),
    ],
  },
  find(definition, context) {
    const { cpu, memory, containerDefinitions = [] } = definition
    const has = cpuUnits(cpu)
    const sum = containerDefinitions.reduce((total, container) => total + (container.cpu ?? 0), 0)
    if (has === undefined || sum <= has) return []
    const size = isForFargate(definition, context) ? cheapest(sum, memory)?.cpu : sum
    const text = {
      en: 'The containers ask for {sum, number} CPU units, and the task has {has, number}.',
      ko: '컨테이너가 CPU {sum, number}단위를 요구하지만 태스크에는 {has, number}단위가 있습니다.',
    }
    const fix = size && setting(['cpu'], String(size), false)
    return [{ path: ['cpu'], text, values: { sum, has }, ...(fix && { fix }) }]
  },
})
