/** The findings about types, in words: unknown members, wrong types, and what is missing. */
import type { Message, Text } from '../../../i18n/text.ts'
import type { Json, JsonPath } from '../json.ts'
import { fittingValue } from '../schema/fitting-value.ts'
import { isSameName, nearestName } from '../schema/nearest-name.ts'
import { readOnlyMembers } from '../schema/read-only.ts'
import { isObject, sdkVersion, type Shape, type Structure, structureOf } from '../schema/shape.ts'
import type { Finding, Fix } from './finding.ts'
import { isFunction } from './template-functions.ts'

/** @param object what the unknown member stands in: a name that stands there already cannot be meant. */
export function unknownMember(
  path: JsonPath,
  structure: Structure,
  object: { [key: string]: Json },
): Finding {
  const key = String(path.at(-1))
  const finding = { rule: 'unknown-member', severity: 'error' as const, path }
  if (path.length === 1 && readOnlyMembers.includes(key))
    return { ...finding, message: { text: texts.readOnly, values: { key } }, fix: removal(path, key, true) }
  const free = Object.keys(structure.members).filter((name) => !Object.hasOwn(object, name))
  const nearest = nearestName(key, free)
  if (nearest === undefined)
    return {
      ...finding,
      message: { text: texts.unknown, values: { key, sdkVersion } },
      fix: removal(path, key, false),
    }
  const title = { text: texts.rename, values: { key, nearest } }
  return {
    ...finding,
    message: { text: texts.misspelt, values: { key, nearest } },
    fix: { title, safe: isSameName(nearest, key), changes: [{ path, renameTo: nearest }] },
  }
}

export function wrongType(path: JsonPath, value: Json, shape: Shape): Finding {
  const expected = expectedWords(shape)
  const found = foundWords(value)
  const key = nameOf(path)
  const subject = key === undefined ? texts.definition : texts.key
  const fix = fixOfType(path, value, shape)
  return {
    rule: 'wrong-type',
    severity: 'error',
    path,
    message: {
      text: {
        en: `${subject.en} needs ${expected.en}, and this is ${found.en}.`,
        ko: `${subject.ko}에는 ${expected.ko}이(가) 필요하지만, 여기에는 ${found.ko}이(가) 있습니다.`,
      },
      ...(key === undefined ? {} : { values: { key } }),
    },
    ...(fix ? { fix } : {}),
  }
}

/** `path`: the object that lacks the member. */
export function missingRequired(path: JsonPath, name: string): Finding {
  return {
    rule: 'missing-required',
    severity: 'error',
    path,
    message: { text: path.length > 0 ? texts.missing : texts.missingAtTop, values: { name } },
  }
}

function fixOfType(path: JsonPath, value: Json, shape: Shape): Fix | undefined {
  const key = nameOf(path)
  if (key === undefined) return undefined
  if (value === null) return removal(path, key, true)
  const fitting = fittingValue(value, shape, path)
  if (fitting !== undefined)
    return { title: titleOf(fitting), safe: true, changes: [{ path, value: fitting }] }
  return typeof shape === 'object' && 'list' in shape ? listFix(path, value, shape.list) : undefined
}

/** One value where a list is needed: whether a command is one word or a line for a shell is not ours to say. */
function listFix(path: JsonPath, value: Json, element: Shape): Fix | undefined {
  const structure = structureOf(element)
  const pairs = structure && isObject(value) ? asPairs(value, structure) : undefined
  if (pairs) return { title: { text: texts.pairs }, safe: true, changes: [{ path, value: pairs }] }
  const isOne = structure
    ? isObject(value) && Object.keys(value).every((key) => Object.hasOwn(structure.members, key))
    : typeof value === (element === 'integer' ? 'number' : 'string')
  return isOne
    ? { title: { text: texts.wrapInList }, safe: false, changes: [{ path, value: [value] }] }
    : undefined
}

