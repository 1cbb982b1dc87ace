/** A task as the constructs of the CDK's second level take it. */
import type { ContainerDefinition, Definition, Volume } from '../../definition.ts'
import { containerOptions, withoutOption } from './container.ts'
import { Code, type Source, sourceOf } from './source.ts'

/** Members that FargateTaskDefinition or TaskDefinition has an option for. */
const known = new Set(
  `family cpu memory networkMode requiresCompatibilities executionRoleArn taskRoleArn containerDefinitions volumes
  tags runtimePlatform ephemeralStorage pidMode enableFaultInjection`
    .trim()
    .split(/\s+/),
)

/** What stands in the way of the second level; empty when nothing does. */
export function obstacles(definition: Definition): string[] {
  const { requiresCompatibilities = [], volumes = [], containerDefinitions = [], cpu, memory } = definition
  const isForFargate = requiresCompatibilities.join() === 'FARGATE'
  const names = containerDefinitions.map(({ name }) => name)
  return [
    ...Object.keys(definition).filter((member) => !known.has(member)),
    ...(isForFargate || requiresCompatibilities.join() === 'EC2' ? [] : ['requiresCompatibilities']),
    ...([cpu, memory].every((size) => (size === undefined ? !isForFargate : /^\d+$/.test(size)))
      ? []
      : ['cpu', 'memory']),
    ...(isForFargate && definition.networkMode !== 'awsvpc' ? ['networkMode'] : []),
    ...(volumes.every(isSimple) ? [] : ['volumes']),
    ...(containerDefinitions.length > 0 && new Set(names).size === names.length
      ? []
      : ['containerDefinitions']),
    ...containerDefinitions.flatMap((container) => withoutOption(container)),
    ...containerDefinitions.flatMap((container) => strangers(container, names)),
  ]
}

/** Containers are named by variables: each must be one of the task's. */
function strangers(
  { dependsOn = [], volumesFrom = [], links = [] }: ContainerDefinition,
  names: readonly (string | undefined)[],
): string[] {
  const named = [
    ...dependsOn.map(({ containerName }) => containerName),
    ...volumesFrom.map(({ sourceContainer }) => sourceContainer),
    ...links,
  ]
  return named.every((name) => names.includes(name)) ? [] : ['dependsOn']
}

function isSimple({ name, host, efsVolumeConfiguration, ...rest }: Volume): boolean {
  const members = Object.values(rest).filter((value) => value !== undefined)
  return name !== undefined && members.length === 0 && !(host && efsVolumeConfiguration)
}

/** Statements that make the task; `id`: of the construct. */
export function taskStatements(definition: Definition, id: string): string[] {
  const { containerDefinitions = [], tags = [] } = definition
  const isForFargate = definition.requiresCompatibilities?.join() === 'FARGATE'
  const kind = isForFargate ? 'FargateTaskDefinition' : 'TaskDefinition'
  const variables = new Map<string, string>()
  for (const { name = '' } of containerDefinitions)
    variables.set(name, variableFor(name, [...variables.values()]))
  const later = containerDefinitions.flatMap((container) => laterCalls(container, variables))
  return [
    `const task = new ecs.${kind}(this, ${sourceOf(id)}, ${sourceOf(isForFargate ? fargate(definition) : instances(definition))})`,
    ...containerDefinitions.map((container) => {
      const variable = variables.get(container.name ?? '') ?? ''
      const call = `task.addContainer(${sourceOf(container.name)}, ${sourceOf(containerOptions(container))})`
      // One that nothing refers to needs no name.
      return later.some((line) => new RegExp(`\\b${variable}\\b`).test(line))
        ? `const ${variable} = ${call}`
        : call
    }),
    ...later,
    ...tags.map(({ key = '', value = '' }) => `Tags.of(task).add(${sourceOf(key)}, ${sourceOf(value)})`),
  ]
}

function fargate(definition: Definition): Source {
  const { cpu, memory, ephemeralStorage } = definition
  return {
    ...both(definition),
    cpu: Number(cpu),
    memoryLimitMiB: Number(memory),
    ephemeralStorageGiB: ephemeralStorage?.sizeInGiB,
  }
}

function instances(definition: Definition): Source {
  const { cpu, memory, networkMode } = definition
  return {
    ...both(definition),
    compatibility: new Code('ecs.Compatibility.EC2'),
    networkMode:
      networkMode === undefined ? undefined : new Code(`ecs.NetworkMode.${modes[networkMode] ?? 'BRIDGE'}`),
    cpu,
    memoryMiB: memory,
  }
}

const modes: Record<string, string> = { bridge: 'BRIDGE', host: 'HOST', awsvpc: 'AWS_VPC', none: 'NONE' }

function both(definition: Definition): { [name: string]: Source } {
  const { family, executionRoleArn, taskRoleArn, runtimePlatform, pidMode, volumes, enableFaultInjection } =
    definition
  return {
    family,
    executionRole: role('ExecutionRole', executionRoleArn),
    taskRole: role('TaskRole', taskRoleArn),
    runtimePlatform: runtimePlatform && {
      cpuArchitecture: constant('ecs.CpuArchitecture', runtimePlatform.cpuArchitecture),
      operatingSystemFamily: constant('ecs.OperatingSystemFamily', runtimePlatform.operatingSystemFamily),
    },
    pidMode: pidMode === undefined ? undefined : new Code(`ecs.PidMode.${pidMode.toUpperCase()}`),
    volumes: volumes as Source,
    enableFaultInjection,
  }
}

function constant(type: string, value: string | undefined): Code | undefined {
  return value === undefined ? undefined : new Code(`${type}.of(${sourceOf(value)})`)
}

/** Not mutable: the role is somebody else's, and the CDK would add policies to it. */
function role(id: string, written: string | undefined): Code | undefined {
  if (written === undefined) return undefined
  const kind = written.startsWith('arn:') ? 'fromRoleArn' : 'fromRoleName'
  return new Code(`iam.Role.${kind}(this, '${id}', ${sourceOf(written)}, { mutable: false })`)
}

function laterCalls(container: ContainerDefinition, variables: ReadonlyMap<string, string>): string[] {
  const self = variables.get(container.name ?? '') ?? ''
  const variable = (name: string | undefined): Code => new Code(variables.get(name ?? '') ?? '')
  return [
    ...(container.mountPoints ?? []).map(
      (mount) => `${self}.addMountPoints(${sourceOf({ readOnly: false, ...mount })})`,
    ),
    ...(container.volumesFrom ?? []).map(
      (source) => `${self}.addVolumesFrom(${sourceOf({ readOnly: false, ...source })})`,
    ),
    ...(container.dependsOn ?? []).map(
      ({ containerName, condition = 'START' }) =>
        `${self}.addContainerDependencies(${sourceOf({
          container: variable(containerName),
          condition: new Code(`ecs.ContainerDependencyCondition.${condition}`),
        })})`,
    ),
    ...(container.links ?? []).map((link) => `${self}.addLink(${variables.get(link)})`),
  ]
}

const reserved =
  /^(?:task|this|ecs|iam|props|scope|id|new|class|default|delete|for|if|in|do|var|let|const|import|export|function|return|switch|case|null|true|false|void|with|enum|super|try|throw|while|yield|await|static)$/

/** `nginxProxy` of `nginx-proxy`. */
function variableFor(name: string, taken: readonly string[]): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean)
  const joined = words
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
  const wanted = /^[A-Za-z]/.test(joined) && !reserved.test(joined) ? joined : `container${joined}`
  let free = wanted
  for (let number = 2; taken.includes(free); number += 1) free = `${wanted}${number}`
  return free
}
