/** R0.port-name: the name of a port mapping, by which Service Connect finds it. */
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { hasHole, portsOf } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
const legal = /^[a-z0-9_][a-z0-9_-]{0,63}$/

const named = (name: string) => onFargate({ portMappings: [{ containerPort: 80, name }] })

export const portName = defineRule({
  id: 'R0.port-name',
  severity: 'error',
  summary: {
    en: 'The name of a port mapping has 1–64 lower-case letters, digits, _ and -, and does not start with -.',
    ko: '포트 매핑 이름은 소문자, 숫자, _, -로 1~64자이며 -로 시작하지 않습니다.',
  },
  why: {
    en: 'Service Connect makes it part of a host name.',
    ko: 'Service Connect가 호스트 이름의 일부로 씁니다.',
  },
  docs: docs.portMapping,
  examples: {
    good: [named('web-80'), named('${PORT_NAME}')],
    bad: [named('Web'), named('-web'), named('a'.repeat(65)), named('')],
  },
  find: (definition) =>
    portsOf(definition).flatMap(({ mapping: { name }, portPath }) => {
      if (name === undefined || legal.test(name) || hasHole(name)) return []
      const path = [...portPath, 'name']
      const better = name
        .toLowerCase()
        .replace(/[^a-z0-9_-]/g, '-')
        .replace(/^-+/, '')
        .slice(0, 64)
      const text = {
        en: '“{name}” cannot be the name of a port: lower-case letters, digits, _ and -, 64 at most, no - in front.',
        ko: '“{name}”은(는) 포트 이름으로 쓸 수 없습니다. 소문자, 숫자, _, -로 최대 64자이며 -로 시작하지 않습니다.',
      }
      const fix = setting(path, better || 'port', false)
      return [{ path, text, values: { name }, fix }]
    }),
})
