/** Families and revisions of task definitions as they were registered: listed, read whole, deregistered, deleted. */
import {
  DeleteTaskDefinitionsCommand,
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
  type TaskDefinition as SdkTaskDefinition,
  type Tag,
} from '@aws-sdk/client-ecs'
import type { PartialFailure } from '../../core/problem.ts'
import type { Definition } from '../../core/task-definition/definition.ts'
import { operationTag, type Revision, type RevisionStatus } from '../../core/task-definition/revision.ts'
import { present, required, tagMap, text, texts, time } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { ecs } from './ecs.ts'
import { toFailures } from './failures.ts'

export type ListedStatus = 'ACTIVE' | 'INACTIVE'

const bucket = 'ecs:task-definition-read'
export const taskDefinitionWriteBucket = 'ecs:task-definition-write'
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTaskDefinitions.html */
export const revisionPageSize = 100
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteTaskDefinitions.html */
export const deleteBatchSize = 10

/** Names of the families with an ACTIVE revision, or (INACTIVE) with none, in order. @throws AwsProblem */
export function listFamilies(aws: Aws, status: ListedStatus, options?: CallOptions): Promise<string[]> {
  return listAll(
    aws,
    {
      service: ecs,
      bucket,
      command: (nextToken) =>
        new ListTaskDefinitionFamiliesCommand({ status, maxResults: revisionPageSize, nextToken }),
      take: ({ families, nextToken }) => ({ items: texts(families, 'families'), next: nextToken }),
      id: (family) => family,
    },
    options,
  )
}

export interface RevisionPage {
  /** Newest first. */
  arns: string[]
  /** Where the next page begins; absent on the last. */
  next?: string | undefined
}

/** One page of the ARNs of a family's revisions, newest first: a family may have a million. @throws AwsProblem */
export async function listRevisions(
  aws: Aws,
  asked: { family: string; status: ListedStatus; from?: string | undefined; size?: number },
  options?: CallOptions,
): Promise<RevisionPage> {
  const command = new ListTaskDefinitionsCommand({
    familyPrefix: asked.family,
    status: asked.status,
    sort: 'DESC',
    maxResults: asked.size ?? revisionPageSize,
    nextToken: asked.from,
  })
  const { value } = await call(
    aws,
    {
      service: ecs,
      bucket,
      command,
      take: ({ taskDefinitionArns, nextToken }) =>
        present({ arns: texts(taskDefinitionArns, 'taskDefinitionArns'), next: nextToken }),
    },
    options,
  )
  return value
}

/** One revision by ARN or `family:revision`; a family alone is its newest ACTIVE one. @throws AwsProblem of kind `invalid` for a wrong name */
export async function getRevision(aws: Aws, name: string, options?: CallOptions): Promise<Revision> {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: name, include: ['TAGS'] })
  const { value } = await call(aws, { service: ecs, bucket, command, take: toRevision }, options)
  return value
}

/** The family's newest ACTIVE revision; undefined when it has none, or there is no such family. @throws AwsProblem */
export async function newestRevision(
  aws: Aws,
  family: string,
  options?: CallOptions,
): Promise<Revision | undefined> {
  const { arns } = await listRevisions(aws, { family, status: 'ACTIVE', size: 1 }, options)
  return arns[0] === undefined ? undefined : getRevision(aws, arns[0], options)
}

/** Makes a revision INACTIVE. @throws AwsProblem */
export async function deregisterRevision(aws: Aws, arn: string, options?: CallOptions): Promise<void> {
  const command = new DeregisterTaskDefinitionCommand({ taskDefinition: arn })
  await call(
    aws,
    {
      service: ecs,
      bucket: taskDefinitionWriteBucket,
      command,
      take: ({ taskDefinition }) => required(taskDefinition, 'taskDefinition'),
    },
    options,
  )
}

/** Deletes at most ten INACTIVE revisions for good; those that ECS would not are told. @throws AwsProblem */
export async function deleteRevisions(
  aws: Aws,
  arns: readonly string[],
  options?: CallOptions,
): Promise<PartialFailure[]> {
  const command = new DeleteTaskDefinitionsCommand({ taskDefinitions: [...arns] })
  const { value } = await call(
    aws,
    {
      service: ecs,
      bucket: taskDefinitionWriteBucket,
      command,
      take: ({ failures }) => toFailures(failures),
    },
    options,
  )
  return value
}

/** Members that ECS adds and that cannot be registered. */
type Noted = Pick<
  SdkTaskDefinition,
  | 'taskDefinitionArn'
  | 'revision'
  | 'status'
  | 'requiresAttributes'
  | 'compatibilities'
  | 'registeredAt'
  | 'deregisteredAt'
  | 'registeredBy'
> & { deleteRequestedAt?: Date }

export function toRevision({
  taskDefinition,
  tags = [],
}: Pick<DescribeTaskDefinitionCommandOutput, 'taskDefinition' | 'tags'>): Revision {
  const described = required(taskDefinition, 'taskDefinition')
  const { taskDefinitionArn, revision, status, requiresAttributes, compatibilities, registeredAt, ...more } =
    described
  const { deregisteredAt, registeredBy, deleteRequestedAt: _, ...written }: Noted & typeof more = more
  return present({
    arn: text(taskDefinitionArn, 'taskDefinitionArn'),
    family: text(described.family, 'family'),
    revision: required(revision, 'revision'),
    status: statuses.find((one) => one === status) ?? 'UNKNOWN',
    registeredAt: time(registeredAt),
    deregisteredAt: time(deregisteredAt),
    registeredBy,
    compatibilities: compatibilities ?? [],
    requiresAttributes: (requiresAttributes ?? []).map(({ name = '' }) => name),
    definition: toDefinition(written, tags),
    operation: tagMap(tags)[operationTag],
  })
}

const statuses: readonly RevisionStatus[] = ['ACTIVE', 'INACTIVE', 'DELETE_IN_PROGRESS']

/** The SDK types each member as optional; what AWS says nothing about is left out. */
function toDefinition(written: object, tags: readonly Tag[]): Definition {
  const own = tags.filter(({ key }) => key !== operationTag)
  return withoutNothing({ ...written, ...(own.length > 0 && { tags: own }) }) as Definition
}

function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined || item === null ? [] : [[key, withoutNothing(item)]],
    ),
  )
}
