/** R1.5: ports that are taken on every instance, and how many a task may take. */
import { reservedPort } from '../../../ecs/ports.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { portsOf, staticHostPort } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** Reserved ports of an instance, those of ECS included. */
const most = 100
const ofEcs = 6

export const reservedHostPort = defineRule({
  id: 'R1.5',
  severity: 'error',
  summary: {
    en: 'Host ports 22, 2375, 2376 and 51678–51680 are reserved on every instance.',
    ko: '호스트 포트 22, 2375, 2376, 51678~51680은 모든 인스턴스에서 예약되어 있습니다.',
  },
  why: {
    en: 'SSH, Docker and the container agent use them: such a task finds no instance.',
    ko: 'SSH, Docker, 컨테이너 에이전트가 쓰므로 태스크를 배치할 인스턴스가 없습니다.',
  },
  docs: docs.portMapping,
  examples: {
    good: [
      onEc2({ portMappings: [{ containerPort: 22, hostPort: 2222 }] }),
      onEc2({ portMappings: [{ containerPort: 22, hostPort: 22, protocol: 'udp' }] }),
    ],
    bad: [
      onEc2({ portMappings: [{ containerPort: 22, hostPort: 22 }] }),
      onEc2({ user: 'app', portMappings: [{ containerPort: 51_678 }] }, { networkMode: 'host' }),
    ],
  },
  find: (definition) =>
    portsOf(definition).flatMap(({ mapping, protocol, portPath }) => {
      const port = staticHostPort(definition, mapping)
      if (port === undefined || protocol !== 'tcp' || !reservedPort(port)) return []
      const isBridge = definition.networkMode !== 'host'
      return [
        {
          path: isBridge ? [...portPath, 'hostPort'] : portPath,
          text: {
            en: 'Host port {port} is reserved on every instance.',
            ko: '호스트 포트 {port}은(는) 모든 인스턴스에서 예약되어 있습니다.',
          },
          values: { port: String(port) },
          ...(isBridge && { fix: setting([...portPath, 'hostPort'], 0, false) }),
        },
      ]
    }),
})

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
