/** R1.5-count: a task takes at most 94 static host ports. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { portsOf, staticHostPort } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** Reserved ports of an instance, those of ECS included. */
const most = 100

const ofEcs = 6

export const hostPortCount = defineRule({
  id: 'R1.5-count',
  severity: 'warning',
  summary: {
    en: 'A task takes at most 94 static host ports.',
    ko: '태스크의 고정 호스트 포트는 최대 94개입니다.',
  },
  why: {
    en: 'An instance has at most 100 reserved ports, six of them for itself. Dynamic ports do not count.',
    ko: '인스턴스의 예약 포트는 최대 100개이며 그중 6개는 자체 용도입니다. 동적 포트는 세지 않습니다.',
  },
  docs: docs.portMapping,
  examples: {
    good: [onEc2({ portMappings: hostPorts(94) })],
    bad: [onEc2({ portMappings: hostPorts(95) })],
  },
  find(definition) {
    const ports = portsOf(definition).flatMap(({ mapping }) => staticHostPort(definition, mapping) ?? [])
    if (ports.length <= most - ofEcs) return []
    const text = {
      en: 'This task takes {count, number} static host ports; no instance has more than {most, number} free.',
      ko: '이 태스크는 고정 호스트 포트 {count, number}개를 씁니다. 어떤 인스턴스도 {most, number}개보다 많이 비어 있지 않습니다.',
    }
    return [{ path: ['containerDefinitions'], text, values: { count: ports.length, most: most - ofEcs } }]
  },
})

function hostPorts(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    containerPort: 1000 + index,
    hostPort: 3000 + index,
  }))
}
