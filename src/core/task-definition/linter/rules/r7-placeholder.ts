/** R7.placeholder: what is still to be filled in. */
import type { Definition } from '../../definition.ts'
import type { Json, JsonPath } from '../../json.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { memberOf } from '../mend.ts'
import { hasHole } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** Where such a text may mean itself: a shell's variable in a command, a template's in a variable. */
const free = new Set([
  'command',
  'entryPoint',
  'environment',
  'dockerLabels',
  'tags',
  'labels',
  'driverOpts',
  'firelensConfiguration',
  'proxyConfiguration',
  'systemControls',
])
/** Options of drivers other than awslogs are templates of their own. */
const awslogsOption = /^awslogs-(group|region|stream-prefix)$/

export const placeholder = defineRule({
  id: 'R7.placeholder',
  severity: 'warning',
  summary: {
    en: 'Placeholders are filled in before a definition is registered.',
    ko: '정의를 등록하기 전에 자리 표시자를 채웁니다.',
  },
  why: {
    en: 'A pipeline may fill them in. As it stands AWS refuses the text, or takes it literally.',
    ko: '파이프라인이 채울 수도 있습니다. 그대로 두면 AWS가 거부하거나 글자 그대로 받습니다.',
  },
  docs: docs.register,
  examples: {
    good: [
      onFargate({ command: ['sh', '-c', 'echo $HOME'], environment: [{ name: 'PS1', value: '$PWD' }] }),
      onFargate({ logConfiguration: { logDriver: 'splunk', options: { tag: '{{.Name}}' } } }),
    ],
    bad: [
      onFargate({ image: '<IMAGE1_NAME>' }),
      onFargate({}, { family: '${FAMILY}' }),
      onFargate({}, { taskRoleArn: 'arn:aws:iam::{{account}}:role/web' }),
      onFargate({ secrets: [{ name: 'KEY', valueFrom: '$KEY_ARN' }] }),
      onFargate({ user: '$$$USER$$$' }),
    ],
  },
  find: (definition) =>
    holesIn(definition).map((path) => ({
      path,
      text: {
        en: '{member} is still to be filled in.',
        ko: '{member} 값을 아직 채우지 않았습니다.',
      },
      values: { member: memberOf(path) },
    })),
})

function holesIn(definition: Definition): JsonPath[] {
  const walk = (value: Json, path: JsonPath): JsonPath[] => {
    if (typeof value === 'string') return hasHole(value) ? [path] : []
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, member]) => {
      const step = Array.isArray(value) ? Number(key) : key
      const isFree = path.at(-1) === 'options' ? !awslogsOption.test(key) : free.has(key)
      return isFree ? [] : walk(member, [...path, step])
    })
  }
  return walk(definition as Json, [])
}
