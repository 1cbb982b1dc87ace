/** R0.awslogs-options: the log driver awslogs is told its group and region. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** To be filled in: which ones is not ours to say. */
const proposed: Record<string, string> = { 'awslogs-group': '<LOG_GROUP>', 'awslogs-region': '<REGION>' }

const group = '/ecs/shop'
const region = 'eu-west-1'
const awslogs = (options: Record<string, string> | undefined) =>
  onEc2({ logConfiguration: { logDriver: 'awslogs', options } })

export const awslogsOptions = defineRule({
  id: 'R0.awslogs-options',
  severity: 'error',
  summary: {
    en: 'awslogs has awslogs-group and awslogs-region.',
    ko: 'awslogs에는 awslogs-group과 awslogs-region이 있습니다.',
  },
  why: {
    en: 'The driver must know which log group of which region it writes to.',
    ko: '드라이버는 어느 리전의 어느 로그 그룹에 쓸지 알아야 합니다.',
  },
  docs: docs.awslogs,
  awsText: 'Log driver awslogs requires options: awslogs-region, awslogs-group',
  examples: {
    good: [awslogs({ 'awslogs-group': group, 'awslogs-region': region, mode: 'non-blocking' })],
    bad: [
      awslogs({ 'awslogs-group': group, mode: 'non-blocking' }),
      awslogs({ 'awslogs-region': region, mode: 'blocking' }),
      awslogs({ mode: 'blocking' }),
      awslogs(undefined),
    ],
  },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { logConfiguration }, name, path }) => {
      if (logConfiguration?.logDriver !== 'awslogs') return []
      const { options } = logConfiguration
      const missing = Object.keys(proposed).filter((option) => !options?.[option])
      if (missing.length === 0) return []
      const place = [...path, 'logConfiguration', ...(options ? ['options'] : [])]
      const text = {
        en: 'Container {container} logs with awslogs, which lacks {missing}.',
        ko: '{container} 컨테이너의 awslogs에 다음이 없습니다: {missing}.',
      }
      const values = { container: name, missing: missing.join(', ') }
      const fix = {
        title: { text: { en: 'Add {missing}', ko: '{missing} 추가' }, values: { missing: values.missing } },
        safe: false,
        changes: options
          ? missing.map((option) => ({ path: [...place, option], value: proposed[option] }))
          : [{ path: [...place, 'options'], value: proposed }],
      }
      return [{ path: place, text, values, fix }]
    }),
})
