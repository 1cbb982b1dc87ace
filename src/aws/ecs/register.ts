/**
 * Registers a revision, once. A lost answer is looked for by the tag that went with it, never sent again; what a browser sent
 * twice by itself is one revision in the end.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
import { RegisterTaskDefinitionCommand, type RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs'
import { AwsProblem } from '../../core/problem.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import { operationTag, type Revision } from '../../core/task-definition/revision.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ecs } from './ecs.ts'
import {
  deregisterRevision,
  getRevision,
  listRevisions,
  taskDefinitionWriteBucket,
  toRevision,
} from './revisions.ts'

export interface Registered {
  revision: Revision
  /** Absent when the answer was lost and the revision was found by its tag. */
  requestId?: string | undefined
  /** True when the answer was lost and the revision was found afterwards. */
  found: boolean
  /**
   * Further revisions that came of the same request: a browser sends a POST a second time by itself when a connection that it
   * used before breaks without an answer. They are deregistered again.
   */
  copies: Revision[]
}

/** What goes to AWS: the definition with the tag of this operation. `operation`: an id used for nothing else. */
export function registerInput(definition: Definition, operation: string): RegisterTaskDefinitionCommandInput {
  const tags = (definition.tags ?? []).filter(({ key }) => key !== operationTag)
  // Written by a person or taken from AWS: that its texts are AWS's words is AWS's to say.
  return {
    ...definition,
    tags: [...tags, { key: operationTag, value: operation }],
  } as RegisterTaskDefinitionCommandInput
}

export interface RegisterOptions extends CallOptions {
  /** Number of the newest revision before; without it the family is taken to be new. */
  after?: number | undefined
  /** The answer was lost; the revision is being looked for. */
  onLost?: () => void
}

/**
 * Registers `definition` as the next revision of its family.
 * @throws AwsProblem; of kind `unknown-outcome` when the answer was lost and no revision with the tag has shown up
 */
export async function registerRevision(
  aws: Aws,
  definition: Definition,
  operation: string,
  options: RegisterOptions = {},
): Promise<Registered> {
  const command = new RegisterTaskDefinitionCommand(registerInput(definition, operation))
  try {
    const { value, requestId } = await call(
      aws,
      { service: ecs, bucket: taskDefinitionWriteBucket, command, take: toRevision },
      options,
    )
    // The next number: there is no room for a copy.
    if (value.revision === (options.after ?? 0) + 1)
      return { revision: value, requestId, found: false, copies: [] }
    const all = await findRegistered(aws, value.family, operation, options).catch(() => [])
    const { revision, copies } = await keepFirst(aws, all.length > 0 ? all : [value], options)
    return { revision, requestId, found: false, copies }
  } catch (error) {
    if (!(error instanceof AwsProblem) || error.kind !== 'unknown-outcome') throw error
    options.onLost?.()
    const all = await searchRepeatedly(aws, definition.family ?? '', operation, options)
    if (all.length > 0) return { ...(await keepFirst(aws, all, options)), found: true }
    throw error
  }
}

/** The first of what one request made; the others are deregistered, as far as that succeeds. */
async function keepFirst(
  aws: Aws,
  all: readonly Revision[],
  options: CallOptions,
): Promise<Pick<Registered, 'revision' | 'copies'>> {
  const [revision, ...copies] = all.toSorted((a, b) => a.revision - b.revision)
  if (!revision) throw new Error('There is no revision to keep')
  for (const { arn } of copies) {
    // What stays ACTIVE harms nobody: nothing runs it, and it is told among the copies.
    await deregisterRevision(aws, arn, options).catch(() => undefined)
  }
  return { revision, copies }
}

/** ms before each look: what was on its way when the answer was lost may arrive a moment later. */
const looks = [0, 2_000, 5_000]

async function searchRepeatedly(
  aws: Aws,
  family: string,
  operation: string,
  options: CallOptions,
): Promise<Revision[]> {
  for (const wait of looks) {
    if (wait > 0) await aws.ports.sleep(wait, options.signal)
    const found = await findRegistered(aws, family, operation, options).catch((error: unknown) => {
      // Could not look: the next look may. That the registration is lost is what is told in the end.
      if (error instanceof AwsProblem) return []
      throw error
    })
    if (found.length > 0) return found
  }
  return []
}

/** As many of the newest revisions are read: others may have registered meanwhile. */
const newest = 10

/** The revisions that an operation registered: none, one, or copies of one. @throws AwsProblem */
async function findRegistered(
  aws: Aws,
  family: string,
  operation: string,
  options: CallOptions,
): Promise<Revision[]> {
  const { arns } = await listRevisions(aws, { family, status: 'ACTIVE', size: newest }, options)
  const read = await Promise.all(arns.map((arn) => getRevision(aws, arn, options)))
  return read.filter((revision) => revision.operation === operation)
}
