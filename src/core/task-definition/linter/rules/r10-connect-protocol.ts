/** R10.connect-protocol: protocol and appProtocol of a port stay as they are once Service Connect uses it. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { situation, speaking } from './connect-examples.ts'

export const connectProtocol = defineRule({
  id: 'R10.connect-protocol',
  severity: 'warning',
  summary: {
    en: 'protocol and appProtocol of a port stay as they are once Service Connect uses it.',
    ko: 'Service Connect가 쓰는 포트의 protocol과 appProtocol은 바꾸지 않습니다.',
  },
  why: {
    en: 'They cannot be changed: the deployment fails, and the service must be made anew or the port given another name.',
    ko: '바꿀 수 없으므로 배포가 실패합니다. 서비스를 새로 만들거나 포트에 다른 이름을 주어야 합니다.',
  },
  docs: docs.portMapping,
  situations: {
    good: [situation(speaking('http'), speaking('http')), situation(speaking('http'), onFargate())],
    bad: [situation(speaking('grpc'), speaking('http'))],
  },
  find(definition, context) {
    const before = context.running ? portsOf(context.running) : []
    const used = context.service?.serviceConnectPorts ?? []
    return portsOf(definition).flatMap(({ mapping: { name = '', appProtocol }, protocol, portPath }) => {
      const old = before.find((port) => port.mapping.name === name)
      if (!old || !used.includes(name)) return []
      if (old.protocol === protocol && old.mapping.appProtocol === appProtocol) return []
      const text = {
        en: 'Service Connect uses port {name}, and its protocol is to change.',
        ko: 'Service Connect가 {name} 포트를 쓰는데 프로토콜이 바뀝니다.',
      }
      return [{ path: portPath, text, values: { name } }]
    })
  },
})
