/** Asks where it is going to run, and how its network is. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import type { Draft, DraftVolume } from '../draft.ts'
import { ask, type Work } from '../work.ts'

const launchTypes = [
  { value: 'FARGATE', label: { en: 'Fargate', ko: 'Fargate' } },
  { value: 'EC2', label: { en: 'EC2 instances', ko: 'EC2 인스턴스' } },
]

const modes = [
  {
    value: 'bridge',
    label: { en: 'bridge: ports of the instance', ko: 'bridge: 인스턴스의 포트 사용' },
  },
  {
    value: 'awsvpc',
    label: { en: 'awsvpc: an address of its own', ko: 'awsvpc: 태스크마다 고유 주소' },
  },
  { value: 'host', label: { en: 'host: the instance’s own network', ko: 'host: 인스턴스 네트워크 그대로' } },
  { value: 'none', label: { en: 'none: no network', ko: 'none: 네트워크 없음' } },
]

const words = {
  launchType: { en: 'Where does it run?', ko: '어디에서 실행하나요?' },
  simple: {
    en: 'Fargate needs no instances. Its network mode is awsvpc, and it has no folders of a host and no privileged containers.',
    ko: 'Fargate는 인스턴스가 필요 없습니다. 네트워크 모드는 awsvpc이며 호스트 폴더와 특권 컨테이너를 쓸 수 없습니다.',
  },
  needsInstances: {
    en: 'The source needs instances: {reasons}. On Fargate that is left out.',
    ko: '원본에 인스턴스가 필요합니다: {reasons}. Fargate에서는 제외됩니다.',
  },
  networkMode: { en: 'Network mode', ko: '네트워크 모드' },
} satisfies Record<string, Text>

export function settlePlace(work: Work, draft: Draft): { isForFargate: boolean; networkMode: string } {
  const reasons = draft.hints.isForFargate ? [] : reasonsForInstances(draft)
  const launchType = ask(work, {
    id: 'launchType',
    text: words.launchType,
    why: reasons.length > 0 ? filled(words.needsInstances, reasons.join(', ')) : words.simple,
    options: launchTypes,
    suggested: reasons.length > 0 ? 'EC2' : 'FARGATE',
    paths: [['requiresCompatibilities']],
  })
  if (launchType === 'FARGATE') return { isForFargate: true, networkMode: 'awsvpc' }
  const networkMode = ask(work, {
    id: 'networkMode',
    text: words.networkMode,
    options: modes,
    suggested: draft.hints.networkMode ?? 'bridge',
    paths: [['networkMode']],
  })
  return { isForFargate: false, networkMode: networkMode ?? 'bridge' }
}

/** Names of members: they are the same in both languages. */
function filled(text: Text, reasons: string): Text {
  return { en: text.en.replace('{reasons}', reasons), ko: text.ko.replace('{reasons}', reasons) }
}

/** The members of the source that Fargate does not have. */
function reasonsForInstances({ definition, containers, volumes, hints }: Draft): string[] {
  const mode = hints.networkMode
  return [
    ...new Set([
      ...(mode !== undefined && mode !== 'awsvpc' ? [`networkMode ${mode}`] : []),
      ...containers.flatMap(reasonsOfContainer),
      ...volumes.flatMap(reasonsOfVolume),
      ...(definition.placementConstraints ? ['placementConstraints'] : []),
      ...(definition.ipcMode ? ['ipcMode'] : []),
      ...(definition.pidMode === 'host' ? ['pidMode host'] : []),
      ...samePorts(containers),
    ]),
  ]
}

const onInstancesOnly = ['privileged', 'dnsServers', 'dnsSearchDomains', 'dockerSecurityOptions'] as const

function reasonsOfContainer(container: ContainerDefinition): string[] {
  const linux = container.linuxParameters ?? {}
  const added = linux.capabilities?.add?.filter((name) => name !== 'SYS_PTRACE') ?? []
  return [
    ...onInstancesOnly.filter((member) => container[member]),
    ...(['devices', 'sharedMemorySize'] as const).filter((member) => linux[member] !== undefined),
    ...(added.length > 0 ? ['capabilities'] : []),
    ...(container.resourceRequirements ? ['GPU'] : []),
  ]
}

function reasonsOfVolume({ host, shipped, dockerVolumeConfiguration }: DraftVolume): string[] {
  if (dockerVolumeConfiguration) return ['dockerVolumeConfiguration']
  return host?.sourcePath !== undefined && !shipped ? [`host.sourcePath ${host.sourcePath}`] : []
}

/** With awsvpc all containers listen at one address. */
function samePorts(containers: readonly ContainerDefinition[]): string[] {
  const users = new Map<number, Set<ContainerDefinition>>()
  for (const container of containers)
    for (const { containerPort } of container.portMappings ?? [])
      if (containerPort !== undefined)
        users.set(containerPort, (users.get(containerPort) ?? new Set()).add(container))
  return [...users]
    .filter(([, set]) => set.size > 1)
    .map(([port]) => `containerPort ${port} × ${users.get(port)?.size ?? 0}`)
}
