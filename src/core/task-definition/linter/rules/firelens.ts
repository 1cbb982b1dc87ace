/** R0.firelens: containers that log through a log router need one. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const through = { logConfiguration: { logDriver: 'awsfirelens' } }
const router = { name: 'router', firelensConfiguration: { type: 'fluentbit' } }

export const firelens = defineRule({
  id: 'R0.firelens',
  severity: 'error',
  summary: {
    en: 'With awsfirelens a container of the task has firelensConfiguration.',
    ko: 'awsfirelens를 쓰면 태스크의 컨테이너 중 하나에 firelensConfiguration이 있습니다.',
  },
  why: {
    en: 'That container is the log router, which takes the lines of the others.',
    ko: '그 컨테이너가 다른 컨테이너의 로그를 받는 로그 라우터입니다.',
  },
  docs: docs.firelens,
  awsText:
    'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
  examples: {
    // A router alone may take lines over the network.
    good: [onFargate(through, {}, router), onFargate({}, {}, router)],
    bad: [onFargate(through)],
  },
  find(definition) {
    const parts = containersOf(definition)
    if (parts.some(({ container }) => container.firelensConfiguration)) return []
    return parts
      .filter(({ container }) => container.logConfiguration?.logDriver === 'awsfirelens')
      .map(({ path, name }) => ({
        path: [...path, 'logConfiguration', 'logDriver'],
        text: {
          en: 'Container {container} logs with awsfirelens, but no container has firelensConfiguration.',
          ko: '{container} 컨테이너가 awsfirelens로 로그를 남기지만 firelensConfiguration이 있는 컨테이너가 없습니다.',
        },
        values: { container: name },
      }))
  },
})
