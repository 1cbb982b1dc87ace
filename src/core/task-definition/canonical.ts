/**
 * One form for all ways to write the same task definition: defaults left out, sizes as plain numbers, lists in natural order.
 * The method is that of ecspresso's diff; what AWS fills in by itself when it describes a revision does not count as a difference.
 */
import type { Definition } from './definition.ts'
import { inNaturalOrder } from './natural-keys.ts'
import { operationTag } from './revision.ts'
import { cpuUnits, memoryMib } from './size.ts'

/** Members in the order in which AWS documents them; the rest follows by name. */
const order = `
  family name key image taskRoleArn executionRoleArn networkMode requiresCompatibilities
  cpu memory memoryReservation runtimePlatform ephemeralStorage links essential
  portMappings containerPort hostPort protocol entryPoint command environment
  environmentFiles secrets mountPoints volumesFrom dependsOn healthCheck logConfiguration
  containerDefinitions volumes placementConstraints tags`
  .trim()
  .split(/\s+/)
const rank = new Map(order.map((member, index) => [member, index]))

/** What AWS takes a member for when it is absent. Booleans are false when absent, but those in `trueOrRequired`. */
const defaults: Record<string, unknown> = {
  'containerDefinitions.cpu': 0,
  'containerDefinitions.essential': true,
  'containerDefinitions.versionConsistency': 'enabled',
  'portMappings.protocol': 'tcp',
  'healthCheck.interval': 30,
  'healthCheck.timeout': 5,
  'healthCheck.retries': 3,
  'healthCheck.startPeriod': 0,
  'efsVolumeConfiguration.rootDirectory': '/',
  'efsVolumeConfiguration.transitEncryption': 'DISABLED',
  'authorizationConfig.iam': 'DISABLED',
  'dockerVolumeConfiguration.scope': 'task',
}
const trueOrRequired = new Set(['containerDefinitions.essential', 'restartPolicy.enabled'])
/** Lists whose emptiness may mean something: an empty list may be meant to override what the image says. */
const keptEmpty = new Set(['entryPoint', 'command'])

/** The canonical form: equal for two definitions exactly when registering them gives the same containers. Idempotent. */
export function canonical(definition: Definition): Definition {
  const portsAreFixed = definition.networkMode === 'awsvpc' || definition.networkMode === 'host'
  const written = {
    ...definition,
    cpu: plainSize(definition.cpu, cpuUnits),
    memory: plainSize(definition.memory, memoryMib),
    networkMode: isDefaultMode(definition) ? undefined : definition.networkMode,
    tags: definition.tags?.filter((tag) => tag.key !== operationTag),
    containerDefinitions: definition.containerDefinitions?.map((container) => ({
      ...container,
      portMappings: container.portMappings?.map((port) => ({
        ...port,
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
        hostPort: portsAreFixed ? (port.hostPort ?? port.containerPort) : port.hostPort || undefined,
      })),
    })),
  }
  return plain('', written) ?? {}
}

/** True when registering one after the other would change nothing. */
export function isSame(one: Definition, other: Definition): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other))
}

/** The same definition with the members of the task and of its containers in the usual order. */
export function inMemberOrder(definition: Definition): Definition {
  const { containerDefinitions } = definition
  return ordered({
    ...definition,
    ...(containerDefinitions && { containerDefinitions: containerDefinitions.map(ordered) }),
  })
}

function ordered<Members extends object>(members: Members): Members {
  return Object.fromEntries(
    Object.entries(members).toSorted(([one], [other]) => rankOf(one) - rankOf(other)),
  ) as Members
}

/** Without what means nothing; undefined when nothing is left. `member`: the name under which `value` stands. */
function plain(member: string, value: unknown): unknown {
  if (value === null) return undefined
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => (item === null ? [] : [plain(member, item) ?? item]))
    return items.length === 0 && !keptEmpty.has(member) ? undefined : inNaturalOrder(member, items)
  }
  if (typeof value !== 'object') return value
  const members = Object.entries(value)
    .map(([name, inner]) => [name, plain(name, inner)] as const)
    .filter(([name, inner]) => inner !== undefined && !isDefault(`${member}.${name}`, inner))
    .toSorted(([one], [other]) => byRank(one, other))
  return members.length === 0 ? undefined : Object.fromEntries(members)
}

function isDefault(place: string, value: unknown): boolean {
  if (value === false) return !trueOrRequired.has(place)
  return Object.hasOwn(defaults, place) && defaults[place] === value
}

function byRank(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || (one < other ? -1 : Number(one > other))
}

function rankOf(member: string): number {
  return rank.get(member) ?? order.length
}

/** On Linux, where Fargate does not ask for awsvpc. */
function isDefaultMode({ networkMode, requiresCompatibilities, runtimePlatform }: Definition): boolean {
  return (
    networkMode === 'bridge' &&
    !requiresCompatibilities?.includes('FARGATE') &&
    !runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS')
  )
}

function plainSize(
  written: string | undefined,
  read: (written: string | undefined) => number | undefined,
): string | undefined {
  const amount = read(written)
  return amount === undefined ? written : String(amount)
}
