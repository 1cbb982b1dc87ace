/**
 * imagedefinitions.json and imageDetail.json, by which CodePipeline gives containers new images: made from a definition, and
 * checked against it. https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html
 */
import type { Text, TextValues } from '../../i18n/text.ts'
import type { ContainerDefinition, Definition } from './definition.ts'
import type { Json, JsonPath } from './json.ts'
import type { Finding, Fix, Severity } from './linter/finding.ts'
import { problemAt, readText, type TextProblem } from './text.ts'

/** What the file is going to be used with. */
export interface ImageTarget {
  /** The definition that the service runs now: the action makes the next revision from it. */
  definition?: Definition
  /** The revision that the service runs. */
  serviceRevision?: number
  /** The newest one of the family. */
  latestRevision?: number
}

export interface ImageFileChecked {
  /** Which of the two files it is; undefined when it is neither. */
  kind: 'imagedefinitions.json' | 'imageDetail.json' | undefined
  /** Why it cannot be read, with line and column. */
  problems: TextProblem[]
  findings: Finding[]
}

/** An imagedefinitions.json with the images of a definition; containers without a name or an image are left out. */
export function imageDefinitions(definition: Definition): string {
  const images = (definition.containerDefinitions ?? []).flatMap(({ name, image }) =>
    name && image ? [{ name, imageUri: image }] : [],
  )
  return `${JSON.stringify(images, null, 2)}\n`
}

/** The imageDetail.json of the blue/green action; its taskdef.json has a placeholder where the image goes. */
export function imageDetail(imageUri: string): string {
  return `${JSON.stringify({ ImageURI: imageUri }, null, 2)}\n`
}

const words = {
  size: {
    en: 'The file has {size, number} bytes; CodePipeline takes at most 102,400.',
    ko: '파일이 {size, number}바이트입니다. CodePipeline은 최대 102,400바이트를 받습니다.',
  },
  utf8: { en: 'The file is not UTF-8.', ko: '파일이 UTF-8이 아닙니다.' },
  bom: {
    en: 'The file starts with a byte order mark; remove it.',
    ko: '파일이 바이트 순서 표시로 시작합니다. 제거하세요.',
  },
  strict: {
    en: 'CodePipeline reads strict JSON: no comments and no last comma.',
    ko: 'CodePipeline은 엄격한 JSON만 읽습니다. 주석과 마지막 쉼표는 쓸 수 없습니다.',
  },
  array: {
    en: 'imagedefinitions.json is an array of {open} "name", "imageUri" {close}.',
    ko: 'imagedefinitions.json은 {open} "name", "imageUri" {close}의 배열이어야 합니다.',
  },
  entry: {
    en: 'An entry is an object with “name” and “imageUri”.',
    ko: '항목은 “name”과 “imageUri”가 있는 객체여야 합니다.',
  },
  member: { en: '“{member}” is missing.', ko: '“{member}”이(가) 없습니다.' },
  other: {
    en: 'CodePipeline does not know “{member}” here.',
    ko: 'CodePipeline은 여기에서 “{member}”을(를) 모릅니다.',
  },
  rename: { en: 'Call it {name}', ko: '{name}(으)로 바꾸기' },
  name: {
    en: 'The definition has no container “{name}”; its containers are {containers}. The name is the container’s, not the image’s.',
    ko: '정의에 “{name}” 컨테이너가 없습니다. 컨테이너: {containers}. 이미지 이름이 아니라 컨테이너 이름을 적습니다.',
  },
  twice: { en: '“{name}” stands twice.', ko: '“{name}”이(가) 두 번 있습니다.' },
  unlisted: {
    en: 'Container {name} is not listed: it keeps the image of the revision that the service runs.',
    ko: '{name} 컨테이너가 목록에 없어 서비스가 실행 중인 개정의 이미지를 그대로 씁니다.',
  },
  untagged: {
    en: '{image} has neither tag nor digest: what runs is whatever “latest” is when a task starts.',
    ko: '{image}에 태그도 다이제스트도 없습니다. 태스크가 시작될 때의 “latest”가 실행됩니다.',
  },
  long: {
    en: 'An image has at most 255 characters; this has {count, number}.',
    ko: '이미지는 최대 255자인데 {count, number}자입니다.',
  },
  stale: {
    en: 'The service runs revision {service, number}, but {latest, number} is the newest: the deploy action starts from {service, number}, and what {latest, number} changed does not come along.',
    ko: '서비스는 개정 {service, number}을(를) 실행 중이지만 최신은 {latest, number}입니다. 배포 작업은 {service, number}에서 시작하므로 {latest, number}의 변경은 포함되지 않습니다.',
  },
} satisfies Record<string, Text>

const most = 102_400

