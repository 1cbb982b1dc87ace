/** R3.agent, R3.ready, R3.health and R3.update: the instances on which it is to run. */
import { AGENT_CONCERN_MS } from '../../../ecs/agent.ts'
import { isReady } from '../../../ecs/capacity.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import type { LintContext } from '../context.ts'
import { isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { anInstance } from '../target-example.ts'

const now = 1_800_000_000_000
const away = anInstance({ id: '2', agentConnected: false, agentChangedAt: now - AGENT_CONCERN_MS })
const on = (...instances: LintContext['instances'] & {}) => ({
  definition: onEc2(),
  context: { instances, now },
})

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

export const noneReady = defineRule({
  id: 'R3.ready',
  severity: 'warning',
  summary: {
    en: 'Some instance of the cluster takes tasks.',
    ko: '클러스터에 태스크를 받는 인스턴스가 있습니다.',
  },
  why: {
    en: 'Only instances that are ACTIVE with a connected agent do; DRAINING ones let their service tasks go.',
    ko: '에이전트가 연결된 ACTIVE 인스턴스만 태스크를 받습니다. DRAINING 인스턴스는 서비스 태스크를 내보냅니다.',
  },
  docs: docs.drain,
  situations: {
    good: [on(anInstance(), anInstance({ id: '2', status: 'DRAINING' }))],
    bad: [on(anInstance({ status: 'DRAINING' })), on()],
  },
  find(definition, context) {
    if (!context.instances || isForFargate(definition, context) || context.instances.some(isReady)) return []
    const text = {
      en: 'Of {count, number} instances none takes tasks now.',
      ko: '인스턴스 {count, number}개 중 지금 태스크를 받는 것이 없습니다.',
    }
    return [{ path: [], text, values: { count: context.instances.length } }]
  },
})

export const impairedInstance = defineRule({
  id: 'R3.health',
  severity: 'warning',
  summary: { en: 'The instances are not impaired.', ko: '인스턴스가 손상되지 않았습니다.' },
  why: {
    en: 'On an impaired instance (IMPAIRED) Docker does not answer as it should, and tasks may not start.',
    ko: '손상된(IMPAIRED) 인스턴스에서는 Docker가 제대로 응답하지 않아 태스크가 시작되지 않을 수 있습니다.',
  },
  docs: docs.healthState,
  situations: {
    good: [on(anInstance({ healthStatus: 'OK' }))],
    bad: [on(anInstance({ healthStatus: 'IMPAIRED' }))],
  },
  find: (definition, context) =>
    instancesOf(definition, context)
      .filter(({ healthStatus }) => healthStatus === 'IMPAIRED')
      .map(({ id }) => ({
        path: [],
        text: { en: 'Instance {id} is impaired.', ko: '{id} 인스턴스가 손상되었습니다.' },
        values: { id },
      })),
})

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

function instancesOf(...[definition, context]: Parameters<typeof isForFargate>) {
  return isForFargate(definition, context) ? [] : (context.instances ?? [])
}
