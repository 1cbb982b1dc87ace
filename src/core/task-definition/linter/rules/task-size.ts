/** R0.task-size: the task's cpu and memory are numbers, or amounts with vCPU and GB. */
import type { Text } from '../../../../i18n/text.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { cpuUnits, memoryMib } from '../../size.ts'
import { hasHole } from '../parts.ts'
import { defineRule, type Found } from '../rule.ts'

export const taskSize = defineRule({
  id: 'R0.task-size',
  severity: 'error',
  summary: {
    en: 'The task’s cpu reads as “1024” or “1 vCPU”, its memory as “2048” or “2 GB”.',
    ko: '태스크의 cpu는 “1024” 또는 “1 vCPU”, memory는 “2048” 또는 “2 GB”처럼 적습니다.',
  },
  why: {
    en: 'AWS takes CPU units and MiB, or these two units, and nothing else.',
    ko: 'AWS는 CPU 단위와 MiB, 또는 이 두 단위만 받습니다.',
  },
  docs: docs.register,
  awsText: "Invalid 'cpu' setting for task.",
  examples: {
    good: [
      onFargate({}, { cpu: '1 vCPU', memory: '3 GB' }),
      onFargate({}, { cpu: '.25 vCPU', memory: '0.5 GB' }),
      onEc2({}, { cpu: '<CPU>' }),
    ],
    bad: [onEc2({}, { cpu: 'one' }), onEc2({}, { memory: '512 MB' })],
  },
  find: ({ cpu, memory }) => [
    ...unless(cpu, cpuUnits, 'cpu', {
      en: '“{written}” is no amount of CPU: write units (“1024”) or “1 vCPU”.',
      ko: '“{written}”은(는) CPU 양이 아닙니다. 단위(“1024”)나 “1 vCPU”로 적으세요.',
    }),
    ...unless(memory, memoryMib, 'memory', {
      en: '“{written}” is no amount of memory: write MiB (“2048”) or “2 GB”.',
      ko: '“{written}”은(는) 메모리 양이 아닙니다. MiB(“2048”)나 “2 GB”로 적으세요.',
    }),
  ],
})

function unless(
  written: string | undefined,
  read: (written: string) => number | undefined,
  member: string,
  text: Text,
): Found[] {
  if (written === undefined || hasHole(written) || read(written) !== undefined) return []
  return [{ path: [member], text, values: { written } }]
}
