/** R1.8: no two services of a cluster take the same static host port. */
import { docs } from '../docs.ts'
import { defineRule } from '../rule.ts'
import { dynamic, fixed, staticPorts } from './static-ports.ts'

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
