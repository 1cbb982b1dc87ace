/** R1.6: With a static host port, a deployment may stop a task first or finds a spare instance. */
import { onEc2 } from '../example.ts'
import type { Definition } from '../../definition.ts'
import { readyInstances, roomOf } from '../deployment-room.ts'
import { docs } from '../docs.ts'
import type { Fix } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { aService, behindBalancer, instances } from '../target-example.ts'
import { dynamic, fixed, staticPorts } from './static-ports.ts'

const ofInstance = onEc2({ user: 'app', portMappings: [{ containerPort: 80 }] }, { networkMode: 'host' })

export const staticPortDeployment = defineRule({
  id: 'R1.6',
  severity: 'warning',
  summary: {
    en: 'With a static host port, a deployment may stop a task first or finds a spare instance.',
    ko: '고정 호스트 포트를 쓰면 배포가 태스크를 먼저 멈출 수 있거나 여유 인스턴스가 있어야 합니다.',
  },
  why: {
    en: 'Only one such task fits on an instance. Where all instances have one and none may be stopped, the new tasks find no place.',
    ko: '이런 태스크는 인스턴스마다 하나만 들어갑니다. 모든 인스턴스에 이미 있고 하나도 멈출 수 없으면 새 태스크를 배치할 곳이 없습니다.',
  },
  docs: docs.placementEvents,
  awsText:
    '… was unable to place a task because no container instance met all of its requirements. The closest matching container-instance … is already using a port required by your task.',
  examples: { good: [fixed], bad: [] },
  situations: {
    good: [
      {
        definition: fixed,
        context: {
          service: aService({ minimumHealthyPercent: 50, maximumPercent: 100 }),
          instances: instances(2),
        },
      },
      { definition: fixed, context: { service: aService(), instances: instances(3) } },
      { definition: dynamic, context: { service: aService(), instances: instances(1) } },
    ],
    bad: [
      { definition: fixed, context: { service: aService(), instances: instances(2) } },
      { definition: fixed, context: { service: aService({ desiredCount: 3 }), instances: instances(2) } },
      behindBalancer({ instances: instances(2) }, {}, fixed),
      behindBalancer({ instances: instances(2) }, {}, ofInstance),
    ],
  },
  find(definition, context) {
    const [first] = staticPorts(definition)
    const { service } = context
    const ready = readyInstances(context)
    if (
      !first ||
      service?.schedulingStrategy !== 'REPLICA' ||
      service.desiredCount === 0 ||
      ready === undefined
    )
      return []
    const { mayStop, mayStart } = roomOf(service)
    const isCrowded = service.desiredCount > ready
    if (!isCrowded && (mayStop || (mayStart && ready > service.desiredCount))) return []
    const crowded = {
      en: 'Host port {port} is static: {ready, number} instances run at most as many tasks, and {desired, number} are wanted.',
      ko: '호스트 포트 {port}이(가) 고정이므로 인스턴스 {ready, number}개에서 그만큼만 실행할 수 있는데 {desired, number}개를 원합니다.',
    }
    const stuck = {
      en: 'Host port {port} is static: with {desired, number} tasks on {ready, number} instances a deployment may stop none and start none.',
      ko: '호스트 포트 {port}이(가) 고정이므로 태스크 {desired, number}개와 인스턴스 {ready, number}개에서는 배포가 하나도 멈추거나 시작할 수 없습니다.',
    }
    const values = { port: String(first.port), ready, desired: service.desiredCount }
    const fix = service.loadBalancers.length > 0 ? dynamicPortsInstead(definition) : undefined
    return [{ path: first.part.portPath, text: isCrowded ? crowded : stuck, values, fix }]
  },
})

/** A load balancer finds tasks by whatever port they got. Undefined with host, which has no dynamic ports. */
function dynamicPortsInstead(definition: Definition): Fix | undefined {
  if (definition.networkMode === 'host') return undefined
  return {
    title: { text: { en: 'Use dynamic host ports', ko: '동적 호스트 포트 사용' } },
    safe: false,
    changes: staticPorts(definition).map(({ part }) => ({ path: [...part.portPath, 'hostPort'], value: 0 })),
  }
}
