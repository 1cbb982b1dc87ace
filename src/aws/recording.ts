/** Keeps what AWS answers to calls that only read, so that a rehearsal can be built from it. Secrets stay out. */
import { maps } from '../core/task-definition/masking/places.ts'
import { createWithholder, type Withholder } from '../core/task-definition/masking/withholder.ts'
import { readOnlyMembers } from '../core/task-definition/schema/read-only.ts'
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

/** Members of ECS's answers, besides maps of values, of whose strings the table of masking says which may be secret. */
const written: ReadonlySet<string> = new Set(['taskDefinition', 'overrides', 'logConfiguration', 'tags'])

/** Left out whole, though the page shows most of it: nobody looks for a command in a rehearsal. */
const commands: ReadonlySet<string> = new Set(['command', 'entryPoint'])

/** `aws` as given, but that what it reads is kept: the last answer to each question, in the order of the first ones. */
export function recordCalls(aws: Aws): { aws: Aws; recorded: () => Recorded[] } {
  const kept = new Map<string, Recorded>()
  const withholder = createWithholder('recorded')
  const heard: Aws['heard'] = (asked, output) => {
    aws.heard?.(asked, output)
    const note = noteOf(aws, asked.service, asked.command)
    if (note) kept.set(JSON.stringify(note), { ...note, output: answerOf(withholder, asked.service, output) })
  }
  return {
    aws: { ...aws, heard },
    recorded: () => JSON.parse(withholder.withholdNames(JSON.stringify([...kept.values()]))) as Recorded[],
  }
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

function answerOf(withholder: Withholder, { key }: AwsService, output: unknown): unknown {
  const { $metadata: _, ...answer } = output as { $metadata?: unknown }
  const copy = plain(answer)
  return key === 'ecs' ? withoutSecrets(withholder, copy) : copy
}

/** As JSON: dates become texts, and what is undefined is left out. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}

function withoutSecrets(withholder: Withholder, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(withholder, each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [
      name,
      withheld(withholder, name, withoutSecrets(withholder, member)),
    ]),
  )
}

function withheld({ withhold, placeholder }: Withholder, name: string, member: unknown): unknown {
  if (typeof member !== 'object' || member === null) return member
  if (commands.has(name) && Array.isArray(member)) return member.map((word) => placeholder(String(word)))
  if (!written.has(name) && !maps.has(name.toLowerCase())) return member
  if (name !== 'taskDefinition') return withhold({ [name]: member })[name]
  const definition = Object.entries(member).filter(([each]) => !readOnlyMembers.includes(each))
  return { ...member, ...withhold(Object.fromEntries(definition)) }
}
