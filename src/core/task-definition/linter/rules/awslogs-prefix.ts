/** R0.awslogs-prefix: on Fargate, awslogs has a prefix for its streams. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

const options = { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1', mode: 'non-blocking' }
const logs = { logConfiguration: { logDriver: 'awslogs', options } }
const prefixed = {
  logConfiguration: { logDriver: 'awslogs', options: { ...options, 'awslogs-stream-prefix': 'web' } },
}

export const awslogsPrefix = defineRule({
  id: 'R0.awslogs-prefix',
  severity: 'error',
  summary: {
    en: 'On Fargate awslogs has awslogs-stream-prefix.',
    ko: 'Fargate에서 awslogs에는 awslogs-stream-prefix가 있습니다.',
  },
  why: {
    en: 'Streams are named prefix/container/task; on instances the container’s id would do.',
    ko: '스트림 이름은 접두사/컨테이너/태스크입니다. 인스턴스에서는 컨테이너 ID로 충분합니다.',
  },
  docs: docs.awslogs,
  examples: { good: [onFargate(prefixed), onEc2(logs)], bad: [onFargate(logs)] },
  find: (definition, context) =>
    isForFargate(definition, context)
      ? containersOf(definition).flatMap(({ container: { logConfiguration }, name, path }) => {
          if (logConfiguration?.logDriver !== 'awslogs' || !logConfiguration.options) return []
          if (logConfiguration.options['awslogs-stream-prefix']) return []
          const place = [...path, 'logConfiguration', 'options']
          const text = {
            en: 'Container {container} logs with awslogs on Fargate, which needs awslogs-stream-prefix.',
            ko: 'Fargate에서 {container} 컨테이너의 awslogs에는 awslogs-stream-prefix가 필요합니다.',
          }
          // A name for streams that do not exist yet: nothing that runs changes.
          const fix = setting([...place, 'awslogs-stream-prefix'], 'ecs', true)
          return [{ path: place, text, values: { container: name }, fix }]
        })
      : [],
})
