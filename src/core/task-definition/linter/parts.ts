/** What rules ask of a definition: its containers and ports with their places, and what it runs on. */
import type { ContainerDefinition, Definition, PortMapping } from '../definition.ts'
import type { JsonPath } from '../json.ts'
import type { LintContext } from './context.ts'

export interface ContainerPart {
  container: ContainerDefinition
  /** Its name, or `#2` for the second one when it has none. */
  name: string
  index: number
  path: JsonPath
}

export function containersOf(definition: Definition): ContainerPart[] {
  return (definition.containerDefinitions ?? []).map((container, index) => ({
    container,
    name: container.name ?? `#${index + 1}`,
    index,
    path: ['containerDefinitions', index],
  }))
}

export interface PortPart extends ContainerPart {
  mapping: PortMapping
  protocol: string
  /** Of the mapping. */
  portPath: JsonPath
}

export function portsOf(definition: Definition): PortPart[] {
  return containersOf(definition).flatMap((part) =>
    (part.container.portMappings ?? []).map((mapping, index) => ({
      ...part,
      mapping,
      protocol: mapping.protocol ?? 'tcp',
      portPath: [...part.path, 'portMappings', index],
    })),
  )
}

/** Fargate's rules hold as soon as the list names it, whatever else it names. */
export function isForFargate({ requiresCompatibilities = [] }: Definition, context: LintContext): boolean {
  return requiresCompatibilities.includes('FARGATE') || context.launchType === 'FARGATE'
}

export function isForWindows({ runtimePlatform }: Definition): boolean {
  return runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') === true
}

/** The host port that a mapping takes on every instance; undefined for a dynamic one, or with a network of its own. */
export function staticHostPort(definition: Definition, mapping: PortMapping): number | undefined {
  if (definition.networkMode === 'host') return mapping.hostPort ?? mapping.containerPort
  const isBridge = (definition.networkMode ?? 'bridge') === 'bridge'
  return isBridge && mapping.hostPort !== 0 ? mapping.hostPort : undefined
}

const hole = /\$\{[^}]*\}|\{\{.*?\}\}|\{%.*?%\}|<[A-Za-z][\w .-]*>|\$+\w+|%\w+%|@\w+@/

/** True for a string with a part that a person or a pipeline is to fill in: `<REGION>`, `${IMAGE}`, `{{ tag }}`, `$NAME`. */
export function hasHole(text: string): boolean {
  return hole.test(text)
}
