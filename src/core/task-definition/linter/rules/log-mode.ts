/** R0.log-mode: who relies on blocking logs must say so since June 2025. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const options = { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1' }
const logs = (more: Record<string, string>) =>
  onEc2({ logConfiguration: { logDriver: 'awslogs', options: { ...options, ...more } } })

export const logMode = defineRule({
  id: 'R0.log-mode',
  severity: 'info',
  summary: {
    en: 'awslogs says whether it may drop lines.',
    ko: 'awslogs에 로그 줄을 버려도 되는지 적혀 있습니다.',
  },
  why: {
    en: 'Since 25 June 2025 the default is non-blocking with a buffer of 10 MB (account setting defaultLogDriverMode): when CloudWatch Logs is slow, lines are lost instead of the application waiting.',
    ko: '2025년 6월 25일부터 기본값은 10MB 버퍼를 둔 non-blocking입니다(계정 설정 defaultLogDriverMode). CloudWatch Logs가 느리면 애플리케이션이 기다리지 않고 로그 줄이 사라집니다.',
  },
  docs: docs.logConfiguration,
  examples: { good: [logs({ mode: 'blocking' }), logs({ mode: 'non-blocking' })], bad: [logs({})] },
  find: (definition) =>
    containersOf(definition).flatMap(({ container: { logConfiguration }, name, path }) => {
      if (logConfiguration?.logDriver !== 'awslogs' || !logConfiguration.options) return []
      if (logConfiguration.options['mode'] !== undefined) return []
      const place = [...path, 'logConfiguration', 'options']
      const text = {
        en: 'The logs of container {container} have no mode: the account’s default decides, which is non-blocking since 25 June 2025.',
        ko: '{container} 컨테이너의 로그에 mode가 없어 계정 기본값을 따릅니다. 2025년 6월 25일부터 기본값은 non-blocking입니다.',
      }
      const fix = setting([...place, 'mode'], 'blocking', false)
      return [{ path: place, text, values: { container: name }, fix }]
    }),
})
