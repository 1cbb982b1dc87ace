/** R2.fargate-capabilities, R2.fargate-pid and R2.fargate-tmpfs: what Fargate takes in part. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { removal, setting } from '../mend.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

const why = {
  en: 'Fargate keeps a task apart from what else runs there, and so gives it few of the kernel’s powers.',
  ko: 'Fargate는 태스크를 다른 작업과 격리하므로 커널 권한을 거의 주지 않습니다.',
}
const add = (...capabilities: string[]) => ({ linuxParameters: { capabilities: { add: capabilities } } })
const tmpfs = { linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }] } }

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

export const fargatePid = defineRule({
  id: 'R2.fargate-pid',
  severity: 'error',
  summary: { en: 'On Fargate pidMode is task.', ko: 'Fargate에서 pidMode는 task입니다.' },
  why,
  docs: docs.register,
  examples: {
    good: [onFargate({}, { pidMode: 'task' }), onEc2({}, { pidMode: 'host' })],
    bad: [onFargate({}, { pidMode: 'host' })],
  },
  find: (definition, context) =>
    isForFargate(definition, context) && definition.pidMode === 'host'
      ? [
          {
            path: ['pidMode'],
            text: {
              en: 'Fargate only takes pidMode “task”.',
              ko: 'Fargate는 pidMode “task”만 받습니다.',
            },
            fix: setting(['pidMode'], 'task', false),
          },
        ]
      : [],
})

export const fargateTmpfs = defineRule({
  id: 'R2.fargate-tmpfs',
  severity: 'warning',
  summary: {
    en: 'AWS’s pages disagree on whether Fargate takes tmpfs.',
    ko: 'Fargate가 tmpfs를 받는지에 대해 AWS 문서가 서로 다릅니다.',
  },
  why: {
    en: 'The API’s page once said “not supported on Fargate” and does not any more; the guide still lists it as unsupported.',
    ko: 'API 문서에 있던 “Fargate에서 지원되지 않음” 문장은 사라졌지만 안내서에는 아직 지원되지 않는 항목으로 있습니다.',
  },
  docs: docs.fargate,
  examples: { good: [onEc2(tmpfs)], bad: [onFargate(tmpfs)] },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? containersOf(definition)
          .filter(({ container: { linuxParameters } }) => (linuxParameters?.tmpfs ?? []).length > 0)
          .map(({ path, name }) => ({
            path: [...path, 'linuxParameters', 'tmpfs'],
            text: {
              en: 'Container {container} has tmpfs, which Fargate may refuse.',
              ko: '{container} 컨테이너에 tmpfs가 있습니다. Fargate가 거부할 수 있습니다.',
            },
            values: { container: name },
          }))
      : [],
})
