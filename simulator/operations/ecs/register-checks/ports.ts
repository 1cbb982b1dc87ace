/** Network modes, and ports within them. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
import type { PortMapping } from '@aws-sdk/client-ecs'
import { type Check, eachContainer, modeOf } from './check.ts'

const names = eachContainer(({ portMappings = [] }) => {
  const wrong = portMappings.find(
    ({ name }) => name !== undefined && !/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name),
  )
  return wrong && `Invalid port mapping name '${wrong.name}'.`
})

const numbers = eachContainer(({ name, portMappings = [] }) => {
  for (const { containerPort, containerPortRange, hostPort } of portMappings) {
    if (containerPort === undefined && containerPortRange === undefined)
      return `Invalid setting for container '${name}'. A port mapping needs 'containerPort' or 'containerPortRange'.`
    const isLegal = isPort(containerPort ?? 1) && (hostPort === 0 || isPort(hostPort ?? 1))
    if (!isLegal) return `Invalid setting for container '${name}'. Ports go from 1 to 65535.`
  }
  return undefined
})

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535
}

const protocols = eachContainer(({ portMappings = [] }) => {
  const seen = new Map<number, string>()
  for (const { containerPort, protocol = 'tcp' } of portMappings) {
    if (containerPort === undefined) continue
    if ((seen.get(containerPort) ?? protocol) !== protocol)
      return `Container port '${containerPort}' cannot be exposed for multiple protocols.`
    seen.set(containerPort, protocol)
  }
  return undefined
})

const ranges = eachContainer(({ portMappings = [] }, definition) => {
  const ranged = portMappings.filter(({ containerPortRange }) => containerPortRange !== undefined)
  if (ranged.length > 100) return 'A container can have at most 100 container port ranges.'
  for (const { containerPort, containerPortRange, hostPort } of ranged) {
    if (hostPort !== undefined) return 'hostPort cannot be specified with containerPortRange.'
    if (containerPort !== undefined) return 'containerPort cannot be specified with containerPortRange.'
    if (!isRange(containerPortRange)) return `Invalid container port range '${containerPortRange}'.`
  }
  return ranged.length > 0 && !['bridge', 'awsvpc'].includes(modeOf(definition))
    ? 'containerPortRange is only supported with the bridge and awsvpc network modes.'
    : undefined
})

function isRange(written = ''): boolean {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(written) ?? []
  return isPort(Number(first)) && isPort(Number(last)) && Number(first) <= Number(last)
}

const hostPorts: Check = (definition) => {
  const mode = modeOf(definition)
  const mappings = (definition.containerDefinitions ?? []).flatMap(({ portMappings = [] }) => portMappings)
  if (mode === 'none' && mappings.length > 0) return 'Port mappings are not supported when networkMode=none.'
  const isFixed = mode === 'awsvpc' || mode === 'host'
  const isOther = ({ hostPort = 0, containerPort }: PortMapping): boolean =>
    // With awsvpc 0 says the same as nothing.
    (hostPort !== 0 || mode === 'host') && hostPort !== containerPort
  if (isFixed && mappings.some((mapping) => mapping.hostPort !== undefined && isOther(mapping)))
    return `When networkMode=${mode}, the host ports and container ports in port mappings must match.`
  const taken = new Set<string>()
  for (const { hostPort, containerPort, protocol = 'tcp' } of mappings) {
    const port = isFixed ? containerPort : hostPort
    if (!port) continue
    const key = `${protocol}/${port}`
    if (taken.has(key))
      return `${protocol.toUpperCase()} host port '${port}' is mapped multiple times in task.`
    taken.add(key)
  }
  return undefined
}

/** Members that need Docker's own network. */
const bridged = eachContainer(({ links = [], hostname, extraHosts = [] }, definition) => {
  const mode = modeOf(definition)
  if (links.length > 0 && mode !== 'bridge') return `Links are not supported when networkMode=${mode}.`
  if (mode !== 'awsvpc') return undefined
  if (hostname !== undefined) return 'hostname is not supported on container when networkMode=awsvpc.'
  return extraHosts.length > 0
    ? 'Extra hosts are not supported on container when networkMode=awsvpc.'
    : undefined
})

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html */
const external: Check = (definition) =>
  definition.requiresCompatibilities?.includes('EXTERNAL') && modeOf(definition) === 'awsvpc'
    ? 'The awsvpc network mode is not supported for external instances.'
    : undefined

export const portChecks: Check[] = [external, names, numbers, protocols, ranges, hostPorts, bridged]
