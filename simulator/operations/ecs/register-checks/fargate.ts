/** What Fargate needs and does not take. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { type Check, type Definition, eachContainer, isFargate, outside, sizeOf } from './check.ts'

/** CPU units → MiB: the least, the most, and the step between. The first row has no step. */
const sizes: Record<number, { least: number; most: number; step: number }> = {
  256: { least: 512, most: 2048, step: 512 },
  512: { least: 1024, most: 4096, step: 1024 },
  1024: { least: 2048, most: 8192, step: 1024 },
  2048: { least: 4096, most: 16_384, step: 1024 },
  4096: { least: 8192, most: 30_720, step: 1024 },
  8192: { least: 16_384, most: 61_440, step: 4096 },
  16_384: { least: 32_768, most: 122_880, step: 8192 },
}

const windowsCpu = [1024, 2048, 4096]

function only(check: Check): Check {
  return (definition) => (isFargate(definition) ? check(definition) : undefined)
}

const network: Check = ({ networkMode }) =>
  networkMode === 'awsvpc' ? undefined : 'Fargate only supports network mode ‘awsvpc’.'

const size: Check = ({ cpu, memory, runtimePlatform }) => {
  if (cpu === undefined) return "Fargate requires that 'cpu' be defined at the task level."
  if (memory === undefined) return "Fargate requires that 'memory' be defined at the task level."
  const [units, mib] = [sizeOf(cpu), sizeOf(memory)]
  const row = sizes[units]
  if (!row) return "Invalid 'cpu' setting for task."
  const isOffered = isOnStep(units, mib, row) && (!isWindows(runtimePlatform) || windowsCpu.includes(units))
  return isOffered ? undefined : 'No Fargate configuration exists for given values.'
}

function isOnStep(units: number, mib: number, { least, most, step }: (typeof sizes)[number]): boolean {
  // 1,536 MiB is not offered with a quarter of a CPU.
  if (units === 256 && mib === 1536) return false
  return mib >= least && mib <= most && (mib - least) % step === 0
}

function isWindows(platform: Definition['runtimePlatform']): boolean {
  return platform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false
}

const members = eachContainer((container) => {
  const refused = refusedMember(container)
  if (refused !== undefined) return `Fargate does not support ${refused}.`
  return (
    outside('startTimeout', container.startTimeout, 2, 120) ??
    outside('stopTimeout', container.stopTimeout, 2, 120)
  )
})

const listMembers = [
  'dnsSearchDomains',
  'dnsServers',
  'dockerSecurityOptions',
  'extraHosts',
  'links',
] as const
const linuxMembers = ['sharedMemorySize', 'maxSwap', 'swappiness'] as const

/** Name of the first member of a container that Fargate does not take. */
function refusedMember(container: ContainerDefinition): string | undefined {
  if (container.privileged) return 'privileged'
  if (container.disableNetworking) return 'disableNetworking'
  if (container.resourceRequirements?.some(({ type }) => type === 'GPU')) return 'gpu'
  return listMembers.find((name) => (container[name]?.length ?? 0) > 0) ?? refusedOfLinux(container)
}

function refusedOfLinux({ linuxParameters: linux }: ContainerDefinition): string | undefined {
  if (linux?.devices?.length) return 'devices'
  if (linux?.capabilities?.add?.some((one) => one !== 'SYS_PTRACE')) return 'adding capabilities'
  return linuxMembers.find((name) => linux?.[name] !== undefined)
}

const task: Check = ({ pidMode, ipcMode, placementConstraints = [], volumes = [] }) => {
  if (ipcMode !== undefined) return 'Fargate does not support ipcMode.'
  if (pidMode !== undefined && pidMode !== 'task') return `Fargate does not support pidMode ${pidMode}.`
  if (placementConstraints.length > 0) return 'Fargate does not support placementConstraints.'
  if (volumes.some(({ host }) => host?.sourcePath !== undefined))
    return 'host.sourcePath should not be set for volumes in Fargate.'
  return volumes.some(({ dockerVolumeConfiguration }) => dockerVolumeConfiguration)
    ? 'Fargate does not support dockerVolumeConfiguration.'
    : undefined
}

export const fargateChecks: Check[] = [network, size, members, task].map(only)
