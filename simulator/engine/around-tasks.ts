/** Makes what task definitions name: roles, repositories with images, secrets, parameters, schedules. */
import type { ImageRecord, RepositoryRecord } from '../world/ecr-tables.ts'
import type { RoleRecord } from '../world/iam-tables.ts'
import { arn, hexId } from '../world/ids.ts'
import type { ScheduleRecord } from '../world/schedule-tables.ts'
import type { ParameterRecord, SecretRecord } from '../world/secret-tables.ts'
import type { RegionTables, World } from '../world/world.ts'

/** A role that `trusts` may take. IAM is one for all Regions. */
export function createRole(
  world: World,
  options: { name: string; path?: string; description?: string; trusts: string[] },
): RoleRecord {
  const { name, path = '/', description, trusts } = options
  const role: RoleRecord = {
    arn: `arn:aws:iam::${world.accountId}:role${path}${name}`,
    roleId: `AROA${hexId(world, 17).toUpperCase()}`,
    name,
    path,
    createdAt: world.now,
    trusts,
    ...(description === undefined ? {} : { description }),
  }
  world.iamRoles[name] = role
  return role
}

/** An image with these tags, in a repository made on first use. `platforms` as `linux/amd64`. */
export function pushImage(
  world: World,
  region: RegionTables,
  repository: string,
  options: { tags: string[]; platforms: string[] },
): ImageRecord {
  const image: ImageRecord = {
    digest: digest(world),
    tags: options.tags,
    pushedAt: world.now,
    size: 40_000_000 + options.tags.join('').length * 1_234_567,
    platforms: options.platforms.map((platform) => {
      const [os = '', architecture = ''] = platform.split('/')
      return { os, architecture, digest: digest(world) }
    }),
  }
  const known: RepositoryRecord = (region.repositories[repository] ??= {
    name: repository,
    createdAt: world.now,
    images: [],
  })
  // A tag is at one image: the newest that has it.
  for (const older of known.images) older.tags = older.tags.filter((tag) => !options.tags.includes(tag))
  known.images.push(image)
  return image
}

function digest(world: World): string {
  return `sha256:${hexId(world, 64)}`
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'

export function createSecret(
  world: World,
  region: RegionTables,
  options: { name: string; description?: string; deleted?: boolean },
): SecretRecord {
  const { name, description, deleted = false } = options
  // Secrets Manager appends six characters, so that a new secret of an old name is another one.
  const suffix = Array.from(hexId(world, 6), (digit) => letters[Number.parseInt(digit, 16) * 2]).join('')
  const secret: SecretRecord = {
    arn: arn(world, 'secretsmanager', region.name, `secret:${name}-${suffix}`),
    name,
    createdAt: world.now,
    ...(description === undefined ? {} : { description }),
    ...(deleted ? { deletedAt: world.now } : {}),
  }
  region.secrets[secret.arn] = secret
  return secret
}

export function createParameter(
  world: World,
  region: RegionTables,
  name: string,
  type: ParameterRecord['type'],
): ParameterRecord {
  return (region.parameters[name] = { name, type, changedAt: world.now })
}

export function createSchedule(
  world: World,
  region: RegionTables,
  options: Pick<ScheduleRecord, 'name' | 'expression' | 'targetArn'> &
    Partial<Pick<ScheduleRecord, 'group' | 'state' | 'taskDefinitionArn'>>,
): ScheduleRecord {
  const schedule: ScheduleRecord = {
    group: 'default',
    state: 'ENABLED',
    roleArn: `arn:aws:iam::${world.accountId}:role/ecsEventsRole`,
    createdAt: world.now,
    ...options,
  }
  region.schedules[`${schedule.group}/${schedule.name}`] = schedule
  return schedule
}
