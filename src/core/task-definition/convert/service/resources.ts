/** Members about what a container may use: CPU, memory, devices, limits of the kernel. */
import type { Text } from '../../../../i18n/text.ts'
import type { Json } from '../../json.ts'
import { bytesOf, mebibytesOf } from '../amounts.ts'
import { countOf, type Members, membersOf, pairsOf, textOf, textsOf } from '../written.ts'
import { type Member, reading, remark, type Service } from './member.ts'
import { withLinux } from './process.ts'

const words = {
  least: {
    en: 'AWS gives a container at least 6 MiB.',
    ko: 'AWS는 컨테이너에 최소 6MiB를 줍니다.',
  },
  shares: {
    en: 'cpu_shares are a weight; in ECS they are CPU units (1024 = 1 vCPU) that the task must have.',
    ko: 'cpu_shares는 가중치이지만 ECS에서는 태스크가 확보해야 하는 CPU 단위(1024 = 1 vCPU)입니다.',
  },
  cap: {
    en: 'CPU of a container is guaranteed by ECS, not capped; the size of the task is the cap.',
    ko: 'ECS에서 컨테이너의 CPU는 상한이 아니라 보장량입니다. 상한은 태스크 크기입니다.',
  },
  unlimitedSwap: {
    en: 'Unlimited swap cannot be written; maxSwap is an amount.',
    ko: '스왑 무제한은 적을 수 없습니다. maxSwap에는 양을 적어야 합니다.',
  },
  tmpfs: {
    en: 'tmpfs at {path} has no size: 64 MiB are taken, because AWS asks for one.',
    ko: '{path}의 tmpfs에 크기가 없습니다. AWS는 크기가 필요하므로 64MiB로 둡니다.',
  },
  service: {
    en: 'deploy.{member} belongs to the service, not to the task definition.',
    ko: 'deploy.{member}은(는) 태스크 정의가 아니라 서비스에 속합니다.',
  },
  allGpus: {
    en: 'ECS needs a number of GPUs: all of them become 1.',
    ko: 'ECS에는 GPU 개수가 필요하므로 전체 대신 1개로 둡니다.',
  },
  noLimit: { en: 'ECS has no limit {name}.', ko: 'ECS에는 {name} 제한이 없습니다.' },
  ulimit: {
    en: 'The limit {name} is not written in a form that can be read.',
    ko: '제한 {name}의 형식을 읽을 수 없습니다.',
  },
} satisfies Record<string, Text>

const amount = (value: Json | undefined): number | undefined => mebibytesOf(textOf(value) ?? '')

