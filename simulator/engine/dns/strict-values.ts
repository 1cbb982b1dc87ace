/** Whether the values of a record set are well formed, as far as Route 53 looks. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { valuesOf } from './strict-compare.ts'
import { words } from './strict-words.ts'

/** What is wrong with the values, one message each. */
export function valueProblems(set: ResourceRecordSet): string[] {
  const values = valuesOf(set)
  const many = set.Type === 'CNAME' && values.length > 1 ? [words.cnameValues(set)] : []
  const duplicates = values.filter((value, index) => values.indexOf(value) < index)
  return [
    ...many,
    ...values.flatMap((value) => checks[set.Type ?? '']?.(value) ?? []),
    ...duplicates.map(words.duplicateValue),
  ]
}

type Check = (value: string) => string | undefined

const checks: Record<string, Check | undefined> = {
  A: (value) =>
    isIpv4(value)
      ? undefined
      : words.badValue('ARRDATAIllegalIPv4Address', 'Value is not a valid IPv4 address', value),
  AAAA: (value) =>
    isIpv6(value)
      ? undefined
      : words.badValue('AAAARRDATAIllegalIPv6Address', 'Value is not a valid IPv6 address', value),
  CNAME: (value) =>
    value === '' || /\s/.test(value)
      ? words.badValue('DomainNameInvalid', 'Value is not a valid domain name', value)
      : undefined,
  TXT: textProblem,
  SPF: textProblem,
}

/** Strings in quotes side by side, each of at most 255 characters after escapes. */
function textProblem(value: string): string | undefined {
  const strings = value.match(/"(?:[^"\\]|\\.)*"/gs) ?? []
  const rest = value.replace(/"(?:[^"\\]|\\.)*"/gs, '')
  if (strings.length === 0 || rest.trim() !== '') {
    return words.badValue('InvalidCharacterString', 'Value should be enclosed in quotation marks', value)
  }
  const long = strings.find((text) => text.slice(1, -1).replace(/\\(\d{3}|.)/gs, '?').length > 255)
  return long === undefined ? undefined : words.badValue('CharacterStringTooLong', 'Value is too long', long)
}

function isIpv4(value: string): boolean {
  const parts = value.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

function isIpv6(value: string): boolean {
  const halves = value.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)
  const mapped = last?.includes('.') === true
  if (mapped && !isIpv4(last)) return false
  const plain = mapped ? groups.slice(0, -1) : groups
  const count = plain.length + (mapped ? 2 : 0)
  const complete = halves.length === 2 ? count < 8 : count === 8
  return complete && plain.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
}
