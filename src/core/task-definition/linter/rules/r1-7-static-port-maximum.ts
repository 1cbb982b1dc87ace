/** R1.7: With a static host port, maximumPercent above 100 only helps where there are spare instances. */
import { readyInstances, roomOf } from '../deployment-room.ts'
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { aService, instances } from '../target-example.ts'
import { dynamic, fixed, staticPorts } from './static-ports.ts'

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
