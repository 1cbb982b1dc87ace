/** R0.no-containers: a task has at least one container. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { defineRule } from '../rule.ts'

export const noContainers = defineRule({
  id: 'R0.no-containers',
  severity: 'error',
  summary: { en: 'A task has at least one container.', ko: '태스크에는 컨테이너가 하나 이상 있습니다.' },
  why: { en: 'There would be nothing to run.', ko: '실행할 것이 없습니다.' },
  docs: docs.register,
  awsText: 'Container list cannot be empty.',
  examples: { good: [onEc2()], bad: [onEc2({}, { containerDefinitions: [] })] },
  find: ({ containerDefinitions }) =>
    containerDefinitions?.length === 0
      ? [
          {
            path: ['containerDefinitions'],
            text: { en: 'There is no container in the list.', ko: '목록에 컨테이너가 없습니다.' },
          },
        ]
      : [],
})
