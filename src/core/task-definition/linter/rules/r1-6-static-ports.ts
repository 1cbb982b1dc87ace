/** R1.6, R1.7 and R1.8: a static host port lets one task run on an instance. */
import { onEc2 } from '../example.ts'
import type { Definition } from '../../definition.ts'
import { readyInstances, roomOf } from '../deployment-room.ts'
import { docs } from '../docs.ts'
import { portsOf, type PortPart, staticHostPort } from '../parts.ts'
import type { Fix } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { aService, behindBalancer, instances } from '../target-example.ts'

const fixed = onEc2({ portMappings: [{ containerPort: 80, hostPort: 80 }] })
const ofInstance = onEc2({ user: 'app', portMappings: [{ containerPort: 80 }] }, { networkMode: 'host' })
const dynamic = onEc2({ portMappings: [{ containerPort: 80, hostPort: 0 }] })

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

export const staticPortMaximum = defineRule({
  id: 'R1.7',
  severity: 'warning',
  summary: {
    en: 'With a static host port, maximumPercent above 100 only helps where there are spare instances.',
    ko: '고정 호스트 포트에서 100을 넘는 maximumPercent는 여유 인스턴스가 있을 때만 도움이 됩니다.',
  },
  why: {
    en: 'A new task needs an instance on which the port is free, so tasks are stopped first and fewer run meanwhile.',
    ko: '새 태스크에는 포트가 빈 인스턴스가 필요하므로 먼저 태스크를 멈추고 그동안 더 적게 실행됩니다.',
  },
  docs: docs.deployment,
  situations: {
    good: [
      {
        definition: fixed,
        context: { service: aService({ minimumHealthyPercent: 50 }), instances: instances(3) },
      },
      {
        definition: fixed,
        context: {
          service: aService({ minimumHealthyPercent: 50, maximumPercent: 100 }),
          instances: instances(2),
        },
      },
      {
        definition: dynamic,
        context: { service: aService({ minimumHealthyPercent: 50 }), instances: instances(2) },
      },
    ],
    bad: [
      {
        definition: fixed,
        context: { service: aService({ minimumHealthyPercent: 50 }), instances: instances(2) },
      },
    ],
  },
  find(definition, context) {
    const [first] = staticPorts(definition)
    const { service } = context
    if (
      !first ||
      service?.schedulingStrategy !== 'REPLICA' ||
      readyInstances(context) !== service.desiredCount
    )
      return []
    const { mayStop, mayStart } = roomOf(service)
    if (!mayStop || !mayStart) return []
    const text = {
      en: 'Host port {port} is static and no instance is spare: a deployment stops tasks before it starts new ones, whatever maximumPercent is.',
      ko: '호스트 포트 {port}이(가) 고정이고 여유 인스턴스가 없으므로 maximumPercent와 관계없이 배포가 새 태스크를 시작하기 전에 기존 태스크를 멈춥니다.',
    }
    return [{ path: first.part.portPath, text, values: { port: String(first.port) } }]
  },
})

export const neighbourPort = defineRule({
  id: 'R1.8',
  severity: 'warning',
  summary: {
    en: 'No two services of a cluster take the same static host port.',
    ko: '클러스터의 두 서비스가 같은 고정 호스트 포트를 쓰지 않습니다.',
  },
  why: {
    en: 'Their tasks cannot share an instance, and one service may take all of them.',
    ko: '두 서비스의 태스크가 한 인스턴스에 함께 있을 수 없고 한쪽이 모두 차지할 수 있습니다.',
  },
  docs: docs.portMapping,
  situations: {
    good: [
      { definition: dynamic, context: { neighbours: [{ service: 'blog', definition: fixed }] } },
      { definition: fixed, context: { neighbours: [{ service: 'blog', definition: dynamic }] } },
    ],
    bad: [{ definition: fixed, context: { neighbours: [{ service: 'blog', definition: fixed }] } }],
  },
  find(definition, { neighbours = [] }) {
    return staticPorts(definition).flatMap(({ port, part }) => {
      const other = neighbours.find((neighbour) =>
        staticPorts(neighbour.definition).some(
          (taken) => taken.port === port && taken.part.protocol === part.protocol,
        ),
      )
      const text = {
        en: 'Service {service} of this cluster takes host port {port} too.',
        ko: '이 클러스터의 {service} 서비스도 호스트 포트 {port}을(를) 씁니다.',
      }
      return other
        ? [{ path: part.portPath, text, values: { service: other.service, port: String(port) } }]
        : []
    })
  },
})

function staticPorts(definition: Definition): { port: number; part: PortPart }[] {
  return portsOf(definition).flatMap((part) => {
    const port = staticHostPort(definition, part.mapping)
    return port === undefined ? [] : [{ port, part }]
  })
}

/** A load balancer finds tasks by whatever port they got. Undefined with host, which has no dynamic ports. */
function dynamicPortsInstead(definition: Definition): Fix | undefined {
  if (definition.networkMode === 'host') return undefined
  return {
    title: { text: { en: 'Use dynamic host ports', ko: '동적 호스트 포트 사용' } },
    safe: false,
    changes: staticPorts(definition).map(({ part }) => ({ path: [...part.portPath, 'hostPort'], value: 0 })),
  }
}
