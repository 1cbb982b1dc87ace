/** R1.3: a task takes a host port once. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { removal, setting } from '../mend.ts'
import type { Definition, PortMapping } from '../../definition.ts'
import { portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

const web: PortMapping = { containerPort: 80, hostPort: 3000 }

export const sameHostPort = defineRule({
  id: 'R1.3',
  severity: 'error',
  summary: {
    en: 'No two port mappings of a task take the same host port with the same protocol.',
    ko: '한 태스크의 포트 매핑 둘이 같은 프로토콜의 같은 호스트 포트를 쓸 수 없습니다.',
  },
  why: {
    en: 'The second container could not listen. Dynamic ports (0 or left out, with bridge) never meet.',
    ko: '두 번째 컨테이너가 수신할 수 없습니다. 동적 포트(bridge에서 0이거나 생략)는 겹치지 않습니다.',
  },
  docs: docs.portMapping,
  awsText: "TCP host port '3000' is mapped multiple times in task.",
  examples: {
    good: [
      onEc2({
        portMappings: [
          { containerPort: 80, hostPort: 0 },
          { containerPort: 81, hostPort: 0 },
        ],
      }),
      onEc2({ portMappings: [web] }, {}, { portMappings: [{ ...web, protocol: 'udp' }] }),
      onFargate({ portMappings: [{ containerPort: 80 }] }, {}, { portMappings: [{ containerPort: 81 }] }),
    ],
    bad: [
      onEc2({ portMappings: [web] }, {}, { portMappings: [{ containerPort: 8080, hostPort: 3000 }] }),
      onFargate({ portMappings: [{ containerPort: 80 }] }, {}, { portMappings: [{ containerPort: 80 }] }),
    ],
  },
  find(definition) {
    const seen = new Set<string>()
    return portsOf(definition).flatMap(({ mapping, protocol, portPath, name }) => {
      const port = fixedPort(definition, mapping)
      const key = `${protocol} ${port}`
      if (port === undefined || !seen.has(key)) {
        seen.add(key)
        return []
      }
      const text = {
        en: 'Host port {port} ({protocol}) is taken twice in this task; container {container} is the second.',
        ko: '이 태스크에서 호스트 포트 {port}({protocol})를 두 번 씁니다. {container} 컨테이너가 두 번째입니다.',
      }
      const fix = sharesNetwork(definition)
        ? removal(portPath, false)
        : setting([...portPath, 'hostPort'], 0, false)
      return [{ path: portPath, text, values: { port: String(port), protocol, container: name }, fix }]
    })
  },
})

function fixedPort(definition: Definition, { hostPort, containerPort }: PortMapping): number | undefined {
  if (sharesNetwork(definition)) return hostPort ?? containerPort
  return hostPort === 0 ? undefined : hostPort
}

/** With awsvpc and host, the containers share one network: their own ports meet. */
function sharesNetwork({ networkMode }: Definition): boolean {
  return networkMode === 'awsvpc' || networkMode === 'host'
}
