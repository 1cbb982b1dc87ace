/** R10.connect: ports that Service Connect uses are named in the definition. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { situation, speaking } from './connect-examples.ts'

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
