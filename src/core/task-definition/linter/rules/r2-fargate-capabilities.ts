/** R2.fargate-capabilities: On Fargate only the capability SYS_PTRACE can be added. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { removal } from '../mend.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { why } from './fargate-kernel.ts'

const add = (...capabilities: string[]) => ({ linuxParameters: { capabilities: { add: capabilities } } })

export const fargateCapabilities = defineRule({
  id: 'R2.fargate-capabilities',
  severity: 'error',
  summary: {
    en: 'On Fargate only the capability SYS_PTRACE can be added.',
    ko: 'Fargate에서 추가할 수 있는 capability는 SYS_PTRACE뿐입니다.',
  },
  why,
  docs: docs.linuxParameters,
  examples: {
    good: [onFargate(add('SYS_PTRACE')), onEc2(add('NET_ADMIN'))],
    bad: [onFargate(add('SYS_PTRACE', 'NET_ADMIN'))],
  },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? containersOf(definition).flatMap(({ container: { linuxParameters }, path }) =>
          (linuxParameters?.capabilities?.add ?? []).flatMap((capability, index) => {
            if (capability === 'SYS_PTRACE') return []
            const place = [...path, 'linuxParameters', 'capabilities', 'add', index]
            const text = {
              en: 'Fargate does not give {capability}, only SYS_PTRACE.',
              ko: 'Fargate는 {capability}을(를) 주지 않습니다. SYS_PTRACE만 가능합니다.',
            }
            return [{ path: place, text, values: { capability }, fix: removal(place, false) }]
          }),
        )
      : [],
})
