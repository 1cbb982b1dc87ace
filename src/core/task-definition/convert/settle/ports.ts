/** Fits port mappings to the network mode: static ports, ports of one address, and what AWS refuses. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition, PortMapping } from '../../definition.ts'
import { ask, note, type Work } from '../work.ts'
import { reservedPort } from '../../../ecs/ports.ts'
import type { Settling } from './settle.ts'

const words = {
  none: {
    en: 'With the network mode none there are no ports.',
    ko: '네트워크 모드 none에서는 포트를 쓸 수 없습니다.',
  },
  sameNumber: {
    en: 'With {mode} a container is reached at its own port: {container} instead of {host}.',
    ko: '{mode}에서는 컨테이너의 포트로 접근합니다. {host} 대신 {container}입니다.',
  },
  once: {
    en: 'AWS maps container port {port} once; the second mapping is left out.',
    ko: 'AWS는 컨테이너 포트 {port}을(를) 한 번만 매핑하므로 두 번째 매핑은 제외합니다.',
  },
  dynamic: {
    en: 'Host port {host} becomes a port that ECS chooses, so that more than one task fits on an instance; the load balancer knows it.',
    ko: '호스트 포트 {host} 대신 ECS가 고른 포트를 씁니다. 한 인스턴스에 여러 태스크가 들어가고 로드 밸런서가 포트를 압니다.',
  },
  twice: {
    en: 'Host port {host} is taken by a mapping before it: ECS chooses another one.',
    ko: '앞의 매핑이 호스트 포트 {host}을(를) 쓰므로 ECS가 다른 포트를 고릅니다.',
  },
  ask: { en: 'Ports of the instance', ko: '인스턴스의 포트' },
  why: {
    en: 'A static port lets one task run on each instance. Behind a load balancer ECS can choose the port.',
    ko: '고정 포트를 쓰면 인스턴스마다 태스크가 하나만 실행됩니다. 로드 밸런서 뒤에서는 ECS가 포트를 고를 수 있습니다.',
  },
  taken: {
    en: 'Port of {name} instead of {port}',
    ko: '{name}의 {port} 대신 쓸 포트',
  },
  whyTaken: {
    en: 'All containers of this task listen at one address, and another container or the instance has this port. The software must listen at the new one too.',
    ko: '이 태스크의 컨테이너는 모두 한 주소에서 수신하며 다른 컨테이너나 인스턴스가 이 포트를 씁니다. 소프트웨어도 새 포트를 써야 합니다.',
  },
} satisfies Record<string, Text>

export function settlePorts(settling: Settling): void {
  const { work, draft, place } = settling
  const taken = new Set<number>()
  const takenHosts = new Set<string>()
  const keepStatic = place.networkMode === 'bridge' && isStatic(settling)
  for (const [index, container] of draft.containers.entries()) {
    if (!container.portMappings) continue
    if (place.networkMode === 'none') {
      note(work, 'lost', `${container.name}.portMappings`, words.none)
      delete container.portMappings
      continue
    }
    const own = new Map<number, string>()
    const mappings = container.portMappings.flatMap((mapping) => eachPort(mapping, place.networkMode))
    container.portMappings = mappings.flatMap((mapping) =>
      settled(settling, container, index, mapping, { own, taken, takenHosts, keepStatic }),
    )
    for (const port of own.keys()) taken.add(port)
    if (container.portMappings.length === 0) delete container.portMappings
  }
}

/**
 * `own`: ports of this container so far, with their protocols; `taken`: those of the containers before; `takenHosts`: static
 * ports of all of them, such as `80/tcp`.
 */
interface Used {
  own: Map<number, string>
  taken: ReadonlySet<number>
  takenHosts: Set<string>
  keepStatic: boolean
}

function settled(
  { work, place }: Settling,
  container: ContainerDefinition,
  index: number,
  mapping: PortMapping,
  { own, taken, takenHosts, keepStatic }: Used,
): PortMapping[] {
  const at = `${container.name}.portMappings`
  const { hostPort, containerPort, ...rest } = mapping
  const [host, protocol] = [hostPort ?? 0, rest.protocol ?? 'tcp']
  const mode = place.networkMode
  if (containerPort === undefined) return [rest]
  const port = isTaken(mode, taken, containerPort)
    ? otherPort(work, container, index, containerPort)
    : containerPort
  // Two static ports may lead to one port of the container, but never with two protocols.
  const isStaticHere = staysStatic(keepStatic, host)
  const isFree = isStaticHere && !takenHosts.has(`${host}/${protocol}`)
  if (own.has(port) && !(isFree && own.get(port) === protocol)) {
    note(work, 'lost', at, words.once, { port })
    return []
  }
  own.set(port, protocol)
  if (isFree) {
    takenHosts.add(`${host}/${protocol}`)
    return [{ containerPort: port, hostPort: host, ...rest }]
  }
  if (isStaticHere) note(work, 'changed', at, words.twice, { host })
  else noteHostPort(work, at, mode, port, host)
  return [{ containerPort: port, ...rest }]
}

/** By another container at the same address, or with host by the instance itself. */
function isTaken(mode: string, taken: ReadonlySet<number>, port: number): boolean {
  if (mode === 'bridge') return false
  return taken.has(port) || (mode === 'host' && reservedPort(port) !== undefined)
}

/** Those of the instance itself stay dynamic. */
function staysStatic(keepStatic: boolean, host: number): boolean {
  return keepStatic && host > 0 && reservedPort(host) === undefined
}

function noteHostPort(work: Work, at: string, mode: string, container: number, host: number): void {
  if (host === 0) return
  if (mode === 'bridge') note(work, 'changed', at, words.dynamic, { host })
  else if (host !== container) note(work, 'changed', at, words.sameNumber, { mode, container, host })
}

/** With host a range is all its ports. */
function eachPort(mapping: PortMapping, mode: string): PortMapping[] {
  const { containerPortRange, ...rest } = mapping
  if (containerPortRange === undefined || mode !== 'host') return [mapping]
  const [first = 0, last = 0] = containerPortRange.split('-').map(Number)
  return Array.from({ length: last - first + 1 }, (_, index) => ({ containerPort: first + index, ...rest }))
}

function otherPort(work: Work, { name = '' }: ContainerDefinition, index: number, port: number): number {
  const answer = ask(work, {
    id: `port.${name}.${port}`,
    text: words.taken,
    values: { name, port },
    why: words.whyTaken,
    required: true,
    form: /^\d{1,5}$/,
    paths: [['containerDefinitions', index, 'portMappings']],
  })
  return answer === undefined ? port : Number(answer)
}

function isStatic({ work, draft }: Settling): boolean {
  const hasStatic = draft.containers.some(({ portMappings = [] }) =>
    portMappings.some(({ hostPort }) => hostPort),
  )
  if (!hasStatic) return false
  const answer = ask(work, {
    id: 'hostPorts',
    text: words.ask,
    why: words.why,
    options: [
      { value: 'dynamic', label: { en: 'chosen by ECS', ko: 'ECS가 선택' } },
      { value: 'static', label: { en: 'as in the source', ko: '원본 그대로' } },
    ],
    suggested: 'dynamic',
    paths: draft.containers.map((_, index) => ['containerDefinitions', index, 'portMappings']),
  })
  return answer === 'static'
}
