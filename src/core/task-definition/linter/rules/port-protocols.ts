/** R0.port-protocols: one port of a container speaks one protocol. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { removal } from '../mend.ts'
import { portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const portProtocols = defineRule({
  id: 'R0.port-protocols',
  severity: 'error',
  summary: {
    en: 'A container port is mapped for one protocol only.',
    ko: '컨테이너 포트는 한 프로토콜로만 매핑합니다.',
  },
  why: {
    en: 'AWS answers an error when the same container port is exposed for several protocols.',
    ko: '같은 컨테이너 포트를 여러 프로토콜로 노출하면 AWS가 오류로 응답합니다.',
  },
  docs: docs.portMapping,
  examples: {
    good: [
      onEc2({ portMappings: [{ containerPort: 53, protocol: 'udp' }, { containerPort: 80 }] }),
      onEc2(
        { portMappings: [{ containerPort: 80 }] },
        {},
        { portMappings: [{ containerPort: 80, protocol: 'udp' }] },
      ),
    ],
    bad: [onEc2({ portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }] })],
  },
  find(definition) {
    const first = new Map<string, string>()
    return portsOf(definition).flatMap(
      ({ mapping: { containerPort: port }, protocol, index, name, portPath }) => {
        const key = `${index} ${port}`
        const earlier = first.get(key) ?? protocol
        if (port === undefined || earlier === protocol) {
          first.set(key, earlier)
          return []
        }
        const text = {
          en: 'Port {port} of container {container} is mapped for {first} and for {second}.',
          ko: '{container} 컨테이너의 {port} 포트가 {first}와 {second} 둘 다로 매핑되어 있습니다.',
        }
        const values = { port: String(port), container: name, first: earlier, second: protocol }
        return [{ path: portPath, text, values, fix: removal(portPath, false) }]
      },
    )
  },
})
