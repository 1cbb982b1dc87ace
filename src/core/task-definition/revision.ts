/** A registered task definition: what was registered, and what ECS noted about it. */
import type { Definition } from './definition.ts'

/** ACTIVE, INACTIVE (deregistered: runs on where it runs, starts nowhere new by name) or DELETE_IN_PROGRESS. */
export type RevisionStatus = 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS' | 'UNKNOWN'

export interface Revision {
  arn: string
  family: string
  revision: number
  status: RevisionStatus
  /** ms since the epoch. */
  registeredAt?: number | undefined
  deregisteredAt?: number | undefined
  /** ARN of who registered it. */
  registeredBy?: string | undefined
  /** Where it could run; `requiresCompatibilities` of the definition is what its author asked for. */
  compatibilities: string[]
  /** Attributes a container instance must have. */
  requiresAttributes: string[]
  /** As it could be registered again, tags included, the mark of the operation that registered it left out. */
  definition: Definition
  /** Id of the operation by which a console registered it; see operationTag. */
  operation?: string | undefined
}

/**
 * RegisterTaskDefinition has no client token, so each registration carries a tag of its own: when its answer is lost, the
 * revision that has it tells that it was done.
 */
export const operationTag = 'tidegate-op'

/** `web:7`: how people name a revision. */
export function revisionName({ family, revision }: Pick<Revision, 'family' | 'revision'>): string {
  return `${family}:${String(revision)}`
}

/** `web:7` of an ARN or of `web:7` itself. */
export function nameOfArn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** Account and Region of an ARN; undefined for a name alone. */
export function placeOfArn(arn: string): { account: string; region: string } | undefined {
  const found = /^arn:[\w-]+:ecs:([\w-]+):(\d{12}):/.exec(arn)
  return found ? { account: found[2] ?? '', region: found[1] ?? '' } : undefined
}

/** Family and revision of an ARN or of `web:7`; undefined for a family alone or anything else. */
export function readRevisionName(name: string): { family: string; revision: number } | undefined {
  const found = /^([\w-]{1,255}):(\d{1,9})$/.exec(nameOfArn(name))
  return found ? { family: found[1] ?? '', revision: Number(found[2]) } : undefined
}
