/** Leaves out what Fargate refuses. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition, LinuxParameters } from '../../definition.ts'
import { note } from '../work.ts'
import type { Settling } from './settle.ts'

const words = {
  refused: {
    en: 'Fargate has no {member}: it is left out.',
    ko: 'Fargate에서는 {member}을(를) 쓸 수 없어 제외했습니다.',
  },
  capabilities: {
    en: 'Fargate adds no capability but SYS_PTRACE: {names} is left out.',
    ko: 'Fargate는 SYS_PTRACE 외의 기능을 추가하지 않으므로 {names}을(를) 제외했습니다.',
  },
  stop: {
    en: 'Fargate waits 2 to 120 seconds before it kills a container, not {seconds, number}.',
    ko: 'Fargate는 컨테이너를 강제로 종료하기 전에 {seconds, number}초가 아니라 2~120초를 기다립니다.',
  },
} satisfies Record<string, Text>

const containerMembers = [
  'privileged',
  'dockerSecurityOptions',
  'disableNetworking',
  'resourceRequirements',
  'links',
] as const
const linuxMembers = ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'] as const

export function settleFargate({ work, draft, place }: Settling): void {
  if (!place.isForFargate) return
  const refuse = (at: string, member: string): void => note(work, 'lost', at, words.refused, { member })
  const { definition, containers } = draft
  for (const member of ['placementConstraints', 'ipcMode', 'inferenceAccelerators'] as const)
    if (definition[member] !== undefined) {
      refuse(member, member)
      delete definition[member]
    }
  if (definition.pidMode !== undefined && definition.pidMode !== 'task') {
    refuse('pidMode', `pidMode ${definition.pidMode}`)
    delete definition.pidMode
  }
  for (const container of containers) {
    for (const member of containerMembers)
      if (container[member] !== undefined) {
        refuse(`${container.name}.${member}`, member)
        delete container[member]
      }
    settleLinux(container, refuse)
    settleCapabilities(work, container)
    settleStop(work, container)
  }
}

function settleStop(work: Settling['work'], container: ContainerDefinition): void {
  const { stopTimeout: seconds, name } = container
  if (seconds === undefined || (seconds >= 2 && seconds <= 120)) return
  container.stopTimeout = Math.min(Math.max(seconds, 2), 120)
  note(work, 'changed', `${name}.stopTimeout`, words.stop, { seconds })
}

function settleLinux(container: ContainerDefinition, refuse: (at: string, member: string) => void): void {
  const { linuxParameters } = container
  if (!linuxParameters) return
  for (const member of linuxMembers)
    if (linuxParameters[member] !== undefined) {
      refuse(`${container.name}.linuxParameters`, member)
      delete linuxParameters[member]
    }
  dropEmpty(container, linuxParameters)
}

function settleCapabilities(work: Settling['work'], container: ContainerDefinition): void {
  const capabilities = container.linuxParameters?.capabilities
  const others = capabilities?.add?.filter((name) => name !== 'SYS_PTRACE') ?? []
  if (!capabilities?.add || others.length === 0) return
  const at = `${container.name}.linuxParameters.capabilities`
  note(work, 'lost', at, words.capabilities, { names: others.join(', ') })
  if (capabilities.add.includes('SYS_PTRACE')) capabilities.add = ['SYS_PTRACE']
  else delete capabilities.add
  if (Object.keys(capabilities).length === 0) delete container.linuxParameters?.capabilities
  dropEmpty(container, container.linuxParameters ?? {})
}

function dropEmpty(container: ContainerDefinition, parameters: LinuxParameters): void {
  if (Object.keys(parameters).length === 0) delete container.linuxParameters
}
