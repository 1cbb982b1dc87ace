/** R2.fargate-tmpfs: AWS’s pages disagree on whether Fargate takes tmpfs. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

const tmpfs = { linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }] } }

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
