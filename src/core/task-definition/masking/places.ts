/** Which strings of a definition may be seen: one table, which a test holds against every string that ECS takes. */
import type { JsonPath } from '../json.ts'
import { definitionShape, type Shape, structureNamed } from '../schema/shape.ts'

/**
 * `hidden`: no part of it is shown. `searched`: words that look like secrets are hidden, and all of it where its name is one of a
 * secret. `shown`: names and places of things; only keys of well-known makers and passwords within addresses are hidden.
 */
export type Sight = 'hidden' | 'searched' | 'shown'

interface Row {
  sight: Sight
  /** The member, and where its name alone does not tell, what it is in. An element of a list goes by the name of the list. */
  members: readonly string[]
  why: string
}

export const rows: readonly Row[] = [
  {
    sight: 'hidden',
    members: [
      'environment',
      'value',
      'dockerLabels.*',
      'options.*',
      'driverOpts.*',
      'dockerVolumeConfiguration.labels.*',
    ],
    why: 'passwords, tokens and keys of drivers stand here in plain text, and nothing tells them from the rest',
  },
  {
    sight: 'searched',
    members: ['command', 'entryPoint'],
    why: 'without the command nobody can tell what a container does; a secret in it follows a flag or looks like one',
  },
  {
    sight: 'searched',
    members: [
      'tags.value',
      'properties.value',
      'systemControls.value',
      'mountOptions',
      'dockerSecurityOptions',
      'placementConstraints.expression',
    ],
    why: 'settings and descriptions, which are no secrets unless their name or form says so',
  },
  {
    sight: 'shown',
    members: [
      'family',
      'name',
      'image',
      'links',
      'sourceVolume',
      'sourceContainer',
      'containerName',
      'hostname',
      'deviceName',
      'tags.key',
      'namespace',
      'user',
    ],
    why: 'names of things: without them nobody can tell what a definition is',
  },
  {
    sight: 'shown',
    members: [
      'taskRoleArn',
      'executionRoleArn',
      'valueFrom',
      'credentialsParameter',
      'credentialSpecs',
      'environmentFiles.value',
      'fileSystemId',
      'fileSystemArn',
      'accessPointId',
      'accessPointArn',
    ],
    why: 'names of things in AWS, which say where a secret is and not what it is',
  },
  {
    sight: 'shown',
    members: [
      'workingDirectory',
      'containerPath',
      'hostPath',
      'sourcePath',
      'rootDirectory',
      'dnsServers',
      'dnsSearchDomains',
      'ipAddress',
      'domain',
    ],
    why: 'folders and addresses, which mounts and networks are compared by',
  },
  {
    sight: 'shown',
    members: [
      'driver',
      'deviceType',
      'add',
      'drop',
      'containerPortRange',
      'resourceRequirements.value',
      'cpu',
      'memory',
    ],
    why: 'kinds, sizes and counts, out of lists that AWS knows',
  },
]

/** Options of log drivers that name places and sizes: without them nobody can tell where the logs are. */
export const plainOptions =
  /^(?:awslogs-(?:group|region|stream-prefix|create-group|datetime-format|multiline-pattern|endpoint)|mode|max-(?:buffer-size|size|file)|tag|Name|region|log_group_name|log_stream_prefix|delivery_stream|log-driver-buffer-limit)$/

const sights = new Map(
  rows.flatMap(({ sight, members }) => members.map((member) => [member.toLowerCase(), sight] as const)),
)

/** Numbers, switches and words out of a list say nothing, also where they are written as texts. */
const plain = namesWithin(definitionShape)

/** What a definition stands in: the answer of DescribeTaskDefinition, a resource of CloudFormation. */
const wrappers = new Set(['', 'taskdefinition', 'properties'])

/** Maps from names to values, in the spelling of ECS, of CloudFormation and of Compose. */
export const maps: ReadonlySet<string> = new Set([
  'environment',
  'dockerlabels',
  'options',
  'driveropts',
  'labels',
])

/**
 * How much of the string at a path may be seen; in any spelling, and within whatever the definition is wrapped in. Undefined for what no table can know: a text that is the whole document.
 */
export function sightOf(path: JsonPath): Sight | undefined {
  const names = path.filter((step): step is string => typeof step === 'string')
  const [member = '', holder = ''] = names.toReversed().map((name) => name.toLowerCase())
  if (names.length === 0) return undefined
  if (holder === 'options' && plainOptions.test(names.at(-1) ?? '')) return 'shown'
  // Within a list of pairs only the name is no value, whatever the other member is called.
  if (maps.has(holder)) return isPairName(path, member) ? 'shown' : 'hidden'
  return sights.get(`${holder}.${member}`) ?? sights.get(member) ?? sightOfUnknown(member, holder)
}

/** A misspelt member of a container is one word; what stands within a misspelt member may be all variables. */
function sightOfUnknown(member: string, holder: string): Sight {
  if (plain.members.has(member)) return 'shown'
  return wrappers.has(holder) || plain.structures.has(holder) ? 'searched' : 'hidden'
}

/** As sightOf, for a member of which only the name is known: what is not known to be plain is hidden. */
export function sightOfName(name: string): Sight {
  if (plainOptions.test(name)) return 'shown'
  const member = name.toLowerCase()
  return sights.get(member) ?? (plain.members.has(member) ? 'shown' : 'hidden')
}

function isPairName(path: JsonPath, member: string): boolean {
  return typeof path.at(-2) === 'number' && member === 'name'
}

/** Names of members, in small letters: those that are no free texts, and those that have members of their own. */
function namesWithin(shape: Shape): { members: ReadonlySet<string>; structures: ReadonlySet<string> } {
  const members = new Set<string>()
  const structures = new Set<string>()
  const visit = (each: Shape, name: string): void => {
    if (each === 'integer' || each === 'boolean') members.add(name)
    if (typeof each !== 'object') return
    if ('enum' in each) members.add(name)
    if ('list' in each) visit(each.list, name)
    if (!('structure' in each)) return
    structures.add(name)
    for (const [key, member] of Object.entries(structureNamed(each.structure).members))
      visit(member, key.toLowerCase())
  }
  visit(shape, '')
  return { members, structures }
}
