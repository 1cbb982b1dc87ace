/** R0.allowed-values: where AWS has a list of values, one of them stands. */
import type { Json, JsonPath } from '../../json.ts'
import { shapeAt } from '../../schema/shape.ts'
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import { memberOf, setting } from '../mend.ts'
import { hasHole } from '../parts.ts'
import { defineRule, type Found } from '../rule.ts'

export const allowedValues = defineRule({
  id: 'R0.allowed-values',
  severity: 'error',
  summary: {
    en: 'Members with a list of allowed values have one of them.',
    ko: '값 목록이 정해진 항목에는 그중 하나를 적습니다.',
  },
  why: {
    en: 'AWS refuses other values, and upper and lower case count.',
    ko: 'AWS는 다른 값을 거부하며 대소문자를 구분합니다.',
  },
  docs: docs.register,
  examples: {
    good: [
      onEc2({ portMappings: [{ containerPort: 80, protocol: 'udp' }] }),
      onEc2({}, { networkMode: '<MODE>' }),
    ],
    bad: [
      onEc2({ portMappings: [{ containerPort: 80, protocol: 'TCP' }] }),
      onEc2({}, { requiresCompatibilities: ['ec2'] }),
      onEc2({ logConfiguration: { logDriver: 'logentries' } }),
      onEc2({}, { placementConstraints: [{ type: 'distinctInstance' }] }),
      onEc2({ environmentFiles: [{ type: 'S3', value: 'arn:aws:s3:::bucket/web.env' }] }),
    ],
  },
  find: (definition) => walk(definition as Json, []),
})

function walk(value: Json, path: JsonPath): Found[] {
  if (typeof value === 'string') return judge(value, path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) =>
    walk(member, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

function judge(value: string, path: JsonPath): Found[] {
  const shape = shapeAt(path)
  if (typeof shape !== 'object' || !('enum' in shape)) return []
  const allowed = shape.enum
  if (allowed.includes(value) || hasHole(value)) return []
  const same = allowed.find((one) => plain(one) === plain(value))
  return [
    {
      path,
      text: {
        en: '“{value}” is no value for {member}: it must be one of {allowed}.',
        ko: '“{value}”은(는) {member}에 쓸 수 없습니다. 다음 중 하나여야 합니다: {allowed}.',
      },
      values: { value, member: memberOf(path), allowed: allowed.join(', ') },
      ...(same !== undefined && { fix: setting(path, same, true) }),
    },
  ]
}

function plain(value: string): string {
  return value.toLowerCase().replace(/[-_ ]/g, '')
}
