/** R10.connect and R10.connect-protocol: ports that Service Connect uses. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { portsOf } from '../parts.ts'
import type { Definition } from '../../definition.ts'
import { defineRule } from '../rule.ts'
import { aService } from '../target-example.ts'

const service = aService({ subnets: ['subnet-1'], serviceConnectPorts: ['web'] })
const speaking = (appProtocol: string | undefined) =>
  onFargate({ portMappings: [{ containerPort: 80, name: 'web', appProtocol }] })
const situation = (definition: Definition, running?: Definition) => ({
  definition,
  context: { service, ...(running && { running }) },
})

export const connectPort = defineRule({
  id: 'R10.connect',
  severity: 'error',
  summary: {
    en: 'Ports that Service Connect uses are named in the definition.',
    ko: 'Service Connect가 쓰는 포트의 이름이 정의에 있습니다.',
  },
  why: {
    en: 'The service’s configuration calls ports by the name of their mapping.',
    ko: '서비스 구성은 포트를 매핑의 이름으로 부릅니다.',
  },
  docs: docs.serviceConnect,
  situations: {
    good: [situation(speaking('http'))],
    bad: [situation(onFargate({ portMappings: [{ containerPort: 80 }] }))],
  },
  find(definition, context) {
    const names = new Set(portsOf(definition).map(({ mapping }) => mapping.name))
    return (context.service?.serviceConnectPorts ?? [])
      .filter((name) => !names.has(name))
      .map((name) => ({
        path: ['containerDefinitions'],
        text: {
          en: 'Service Connect uses the port named {name}, and no port mapping has this name.',
          ko: 'Service Connect가 {name}(이)라는 포트를 쓰는데 이 이름의 포트 매핑이 없습니다.',
        },
        values: { name },
      }))
  },
})

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
