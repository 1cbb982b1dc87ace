/** R1.5: host ports 22, 2375, 2376 and 51678–51680 are reserved on every instance. */
import { reservedPort } from '../../../ecs/ports.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { portsOf, staticHostPort } from '../parts.ts'
import { defineRule } from '../rule.ts'

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
