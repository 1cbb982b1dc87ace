/** A definition as its source means it, before anybody has decided where it is going to run. */
import type { ContainerDefinition, Definition, Volume } from '../definition.ts'

export interface Draft {
  /** Everything but containers and volumes. */
  definition: Definition
  containers: ContainerDefinition[]
  volumes: DraftVolume[]
  /** Who speaks to whom by name. */
  reaches: Reach[]
  /** What the source suggests. */
  hints: Hints
}

export interface DraftVolume extends Volume {
  /** True when its files come with the source: they are not on an instance of ECS. */
  shipped?: boolean
  /** True when it is meant to outlive the container. */
  lasting?: boolean
}

export interface Reach {
  from: string
  to: string
  /** The name under which it is known, where that is another one. */
  alias?: string
}

export interface Hints {
  family?: string
  networkMode?: string
  /** Where it is likely to run, unless the source itself says so. */
  region?: string
  /** Of the task: CPU units and MiB. */
  cpu?: number
  memory?: number
  /** True when only instances can run it. */
  needsInstances?: boolean
  /** True when the source says that it runs on Fargate. */
  isForFargate?: boolean
  executionRole?: string
  /** True when images come from a registry that asks for a password. */
  needsCredentials?: boolean
  /** True when the source's environment has an instance profile. */
  hasInstanceProfile?: boolean
}

export function emptyDraft(hints: Hints = {}): Draft {
  return { definition: {}, containers: [], volumes: [], reaches: [], hints }
}

/** The volume of a host path, made when it is not there yet: mounts of one path share it. */
export function hostVolume(draft: Draft, sourcePath: string, shipped: boolean): string {
  const known = draft.volumes.find((volume) => volume.host?.sourcePath === sourcePath)
  if (known?.name !== undefined) return known.name
  const name = freeName(
    draft.volumes.map((volume) => volume.name),
    nameFrom(sourcePath.split(/[/\\]/).filter(Boolean).slice(-2).join('-'), 'volume'),
  )
  draft.volumes.push({ name, host: { sourcePath }, shipped })
  return name
}

/** Letters, digits, hyphens and underscores are all that AWS takes. */
export function nameFrom(text: string, otherwise: string): string {
  const name = text
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 255)
  return name || otherwise
}

/** `name`, or `name-2` when it is taken. */
export function freeName(taken: readonly (string | undefined)[], name: string): string {
  const known = new Set(taken)
  let free = name
  for (let number = 2; known.has(free); number += 1) free = `${name}-${number}`
  return free
}