export const resourceMembers: Record<string, Member> = {
  mem_limit: reading(amount, (mebibytes, service, member) => {
    service.container.memory = atLeast(mebibytes, service, member)
  }),
  mem_reservation: reading(amount, (mebibytes, service, member) => {
    service.container.memoryReservation = atLeast(mebibytes, service, member)
  }),
  memswap_limit: (value, service, member) => {
    const total = mebibytesOf(textOf(value) ?? '')
    if (total === undefined) return remark(service, 'lost', member, words.unlimitedSwap)
    withLinux(service.container, { maxSwap: Math.max(0, total - (service.container.memory ?? 0)) })
  },
  mem_swappiness: reading(countOf, (swappiness, { container }) => withLinux(container, { swappiness })),
  cpu_shares: reading(countOf, (shares, service, member) => {
    service.container.cpu = Math.round(shares)
    remark(service, 'changed', member, words.shares)
  }),
  cpus: reading(countOf, (count, service, member) => {
    service.container.cpu = Math.round(count * 1024)
    remark(service, 'changed', member, words.cap)
  }),
  shm_size: reading(amount, (sharedMemorySize, { container }) => withLinux(container, { sharedMemorySize })),
  ulimits: reading(membersOf, (all, service, member) => {
    for (const [name, limit] of Object.entries(all)) addLimit(service, member, name, limit)
  }),
  sysctls: reading(pairsOf, (pairs, { container }) => {
    container.systemControls = pairs.map(([namespace, value = '']) => ({ namespace, value }))
  }),
  devices: reading(textsOf, (devices, { container }) => {
    withLinux(container, { devices: devices.map(deviceOf) })
  }),
  gpus: (value, service, member) => {
    const first = Array.isArray(value) ? membersOf(value[0]) : undefined
    addGpus(service, member, first ?? { count: value })
  },
  tmpfs: reading(textsOf, (mounts, service, member) => {
    for (const mount of mounts) addTmpfs(service, member, mount)
  }),
  deploy: reading(membersOf, (deploy, service, member) => {
    const { resources, ...rest } = deploy
    readResources(membersOf(resources) ?? {}, service, member)
    for (const name of Object.keys(rest)) remark(service, 'lost', member, words.service, { member: name })
  }),
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function atLeast(mebibytes: number, service: Service, member: string): number {
  if (mebibytes >= 6) return mebibytes
  remark(service, 'changed', member, words.least)
  return 6
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html */
const limits =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ')

function addLimit(service: Service, member: string, name: string, limit: Json): void {
  const both = countOf(limit)
  const detail = membersOf(limit)
  const soft = both ?? countOf(detail?.['soft'])
  const hard = both ?? countOf(detail?.['hard']) ?? soft
  if (soft === undefined || hard === undefined) return service.refuse(member, words.ulimit, { name })
  if (!limits.includes(name)) return remark(service, 'lost', member, words.noLimit, { name })
  const others = service.container.ulimits ?? []
  service.container.ulimits = [...others, { name, softLimit: soft, hardLimit: hard }]
}

/** `/dev/a:/dev/b:rwm` */
function deviceOf(text: string): { hostPath: string; containerPath?: string; permissions?: string[] } {
  const [hostPath = '', containerPath, letters] = text.split(':')
  const names: Record<string, string> = { r: 'read', w: 'write', m: 'mknod' }
  const permissions = (letters ?? '').split('').flatMap((letter) => names[letter] ?? [])
  return {
    hostPath,
    ...(containerPath !== undefined && { containerPath }),
    ...(permissions.length > 0 && { permissions }),
  }
}

/** `/run:size=64m,noexec`; sizes are in MiB. */
export function addTmpfs(service: Service, member: string, text: string): void {
  const [containerPath = '', list = ''] = text.split(':')
  const options = list.split(',').filter(Boolean)
  const sized = options.find((option) => option.startsWith('size='))
  const bytes = sized === undefined ? undefined : bytesOf(sized.slice('size='.length))
  if (bytes === undefined) remark(service, 'changed', member, words.tmpfs, { path: containerPath })
  const mountOptions = options.filter((option) => !option.startsWith('size='))
  const size = bytes === undefined ? 64 : Math.max(1, Math.ceil(bytes / 1024 ** 2))
  withLinux(service.container, {
    tmpfs: [
      ...(service.container.linuxParameters?.tmpfs ?? []),
      { containerPath, size, ...(mountOptions.length > 0 && { mountOptions }) },
    ],
  })
}

const known: Record<string, readonly string[]> = {
  limits: ['cpus', 'memory'],
  reservations: ['cpus', 'memory', 'devices'],
}

/** Limits are hard, reservations are what the scheduler counts with. */
function readResources(resources: Members, service: Service, member: string): void {
  const { container } = service
  const { limits: most = {}, reservations = {} } = partsOf(resources)
  const [memory, reserved] = [most['memory'], reservations['memory']].map(amount)
  const cpus = countOf(reservations['cpus'] ?? most['cpus'])
  if (memory !== undefined) container.memory = atLeast(memory, service, member)
  if (reserved !== undefined) container.memoryReservation = atLeast(reserved, service, member)
  if (cpus !== undefined) container.cpu = Math.round(cpus * 1024)
  if ('cpus' in most) remark(service, 'changed', member, words.cap)
  readDevices(reservations['devices'], service)
  for (const [part, values] of Object.entries({ limits: most, reservations }))
    for (const name of Object.keys(values))
      if (!known[part]?.includes(name))
        remark(service, 'lost', member, words.service, { member: `resources.${part}.${name}` })
}

function partsOf(resources: Members): Record<string, Members> {
  return Object.fromEntries(Object.keys(known).map((part) => [part, membersOf(resources[part]) ?? {}]))
}

/** The devices that can be reserved in ECS are GPUs. */
function readDevices(devices: Json | undefined, service: Service): void {
  for (const device of Array.isArray(devices) ? devices.map(membersOf) : []) {
    if (!textsOf(device?.['capabilities'])?.includes('gpu')) continue
    addGpus(service, 'deploy', device ?? {})
  }
}

function addGpus(service: Service, member: string, device: Members): void {
  const count = countOf(device['count']) ?? textsOf(device['device_ids'])?.length
  if (count === undefined) remark(service, 'changed', member, words.allGpus)
  service.container.resourceRequirements = [{ type: 'GPU', value: String(count ?? 1) }]
}
