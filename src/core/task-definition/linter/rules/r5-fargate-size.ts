/** R5.size: On Fargate cpu and memory go together as in AWS’s table. */
import type { Definition } from '../../definition.ts'
import { cpuUnits, memoryMib } from '../../size.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import type { Fix } from '../finding.ts'
import { setting } from '../mend.ts'
import { isForFargate, isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { cheapest, fargateSizes } from './fargate-sizes.ts'
import { windows, why } from './fargate-size-words.ts'

export const fargateSize = defineRule({
  id: 'R5.size',
  severity: 'error',
  summary: {
    en: 'On Fargate cpu and memory go together as in AWS’s table.',
    ko: 'Fargate에서 cpu와 memory는 AWS 표의 조합이어야 합니다.',
  },
  why,
  docs: docs.fargateSize,
  awsText: 'No Fargate configuration exists for given values',
  examples: {
    good: [
      onFargate({}, { cpu: '.25 vCPU', memory: '0.5 GB' }),
      onFargate({}, { cpu: '16384', memory: '122880' }),
      onFargate({}, { cpu: '1024', memory: '2048', ...windows }),
    ],
    bad: [
      onFargate({}, { cpu: '256', memory: '3 GB' }),
      onFargate({}, { cpu: '1024', memory: '512' }),
      onFargate({}, { cpu: '8192', memory: '17408' }),
      onFargate({}, { cpu: '256', memory: '200 GB' }),
    ],
  },
  find(definition, context) {
    const [units, mib] = [cpuUnits(definition.cpu), memoryMib(definition.memory)]
    const size = fargateSizes.find(({ cpu }) => cpu === units)
    if (!isForFargate(definition, context) || !size || mib === undefined || size.memory.includes(mib))
      return []
    const text = {
      en: 'Fargate has no task with {cpu, number} CPU units and {memory, number} MiB: with this cpu it takes {legal} MiB.',
      ko: 'Fargate에는 CPU {cpu, number}단위와 {memory, number}MiB인 태스크가 없습니다. 이 cpu에는 {legal}MiB를 쓸 수 있습니다.',
    }
    const values = { cpu: size.cpu, memory: mib, legal: inShort(size.memory) }
    return [{ path: ['memory'], text, values, fix: nearest(size.memory, size.cpu, mib, definition) }]
  },
})

/** The nearest legal memory upward with this cpu, else the smallest cpu that may have so much. */
function nearest(
  memory: readonly number[],
  cpu: number,
  mib: number,
  definition: Definition,
): Fix | undefined {
  const upward = memory.find((legal) => legal >= mib)
  if (upward !== undefined) return setting(['memory'], String(upward), false)
  const size = cheapest(cpu, mib, isForWindows(definition))
  return (
    size && {
      title: {
        text: {
          en: 'Use {cpu, number} CPU units and {memory, number} MiB',
          ko: 'CPU {cpu, number}단위와 {memory, number}MiB 사용',
        },
        values: { ...size },
      },
      safe: false,
      changes: [
        { path: ['cpu'], value: String(size.cpu) },
        { path: ['memory'], value: String(size.memory) },
      ],
    }
  )
}

/** `512, 1024, 2048`, or `2048, 3072, …, 8192`. */
function inShort(memory: readonly number[]): string {
  return memory.length <= 4 ? memory.join(', ') : [...memory.slice(0, 2), '…', memory.at(-1)].join(', ')
}
