/**
 * Registers a revision, once. A lost answer is looked for by the tag that went with it, never sent again.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
import { RegisterTaskDefinitionCommand, type RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs'
import { AwsProblem } from '../../core/problem.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import { operationTag, type Revision } from '../../core/task-definition/revision.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ecs } from './ecs.ts'
import { getRevision, listRevisions, taskDefinitionWriteBucket, toRevision } from './revisions.ts'

export interface Registered {
  revision: Revision
  /** Absent when the answer was lost and the revision was found by its tag. */
  requestId?: string | undefined
  /** True when the answer was lost and the revision was found afterwards. */
  found: boolean
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

/**
 * Registers `definition` as the next revision of its family.
 * @throws AwsProblem; of kind `unknown-outcome` when the answer was lost and no revision with the tag has shown up
 */
export async function registerRevision(
  aws: Aws,
  definition: Definition,
  operation: string,
  options?: CallOptions & { onLost?: () => void },
): Promise<Registered> {
  const command = new RegisterTaskDefinitionCommand(registerInput(definition, operation))
  try {
    const { value, requestId } = await call(
      aws,
      { service: ecs, bucket: taskDefinitionWriteBucket, command, take: toRevision },
      options,
    )
    return { revision: value, requestId, found: false }
  } catch (error) {
    if (!(error instanceof AwsProblem) || error.kind !== 'unknown-outcome') throw error
    options?.onLost?.()
    const revision = await searchRepeatedly(aws, definition.family ?? '', operation, options)
    if (revision) return { revision, found: true }
    throw error
  }
}

/** ms before each look: what was on its way when the answer was lost may arrive a moment later. */
const looks = [0, 2_000, 5_000]

async function searchRepeatedly(
  aws: Aws,
  family: string,
  operation: string,
  options: CallOptions | undefined,
): Promise<Revision | undefined> {
  for (const wait of looks) {
    if (wait > 0) await aws.ports.sleep(wait, options?.signal)
    const found = await findRegistered(aws, family, operation, options).catch((error: unknown) => {
      // Could not look: the next look may. That the registration is lost is what is told in the end.
      if (error instanceof AwsProblem) return undefined
      throw error
    })
    if (found) return found
  }
  return undefined
}

/** As many of the newest revisions are read: others may have registered meanwhile. */
const newest = 10

/** The revision that an operation registered, if it did. @throws AwsProblem */
export async function findRegistered(
  aws: Aws,
  family: string,
  operation: string,
  options?: CallOptions,
): Promise<Revision | undefined> {
  const { arns } = await listRevisions(aws, { family, status: 'ACTIVE', size: newest }, options)
  for (const arn of arns) {
    const revision = await getRevision(aws, arn, options)
    if (revision.operation === operation) return revision
  }
  return undefined
}