/** Checks either of the two files. `input`: a text, or the bytes of a file. Never throws. */
export function checkImageFile(input: string | Uint8Array, target: ImageTarget = {}): ImageFileChecked {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const { text, findings } = decoded(bytes)
  if (bytes.length > most) findings.push(finding('R8.size', 'error', [], words.size, { size: bytes.length }))
  const { value, problems } = readText(text)
  if (problems.length > 0) return { kind: undefined, problems, findings }
  if (!isStrict(text)) findings.push(finding('R8.json', 'error', [], words.strict))
  if (Array.isArray(value))
    return { kind: 'imagedefinitions.json', problems, findings: [...findings, ...checkList(value, target)] }
  if (isObject(value) && Object.keys(value).some((name) => name.toLowerCase() === 'imageuri'))
    return {
      kind: 'imageDetail.json',
      problems,
      findings: [...findings, ...checkMembers(value, [], ['ImageURI'])],
    }
  const message = { text: words.array, values: { open: '{', close: '}' } }
  return { kind: undefined, problems: [problemAt(text, 0, Math.max(text.length, 1), message)], findings }
}

function decoded(bytes: Uint8Array): { text: string; findings: Finding[] } {
  const findings: Finding[] = []
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    findings.push(finding('R8.utf8', 'error', [], words.utf8))
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (!text.startsWith('\uFEFF')) return { text, findings }
  findings.push(finding('R8.utf8', 'warning', [], words.bom))
  return { text: text.slice(1), findings }
}

function isStrict(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function checkList(
  list: readonly Json[],
  { definition, serviceRevision, latestRevision }: ImageTarget,
): Finding[] {
  const containers = definition?.containerDefinitions
  const seen = new Set<string>()
  const findings = list.flatMap((entry, index) => {
    if (!isObject(entry)) return [finding('R8.entry', 'error', [index], words.entry)]
    const { name, imageUri } = entry
    const found = checkMembers(entry, [index], ['name', 'imageUri'])
    if (typeof imageUri === 'string') found.push(...checkImage(imageUri, [index, 'imageUri']))
    if (typeof name !== 'string') return found
    if (seen.has(name)) found.push(finding('R8.twice', 'error', [index, 'name'], words.twice, { name }))
    seen.add(name)
    return [...found, ...(containers ? checkName(name, containers, [index, 'name']) : [])]
  })
  for (const { name = '' } of containers ?? [])
    if (!seen.has(name)) findings.push(finding('R8.unlisted', 'warning', [], words.unlisted, { name }))
  if (serviceRevision !== undefined && latestRevision !== undefined && latestRevision > serviceRevision) {
    const values = { service: serviceRevision, latest: latestRevision }
    findings.push(finding('R8.stale', 'warning', [], words.stale, values))
  }
  return findings
}

/** `names`: all of them must be there as texts, and nothing else. */
function checkMembers(entry: Record<string, Json>, path: JsonPath, names: readonly string[]): Finding[] {
  const others = Object.keys(entry).filter((member) => !names.includes(member))
  const missing = names.filter((name) => typeof entry[name] !== 'string')
  return [
    ...others.map((member) => {
      const meant = missing.find((name) => name.toLowerCase() === member.toLowerCase())
      const fix = meant === undefined ? undefined : renaming([...path, member], meant)
      return finding('R8.member', 'warning', [...path, member], words.other, { member }, fix)
    }),
    ...missing.map((member) => finding('R8.entry', 'error', path, words.member, { member })),
  ]
}

function checkName(name: string, containers: readonly ContainerDefinition[], path: JsonPath): Finding[] {
  if (containers.some((container) => container.name === name)) return []
  const values = { name, containers: containers.map((container) => container.name ?? '–').join(', ') }
  const meant =
    containers.find((container) => container.name?.toLowerCase() === name.toLowerCase()) ??
    containers.find(({ image = '' }) => new RegExp(`(?:^|/)${escaped(name)}(?:[:@]|$)`).test(image))
  const fix: Fix | undefined = meant?.name
    ? {
        title: { text: words.rename, values: { name: meant.name } },
        safe: false,
        changes: [{ path, value: meant.name }],
      }
    : undefined
  return [finding('R8.name', 'error', path, words.name, values, fix)]
}

function checkImage(image: string, path: JsonPath): Finding[] {
  if (image.length > 255) return [finding('R8.image', 'error', path, words.long, { count: image.length })]
  const [last = ''] = image.split('/').slice(-1)
  return /[:@]/.test(last) || /[$<{]/.test(image)
    ? []
    : [finding('R8.tag', 'warning', path, words.untagged, { image })]
}

function finding(
  rule: string,
  severity: Severity,
  path: JsonPath,
  text: Text,
  values?: TextValues,
  fix?: Fix,
): Finding {
  return { rule, severity, path, message: values ? { text, values } : { text }, ...(fix && { fix }) }
}

function renaming(path: JsonPath, renameTo: string): Fix {
  return {
    title: { text: words.rename, values: { name: renameTo } },
    safe: true,
    changes: [{ path, renameTo }],
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
