/** Which container instances have room for one task of a definition, and what the others lack. */
import type { Text } from '../../../i18n/text.ts'
import type { ContainerInstance } from '../../ecs/container-instance.ts'
import { isReady } from '../../ecs/capacity.ts'
import type { PortProtocol } from '../../ecs/ports.ts'
import type { Task } from '../../ecs/task.ts'
import type { Definition } from '../definition.ts'
import { cpuUnits, memoryMib } from '../size.ts'
import type { Check } from './check.ts'

/** What one task takes of an instance. CPU in units, memory in MiB. */
export interface Need {
  cpu: number
  memory: number
  /** Static host ports. */
  ports: { port: number; protocol: PortProtocol }[]
  /** Attributes the instance must have, where they are known. */
  attributes: readonly string[]
}

/** A task's own size counts before those of its containers, a soft memory limit before a hard one. */
export function needOf(definition: Definition, attributes: readonly string[] = []): Need {
  const containers = definition.containerDefinitions ?? []
  return {
    cpu: cpuUnits(definition.cpu) ?? sum(containers.map(({ cpu = 0 }) => cpu)),
    memory:
      memoryMib(definition.memory) ??
      sum(containers.map(({ memory, memoryReservation }) => memoryReservation ?? memory ?? 0)),
    ports: staticPorts(definition),
    attributes,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

/** None in awsvpc mode, where each task has an address of its own. */
function staticPorts({ networkMode = 'bridge', containerDefinitions = [] }: Definition): Need['ports'] {
  if (networkMode !== 'bridge' && networkMode !== 'host') return []
  return containerDefinitions.flatMap(({ portMappings = [] }) =>
    portMappings.flatMap(({ hostPort, containerPort, protocol }) => {
      const port = networkMode === 'host' ? containerPort : hostPort
      return port ? [{ port, protocol: protocol === 'udp' ? ('udp' as const) : ('tcp' as const) }] : []
    }),
  )
}

/** Names what an instance lacks, in one form for each: `ports 3306`, `CPU`. */
export interface Lack {
  kind: 'not-ready' | 'attribute' | 'cpu' | 'memory' | 'port'
  /** `3306`, `53/udp`, or the attribute's name. */
  what?: string
}

export interface Fit {
  /** Instances with room now. */
  fits: ContainerInstance[]
  /** Instances with room as soon as a task of the same service has stopped there. */
  after: ContainerInstance[]
  /** What the others lack. */
  lacks: { instance: ContainerInstance; lacks: Lack[] }[]
}

/** `own`: tasks that the deployment replaces. */
export function fitOf(need: Need, instances: readonly ContainerInstance[], own: readonly Task[] = []): Fit {
  const fit: Fit = { fits: [], after: [], lacks: [] }
  for (const instance of instances) {
    const there = own.filter(
      (task) => task.containerInstanceArn === instance.arn && task.lastStatus !== 'STOPPED',
    )
    const lacks = lacksOf(need, instance)
    if (lacks.length === 0) fit.fits.push(instance)
    else if (there.length > 0 && lacksOf(need, without(instance, there)).length === 0)
      fit.after.push(instance)
    else fit.lacks.push({ instance, lacks })
  }
  return fit
}

function lacksOf(need: Need, instance: ContainerInstance): Lack[] {
  if (!isReady(instance)) return [{ kind: 'not-ready' }]
  const taken = { tcp: instance.tcpPortsInUse, udp: instance.udpPortsInUse }
  return [
    ...need.attributes
      .filter((name) => !Object.hasOwn(instance.attributes, name))
      .map((what): Lack => ({ kind: 'attribute', what })),
    ...(instance.remainingCpu < need.cpu ? [{ kind: 'cpu' } as const] : []),
    ...(instance.remainingMemory < need.memory ? [{ kind: 'memory' } as const] : []),
    ...need.ports
      .filter(({ port, protocol }) => taken[protocol].includes(port))
      .map(({ port, protocol }): Lack => ({
        kind: 'port',
        what: protocol === 'tcp' ? String(port) : `${String(port)}/${protocol}`,
      })),
  ]
}

/** The instance as it is once these tasks have stopped. */
function without(instance: ContainerInstance, tasks: readonly Task[]): ContainerInstance {
  const bindings = tasks.flatMap(({ containers }) =>
    containers.flatMap(({ networkBindings }) => networkBindings),
  )
  const held = (protocol: PortProtocol): Set<number | undefined> =>
    new Set(bindings.filter((one) => (one.protocol ?? 'tcp') === protocol).map(({ hostPort }) => hostPort))
  const [tcp, udp] = [held('tcp'), held('udp')]
  return {
    ...instance,
    remainingCpu: instance.remainingCpu + sum(tasks.map(({ cpu }) => cpuUnits(cpu) ?? 0)),
    remainingMemory: instance.remainingMemory + sum(tasks.map(({ memory }) => memoryMib(memory) ?? 0)),
    tcpPortsInUse: instance.tcpPortsInUse.filter((port) => !tcp.has(port)),
    udpPortsInUse: instance.udpPortsInUse.filter((port) => !udp.has(port)),
  }
}

const words = {
  none: {
    en: 'Cluster {cluster} has no container instances',
    ko: '{cluster} 클러스터에 컨테이너 인스턴스가 없습니다',
  },
  all: {
    en: 'A task fits on {fits, plural, =1 {the one instance} other {all # instances}} of {cluster}',
    ko: '{cluster}의 인스턴스 {fits}개 모두에 태스크가 들어갑니다',
  },
  some: {
    en: 'A task fits on {fits} of {all} instances of {cluster}{after, plural, =0 {} other {; on # more once a task of this service has stopped there}}{lacking, select, none {} other {; the others lack {lacking}}}',
    ko: '{cluster}의 인스턴스 {all}개 중 {fits}개에 태스크가 들어갑니다{after, plural, =0 {} other {. #개는 이 서비스의 기존 태스크가 중지되면 들어갑니다}}{lacking, select, none {} other {. 나머지에 부족한 것: {lacking}}}',
  },
} satisfies Record<string, Text>

/** One line about a cluster: "fits on 3 of 5 instances; the others lack ports 3306". */
export function fitCheck(cluster: string, instances: readonly ContainerInstance[], fit: Fit): Check {
  const id = `fit/${cluster}`
  const [fits, after, all] = [fit.fits.length, fit.after.length, instances.length]
  if (all === 0) return { id, path: [], state: 'bad', message: { text: words.none, values: { cluster } } }
  if (fits === all)
    return { id, path: [], state: 'good', message: { text: words.all, values: { cluster, fits } } }
  const values = { cluster, fits, all, after, lacking: lackingWords(fit) }
  const state = fits > 0 ? 'good' : after > 0 ? 'warning' : 'bad'
  return { id, path: [], state, message: { text: words.some, values } }
}

/** AWS's own words for what `remainingResources` are called: they stand in both languages. */
function lackingWords({ lacks }: Fit): string {
  const every = lacks.flatMap((one) => one.lacks)
  const ports = [...new Set(every.flatMap(({ kind, what }) => (kind === 'port' && what ? [what] : [])))]
  const attributes = [
    ...new Set(every.flatMap(({ kind, what }) => (kind === 'attribute' && what ? [what] : []))),
  ]
  const has = (kind: Lack['kind']): boolean => every.some((one) => one.kind === kind)
  const parts = [
    ...(has('cpu') ? ['CPU'] : []),
    ...(has('memory') ? ['MEMORY'] : []),
    ...(ports.length > 0 ? [`PORTS ${ports.join(', ')}`] : []),
    ...attributes,
    ...(has('not-ready') ? ['ACTIVE + agentConnected'] : []),
  ]
  return parts.length === 0 ? 'none' : parts.join(' · ')
}
