/** R5.cpu, R5.memory and R5.size: the sizes that Fargate has. */
import type { Definition } from '../../definition.ts'
import { cpuUnits, memoryMib } from '../../size.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import type { Fix } from '../finding.ts'
import { setting } from '../mend.ts'
import { isForFargate, isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { cheapest, fargateSizes } from './fargate-sizes.ts'

const why = {
  en: 'Fargate has a fixed table of sizes and bills by them; AWS refuses all others.',
  ko: 'Fargate에는 정해진 크기 표가 있고 그에 따라 과금합니다. AWS는 다른 크기를 모두 거부합니다.',
}
const windows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }

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

function cpusFor(definition: Definition): number[] {
  return fargateSizes.filter((size) => size.windows || !isForWindows(definition)).map(({ cpu }) => cpu)
}

/** `512, 1024, 2048`, or `2048, 3072, …, 8192`. */
function inShort(memory: readonly number[]): string {
  return memory.length <= 4 ? memory.join(', ') : [...memory.slice(0, 2), '…', memory.at(-1)].join(', ')
}
