/** A task definition as Terraform's aws_ecs_task_definition. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition */
import type { Text } from '../../../i18n/text.ts'
import type { Definition, Volume } from '../definition.ts'
import type { Json } from '../json.ts'
import type { Answers, Conversion } from './conversion.ts'
import { aligned, block, hclOf, type Line } from './hcl.ts'
import { snakeName } from './identifiers.ts'
import { ask, note, startWork, type Work } from './work.ts'

const words = {
  resource: { en: 'Name of the resource', ko: '리소스 이름' },
  accelerator: {
    en: 'Version 6 of the provider has no inference_accelerator any more; Elastic Inference has ended.',
    ko: '프로바이더 버전 6에는 inference_accelerator가 없습니다. Elastic Inference는 종료되었습니다.',
  },
  arn: {
    en: 'The provider asks for the ARN of a role, not for its name “{role}”.',
    ko: '프로바이더에는 역할 이름 “{role}”이 아니라 ARN이 필요합니다.',
  },
  twice: {
    en: 'Terraform keeps {what} as a map: of the name {name} only the last value is left.',
    ko: 'Terraform은 {what}을(를) 맵으로 보관하므로 이름이 {name}인 값은 마지막 것만 남습니다.',
  },
} satisfies Record<string, Text>

export function toTerraform(definition: Definition, answers: Answers = {}): Conversion<string> {
  const work = startWork(answers)
  const suggested = snakeName(definition.family ?? '', 'this')
  const name = ask(work, {
    id: 'resourceName',
    text: words.resource,
    suggested,
    form: /^[A-Za-z_][\w-]*$/,
  })
  const output = `${[
    `resource "aws_ecs_task_definition" "${name ?? suggested}" {`,
    ...[...attributes(work, definition), ...blocks(work, definition)].flatMap((line) =>
      line.split('\n').map((each) => (each ? `  ${each}` : each)),
    ),
    '}',
  ].join('\n')}\n`
  return { output, notes: work.notes, questions: work.questions, problems: [] }
}

/** Attributes of the resource by the member they hold. */
const plain = {
  family: 'family',
  cpu: 'cpu',
  memory: 'memory',
  networkMode: 'network_mode',
  requiresCompatibilities: 'requires_compatibilities',
  executionRoleArn: 'execution_role_arn',
  taskRoleArn: 'task_role_arn',
  pidMode: 'pid_mode',
  ipcMode: 'ipc_mode',
  enableFaultInjection: 'enable_fault_injection',
} as const satisfies Partial<Record<keyof Definition, string>>

function attributes(work: Work, definition: Definition): string[] {
  const lines: Line[] = Object.entries(plain).flatMap(([member, name]): Line[] => {
    const value = definition[member as keyof typeof plain]
    return value === undefined ? [] : [[name, hclOf(value)]]
  })
  const { containerDefinitions, tags, executionRoleArn, taskRoleArn } = definition
  for (const [name, role] of Object.entries({ executionRoleArn, taskRoleArn }))
    if (role !== undefined && !/^(?:arn:|\$|<|\{\{)/.test(role))
      note(work, 'advice', name, words.arn, { role })
  if (tags && tags.length > 0)
    lines.push([
      'tags',
      hclOf(
        asMap(
          work,
          'tags',
          tags.map(({ key = '', value = '' }) => [key, value]),
        ),
      ),
    ])
  if (containerDefinitions)
    lines.push(['container_definitions', `jsonencode(${hclOf(containerDefinitions as Json)})`])
  return aligned(lines)
}

function blocks(work: Work, definition: Definition): string[] {
  const { volumes, placementConstraints, runtimePlatform, ephemeralStorage, proxyConfiguration } = definition
  if (definition.inferenceAccelerators) note(work, 'advice', 'inferenceAccelerators', words.accelerator)
  return [
    ...(runtimePlatform ? [snakeBlock('runtime_platform', runtimePlatform)] : []),
    ...(ephemeralStorage
      ? [block('ephemeral_storage', aligned([['size_in_gib', hclOf(ephemeralStorage.sizeInGiB ?? null)]]))]
      : []),
    ...(placementConstraints ?? []).map((constraint) => snakeBlock('placement_constraints', constraint)),
    ...(proxyConfiguration ? [proxyBlock(work, proxyConfiguration)] : []),
    ...(definition.inferenceAccelerators ?? []).map((entry) => snakeBlock('inference_accelerator', entry)),
    ...(volumes ?? []).map((volume) => volumeBlock(volume)),
  ].flatMap((lines) => ['', ...lines])
}

function proxyBlock(
  work: Work,
  { properties, ...proxy }: NonNullable<Definition['proxyConfiguration']>,
): string[] {
  const pairs = properties?.map(({ name = '', value = '' }): [string, string] => [name, value])
  return snakeBlock('proxy_configuration', {
    ...proxy,
    ...(pairs && { properties: asMap(work, 'properties', pairs) }),
  })
}

/** Members of a volume that are blocks within it. */
const kinds = {
  dockerVolumeConfiguration: 'docker_volume_configuration',
  efsVolumeConfiguration: 'efs_volume_configuration',
  fsxWindowsFileServerVolumeConfiguration: 'fsx_windows_file_server_volume_configuration',
  s3filesVolumeConfiguration: 's3files_volume_configuration',
} as const satisfies Partial<Record<keyof Volume, string>>

function volumeBlock({ name, host, configuredAtLaunch, ...volume }: Volume): string[] {
  const lines: Line[] = []
  if (name !== undefined) lines.push(['name', hclOf(name)])
  if (host?.sourcePath !== undefined) lines.push(['host_path', hclOf(host.sourcePath)])
  if (configuredAtLaunch !== undefined) lines.push(['configure_at_launch', hclOf(configuredAtLaunch)])
  const inner = Object.entries(kinds).flatMap(([member, called]) => {
    const value = volume[member as keyof typeof kinds]
    return value === undefined ? [] : ['', ...snakeBlock(called, value)]
  })
  return block('volume', [...aligned(lines), ...inner])
}

/** The same names in snake_case; what is called authorizationConfig is a block of its own, maps are attributes. */
function snakeBlock(name: string, members: object): string[] {
  const lines: Line[] = []
  const inner: string[] = []
  for (const [member, value] of Object.entries(members) as [string, Json | undefined][]) {
    if (value === undefined) continue
    if (member === 'authorizationConfig' && typeof value === 'object' && value !== null)
      inner.push('', ...snakeBlock('authorization_config', value))
    else lines.push([snake(member), hclOf(value)])
  }
  return block(name, [...aligned(lines), ...inner])
}

function snake(member: string): string {
  return member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function asMap(work: Work, what: string, pairs: readonly (readonly [string, string])[]): Json {
  const seen = new Set<string>()
  for (const [name] of pairs) {
    if (seen.has(name)) note(work, 'lost', what, words.twice, { what, name })
    seen.add(name)
  }
  return Object.fromEntries(pairs)
}
