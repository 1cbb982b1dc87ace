/** R0.port-missing: a mapping says which port of the container it is about. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { setting } from '../mend.ts'
import { portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

export const portMissing = defineRule({
  id: 'R0.port-missing',
  severity: 'error',
  summary: {
    en: 'A port mapping has containerPort or containerPortRange.',
    ko: '포트 매핑에는 containerPort 또는 containerPortRange가 있습니다.',
  },
  why: {
    en: 'Without it there is no port to map.',
    ko: '없으면 매핑할 포트가 없습니다.',
  },
  docs: docs.portMapping,
  examples: {
    good: [
      onEc2({ portMappings: [{ containerPort: 80 }] }),
      onEc2({ portMappings: [{ containerPortRange: '80-90' }] }),
    ],
    bad: [onEc2({ portMappings: [{ hostPort: 8080 }] }), onEc2({ portMappings: [{}] })],
  },
  find: (definition) =>
    portsOf(definition)
      .filter(({ mapping }) => (mapping.containerPort ?? mapping.containerPortRange) === undefined)
      .map(({ mapping: { hostPort }, portPath, name }) => ({
        path: portPath,
        text: {
          en: 'A port mapping of container {container} has no containerPort.',
          ko: '{container} 컨테이너의 포트 매핑에 containerPort가 없습니다.',
        },
        values: { container: name },
        ...(hostPort && { fix: setting([...portPath, 'containerPort'], hostPort, false) }),
      })),
})