/** `{"PORT": 8080}`, as Compose and people write an environment, in the names and values of AWS. */
function asPairs(value: { [key: string]: Json }, { members }: Structure): Json | undefined {
  const isPair = Object.keys(members).join() === 'name,value'
  const isPlain = Object.values(value).every((each) => typeof each !== 'object')
  const isMap = !Object.keys(value).some((key) => Object.hasOwn(members, key))
  if (!isPair || !isPlain || !isMap) return undefined
  return Object.entries(value).map(([name, each]) => ({
    name,
    value: typeof each === 'string' ? each : JSON.stringify(each),
  }))
}

/** A text is not repeated: it may be a secret. */
function titleOf(fitting: Json): Message {
  return typeof fitting === 'string'
    ? { text: texts.quote }
    : { text: texts.write, values: { value: JSON.stringify(fitting) } }
}

function removal(path: JsonPath, key: string, safe: boolean): Fix {
  return {
    title: { text: texts.remove, values: { key } },
    safe,
    changes: [{ path, value: undefined }],
  }
}

/** The last name in a path: an element goes by the name of its list. */
function nameOf(path: JsonPath): string | undefined {
  return path.findLast((step): step is string => typeof step === 'string')
}

function expectedWords(shape: Shape): Text {
  if (shape === 'integer') return { en: 'a whole number', ko: '정수' }
  if (shape === 'boolean') return { en: 'true or false', ko: 'true 또는 false' }
  if (shape === 'string' || 'enum' in shape) return { en: 'a text in quotes', ko: '따옴표로 감싼 문자열' }
  return 'list' in shape ? { en: 'a list [ ]', ko: '목록 [ ]' } : { en: "an object '{ }'", ko: "객체 '{ }'" }
}

function foundWords(value: Json): Text {
  if (value === null) return { en: 'null', ko: 'null' }
  if (Array.isArray(value)) return { en: 'a list', ko: '목록' }
  if (isFunction(value)) return { en: 'a function of CloudFormation', ko: 'CloudFormation 함수' }
  if (typeof value === 'object') return { en: 'an object', ko: '객체' }
  if (typeof value === 'string') return { en: 'a text', ko: '문자열' }
  if (typeof value === 'boolean') return { en: String(value), ko: String(value) }
  return Number.isInteger(value)
    ? { en: 'a number', ko: '숫자' }
    : { en: 'a number with a fraction', ko: '소수' }
}

const texts = {
  key: { en: '{key}', ko: '{key}' },
  definition: { en: 'The definition', ko: '태스크 정의' },
  readOnly: {
    en: 'DescribeTaskDefinition answers {key}; it is not part of what is registered.',
    ko: '{key}은(는) DescribeTaskDefinition의 응답일 뿐, 등록하는 내용에는 포함되지 않습니다.',
  },
  unknown: {
    en: 'ECS knows no member {key} here (as of client-ecs {sdkVersion}). Sent as it is, it would be dropped without a word.',
    ko: 'ECS는 여기에서 {key} 멤버를 알지 못합니다(client-ecs {sdkVersion} 기준). 그대로 보내면 아무 알림 없이 버려집니다.',
  },
  misspelt: {
    en: 'ECS knows no member {key} here; {nearest} is the nearest it knows.',
    ko: 'ECS는 여기에서 {key} 멤버를 알지 못합니다. 가장 비슷한 이름은 {nearest}입니다.',
  },
  missing: { en: 'The required member {name} is missing.', ko: '필수 멤버 {name}이(가) 없습니다.' },
  missingAtTop: {
    en: 'The definition lacks {name}, which is required.',
    ko: '태스크 정의에 필수 멤버 {name}이(가) 없습니다.',
  },
  remove: { en: 'Remove {key}', ko: '{key} 제거' },
  rename: { en: 'Rename {key} to {nearest}', ko: '{key}을(를) {nearest}(으)로 바꾸기' },
  quote: { en: 'Put it in quotes', ko: '따옴표로 감싸기' },
  write: { en: 'Write {value}', ko: '{value}(으)로 쓰기' },
  pairs: { en: 'Make it a list of names and values', ko: '이름과 값의 목록으로 만들기' },
  wrapInList: { en: 'Make it a list of one', ko: '요소가 하나인 목록으로 만들기' },
} satisfies Record<string, Text>
