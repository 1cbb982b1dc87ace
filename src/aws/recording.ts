/** Keeps what AWS answers to calls that only read, so that a rehearsal can be built from it. Secrets stay out. */
import { operationOf, readVerbs, type SdkCommand } from './call.ts'
import type { Aws } from './context.ts'
import type { AwsService, ServiceKey } from './service.ts'

/** One call that succeeded. Plain JSON in the form of the SDK, dates as ISO 8601 texts, without `$metadata`. */
export interface Recorded {
  service: ServiceKey
  /** AWS's name of it. */
  operation: string
  region: string
  input: unknown
  output: unknown
}

/** Log lines may say anything, and who is signed in is nobody's business. */
const neverKept: readonly ServiceKey[] = ['logs', 'sts']

/** Members of ECS's answers whose texts may be secrets; names and keys stay. */
const secretLists: ReadonlySet<string> = new Set(['command', 'entryPoint'])
const secretMaps: ReadonlySet<string> = new Set(['options', 'dockerLabels', 'driverOpts', 'labels'])

const mask = '•••'

/** `aws` as given, but that what it reads is kept: the last answer to each question, in the order of the first ones. */
export function recordCalls(aws: Aws): { aws: Aws; recorded: () => Recorded[] } {
  const kept = new Map<string, Recorded>()
  const heard: Aws['heard'] = (asked, output) => {
    aws.heard?.(asked, output)
    const note = noteOf(aws, asked.service, asked.command)
    if (note) kept.set(JSON.stringify(note), { ...note, output: answerOf(asked.service, output) })
  }
  return { aws: { ...aws, heard }, recorded: () => [...kept.values()] }
}

/** Undefined for what is not kept. */
function noteOf(
  aws: Aws,
  service: AwsService,
  command: SdkCommand<unknown> & { input?: unknown },
): Omit<Recorded, 'output'> | undefined {
  const operation = operationOf({ service, command }).slice(service.iamPrefix.length + 1)
  if (!readVerbs.test(operation) || neverKept.includes(service.key)) return undefined
  return { service: service.key, operation, region: aws.region, input: plain(command.input ?? {}) }
}

function answerOf({ key }: AwsService, output: unknown): unknown {
  const { $metadata: _, ...answer } = output as { $metadata?: unknown }
  const copy = plain(answer)
  return key === 'ecs' ? masked(copy) : copy
}

/** As JSON: dates become texts, and what is undefined is left out. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [name, maskedMember(name, member)]),
  )
}

function maskedMember(name: string, member: unknown): unknown {
  if (name === 'environment' && Array.isArray(member))
    return member.map((pair: object) => ({ ...pair, value: mask }))
  if (secretLists.has(name) && Array.isArray(member)) return member.map(() => mask)
  if (secretMaps.has(name) && typeof member === 'object' && member !== null && !Array.isArray(member))
    return Object.fromEntries(Object.keys(member).map((key) => [key, mask]))
  return masked(member)
}
