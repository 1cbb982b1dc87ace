/** R1.2: with awsvpc and host, a host port is the container port or is left out. */
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { removal } from '../mend.ts'
import { portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const hostPortMatches = defineRule({
  id: 'R1.2',
  severity: 'error',
  summary: {
    en: 'With awsvpc and host, hostPort is left out or the same as containerPort.',
    ko: 'awsvpc와 host에서 hostPort는 생략하거나 containerPort와 같아야 합니다.',
  },
  why: {
    en: 'Neither mode has a bridge that could lead from one port to another.',
    ko: '두 모드에는 포트를 다른 포트로 이어 줄 브리지가 없습니다.',
  },
  docs: docs.portMapping,
  awsText: 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
  examples: {
    good: [
      onFargate({ portMappings: [{ containerPort: 80, hostPort: 80 }] }),
      // One page of AWS wants a host port with host; the API takes its absence for the container port.
      onEc2({ user: 'app', portMappings: [{ containerPort: 80 }] }, { networkMode: 'host' }),
      onEc2({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
    ],
    bad: [
      onFargate({ portMappings: [{ containerPort: 80, hostPort: 8080 }] }),
      onEc2({ user: 'app', portMappings: [{ containerPort: 80, hostPort: 0 }] }, { networkMode: 'host' }),
    ],
  },
  find(definition) {
    const { networkMode: mode = '' } = definition
    if (mode !== 'awsvpc' && mode !== 'host') return []
    return portsOf(definition).flatMap(({ mapping: { containerPort, hostPort }, portPath }) => {
      if (containerPort === undefined || hostPort === undefined || hostPort === containerPort) return []
      const path = [...portPath, 'hostPort']
      const text = {
        en: 'With {mode} the host port must be the container port {container}, not {host}.',
        ko: '{mode}에서 호스트 포트는 컨테이너 포트 {container}와 같아야 합니다. 지금은 {host}입니다.',
      }
      const values = { mode, container: String(containerPort), host: String(hostPort) }
      return [{ path, text, values, fix: removal(path, true) }]
    })
  },
})
