/** R3.agent: the agents of the instances are connected. */
import { AGENT_CONCERN_MS } from '../../../ecs/agent.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { defineRule } from '../rule.ts'
import { anInstance } from '../target-example.ts'
import { on, now, instancesOf } from './instances-here.ts'

const away = anInstance({ id: '2', agentConnected: false, agentChangedAt: now - AGENT_CONCERN_MS })

export const agentAway = defineRule({
  id: 'R3.agent',
  severity: 'warning',
  summary: {
    en: 'The agents of the instances are connected.',
    ko: '인스턴스의 에이전트가 연결되어 있습니다.',
  },
  why: {
    en: 'An instance takes no tasks while its agent is away. A few minutes are normal, five or more are not.',
    ko: '에이전트 연결이 끊긴 인스턴스는 태스크를 받지 않습니다. 몇 분은 정상이지만 5분 이상은 아닙니다.',
  },
  docs: docs.instance,
  situations: {
    good: [
      on(anInstance(), { ...away, agentChangedAt: now - 60_000 }),
      on(anInstance(), { ...away, agentChangedAt: undefined }),
      { definition: onFargate(), context: { instances: [away], now } },
    ],
    bad: [on(anInstance(), away)],
  },
  find: (definition, context) =>
    instancesOf(definition, context).flatMap(({ id, agentConnected, agentChangedAt }) => {
      if (agentConnected || agentChangedAt === undefined || context.now === undefined) return []
      const forMs = context.now - agentChangedAt
      if (forMs < AGENT_CONCERN_MS) return []
      const text = {
        en: 'The agent of instance {id} is away for {minutes, number} minutes: it takes no tasks.',
        ko: '{id} 인스턴스의 에이전트 연결이 {minutes, number}분째 끊겨 있어 태스크를 받지 않습니다.',
      }
      return [{ path: [], text, values: { id, minutes: Math.floor(forMs / 60_000) } }]
    }),
})
