/** R0.value-from: what names a secret belongs in `secrets`, not in `environment`. */
import type { Json, JsonPath } from '../../json.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { containersOf } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { toSecrets } from './to-secrets.ts'

const parameter = 'arn:aws:ssm:eu-west-1:123456789012:parameter/db'
/** It is written as a pair of name and value, and is none. */
const misplaced = { name: 'DB', valueFrom: parameter }

export const valueFrom = defineRule({
  id: 'R0.value-from',
  severity: 'error',
  summary: {
    en: 'valueFrom stands in secrets, not in environment.',
    ko: 'valueFrom은 environment가 아니라 secrets에 적습니다.',
  },
  why: {
    en: 'A variable in environment has a name and a value; ECS looks up a secret only for entries of secrets.',
    ko: 'environment의 변수에는 이름과 값이 있습니다. ECS는 secrets의 항목만 보안 암호에서 찾습니다.',
  },
  docs: docs.secrets,
  examples: {
    good: [onFargate({ secrets: [{ name: 'DB', valueFrom: parameter }] })],
    bad: [
      onFargate({ environment: [misplaced] }),
      onFargate({
        environment: [{ name: 'MODE', value: 'live' }, misplaced],
        secrets: [{ name: 'KEY', valueFrom: parameter }],
      }),
      onFargate({ environment: [misplaced], secrets: [misplaced] }),
    ],
  },
  find: (definition, _context, written) =>
    containersOf(definition).flatMap((part) =>
      (part.container.environment ?? []).flatMap(({ name = '' }, index) => {
        const path = [...part.path, 'environment', index, 'valueFrom']
        const source = memberAt(written, path)
        if (typeof source !== 'string') return []
        const text = {
          en: '{variable} of container {container} names a secret, which only entries of secrets may do.',
          ko: '{container} 컨테이너의 {variable} 변수가 보안 암호를 가리킵니다. secrets의 항목만 그럴 수 있습니다.',
        }
        const values = { variable: name, container: part.name }
        return [{ path, text, values, fix: toSecrets(part, index, { name, valueFrom: source }) }]
      }),
    ),
})

function memberAt(value: Json, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, step) => (typeof at === 'object' ? (at as Record<string | number, Json> | null)?.[step] : undefined),
    value,
  )
}
