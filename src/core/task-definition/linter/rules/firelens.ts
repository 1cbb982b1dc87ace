/** R0.firelens: a log router and containers that log through it belong together. */
import type { Text } from '../../../../i18n/text.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const through = { logConfiguration: { logDriver: 'awsfirelens' } }
const router = { name: 'router', firelensConfiguration: { type: 'fluentbit' } }

const words = {
  noRouter: {
    en: 'Container {container} logs with awsfirelens, but no container has firelensConfiguration.',
    ko: '{container} 컨테이너가 awsfirelens로 로그를 남기지만 firelensConfiguration이 있는 컨테이너가 없습니다.',
  },
  noUser: {
    en: 'Container {container} is a log router, but no container logs with awsfirelens.',
    ko: '{container} 컨테이너는 로그 라우터이지만 awsfirelens로 로그를 남기는 컨테이너가 없습니다.',
  },
} satisfies Record<string, Text>

export const firelens = defineRule({
  id: 'R0.firelens',
  severity: 'error',
  summary: {
    en: 'awsfirelens and a container with firelensConfiguration come together.',
    ko: 'awsfirelens와 firelensConfiguration이 있는 컨테이너는 함께 씁니다.',
  },
  why: {
    en: 'The log router takes the lines of the containers that log with awsfirelens, and one is nothing without the other.',
    ko: '로그 라우터는 awsfirelens를 쓰는 컨테이너의 로그를 받습니다. 하나만 있으면 쓸모가 없습니다.',
  },
  docs: docs.firelens,
  awsText:
    'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
  examples: {
    good: [onFargate(through, {}, router)],
    bad: [onFargate(through), onFargate({}, {}, router)],
  },
  find(definition) {
    const parts = containersOf(definition)
    const users = parts.filter(({ container }) => container.logConfiguration?.logDriver === 'awsfirelens')
    const routers = parts.filter(({ container }) => container.firelensConfiguration)
    if (routers.length === 0)
      return users.map(({ path, name }) => ({
        path: [...path, 'logConfiguration', 'logDriver'],
        text: words.noRouter,
        values: { container: name },
      }))
    if (users.length > 0) return []
    return routers.map(({ path, name }) => ({
      path: [...path, 'firelensConfiguration'],
      text: words.noUser,
      values: { container: name },
    }))
  },
})
