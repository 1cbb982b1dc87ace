/** By what the elements of each list of a definition are known, so that their order does not matter where AWS does not heed it. */

type Item = Record<string, unknown>

/** Lists of objects: the key of an element. Lists that are not here keep their order, because it means something. */
const keyOf: Record<string, (item: Item) => string> = {
  containerDefinitions: (item) => words(item['name']),
  environment: (item) => words(item['name']),
  secrets: (item) => words(item['name']),
  secretOptions: (item) => words(item['name']),
  portMappings: (item) =>
    `${words(item['containerPort'] ?? item['containerPortRange'])}/${words(item['protocol'] ?? 'tcp')}`,
  mountPoints: (item) => words(item['containerPath']),
  volumesFrom: (item) => words(item['sourceContainer']),
  dependsOn: (item) => words(item['containerName']),
  ulimits: (item) => words(item['name']),
  systemControls: (item) => words(item['namespace']),
  resourceRequirements: (item) => words(item['type']),
  extraHosts: (item) => words(item['hostname']),
  devices: (item) => words(item['hostPath']),
  tmpfs: (item) => words(item['containerPath']),
  volumes: (item) => words(item['name']),
  tags: (item) => words(item['key']),
  placementConstraints: (item) => `${words(item['type'])} ${words(item['expression'])}`.trim(),
  properties: (item) => words(item['name']),
  inferenceAccelerators: (item) => words(item['deviceName']),
}

/** Lists of plain values that are sets. */
const sets = new Set([
  'requiresCompatibilities',
  'links',
  'dockerSecurityOptions',
  'ignoredExitCodes',
  'permissions',
  'add',
  'drop',
])

/**
 * The key of each element of `list`, in its order and without a repetition (the second of a kind is `key #2`); undefined
 * where the order of `member` means something.
 */
export function keysOf(member: string, list: readonly unknown[]): string[] | undefined {
  const seen = new Map<string, number>()
  return plainKeys(member, list)?.map((key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key} #${count}`
  })
}

/** Sorts by key where the order means nothing. Elements of one key keep their order: the last one of them counts. */
export function inNaturalOrder(member: string, list: readonly unknown[]): unknown[] {
  const keys = plainKeys(member, list)
  if (!keys) return [...list]
  return list
    .map((item, index) => ({ item, key: keys[index] ?? '' }))
    .toSorted((one, other) => compare(one.key, other.key))
    .map(({ item }) => item)
}

function plainKeys(member: string, list: readonly unknown[]): string[] | undefined {
  const key = Object.hasOwn(keyOf, member) ? keyOf[member] : undefined
  if (key && list.every(isItem)) return list.map(key)
  return sets.has(member) && list.every((item) => typeof item !== 'object') ? list.map(words) : undefined
}

/** Numbers by size, the rest by code unit, so that the order is the same in every place of the world. */
function compare(one: string, other: string): number {
  const [first, second] = [leadingNumber(one), leadingNumber(other)]
  if (first !== undefined && second !== undefined && first !== second) return first - second
  return one < other ? -1 : Number(one > other)
}

function leadingNumber(text: string): number | undefined {
  const [digits] = /^\d+/.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}
