/** R3.update: no update of an agent has failed. */
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { anInstance } from '../target-example.ts'
import { on, instancesOf } from './instances-here.ts'

export const agentUpdate = defineRule({
  id: 'R3.update',
  severity: 'warning',
  summary: {
    en: 'No update of an agent has failed.',
    ko: '에이전트 업데이트가 실패하지 않았습니다.',
  },
  why: {
    en: 'The instance goes on with its old agent, which may lack what the task needs.',
    ko: '인스턴스가 이전 에이전트로 계속 동작하므로 태스크에 필요한 기능이 없을 수 있습니다.',
  },
  docs: docs.agentConnection,
  situations: {
    good: [on(anInstance({ agentUpdateStatus: 'UPDATED' }))],
    bad: [on(anInstance({ agentUpdateStatus: 'FAILED' }))],
  },
  find: (definition, context) =>
    instancesOf(definition, context)
      .filter(({ agentUpdateStatus }) => agentUpdateStatus === 'FAILED')
      .map(({ id }) => ({
        path: [],
        text: {
          en: 'The agent of instance {id} could not be updated.',
          ko: '{id} 인스턴스의 에이전트를 업데이트하지 못했습니다.',
        },
        values: { id },
      })),
})
