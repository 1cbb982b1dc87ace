/** R1.4: a static host port keeps away from those that instances give out. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { portsOf, staticHostPort } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** First port of /proc/sys/net/ipv4/ip_local_port_range on the images that AWS makes. */
const first = 32_768
/** The agent's own are R1.5's to tell. */
const agentPorts = [51_678, 51_679, 51_680]

export const ephemeralPort = defineRule({
  id: 'R1.4',
  severity: 'warning',
  summary: {
    en: 'A static host port is below 32768.',
    ko: '고정 호스트 포트는 32768보다 작습니다.',
  },
  why: {
    en: 'Dynamic ports come from this range: a static one in it may be taken already when the task starts.',
    ko: '동적 포트가 이 범위에서 할당되므로 태스크가 시작될 때 이미 쓰이고 있을 수 있습니다.',
  },
  docs: docs.portMapping,
  examples: {
    good: [onEc2({ portMappings: [{ containerPort: 80, hostPort: 8080 }] })],
    bad: [
      onEc2({ portMappings: [{ containerPort: 80, hostPort: 40_000 }] }),
      onEc2({ user: 'app', portMappings: [{ containerPort: 50_000 }] }, { networkMode: 'host' }),
    ],
  },
  find: (definition) =>
    portsOf(definition).flatMap(({ mapping, portPath, name }) => {
      const port = staticHostPort(definition, mapping)
      if (port === undefined || port < first || agentPorts.includes(port)) return []
      const isBridge = definition.networkMode !== 'host'
      return [
        {
          path: isBridge ? [...portPath, 'hostPort'] : portPath,
          text: {
            en: 'Host port {port} of container {container} lies where instances choose dynamic ports (from 32768 on).',
            ko: '{container} 컨테이너의 호스트 포트 {port}이(가) 인스턴스가 동적 포트를 고르는 범위(32768부터)에 있습니다.',
          },
          values: { port: String(port), container: name },
          ...(isBridge && { fix: setting([...portPath, 'hostPort'], 0, false) }),
        },
      ]
    }),
})
