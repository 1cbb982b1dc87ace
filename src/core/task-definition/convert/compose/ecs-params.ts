/** Reads ecs-params.yml, in which ecs-cli kept what a Compose file cannot say. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cmd-ecs-cli-compose-ecsparams.html */
import type { Text, TextValues } from '../../../../i18n/text.ts'
import type { Volume } from '../../definition.ts'
import type { Json } from '../../json.ts'
import type { TextProblem } from '../../text.ts'
import { mebibytesOf } from '../amounts.ts'
import type { NoteKind } from '../conversion.ts'
import type { Draft } from '../draft.ts'
import { interpolated } from '../interpolate.ts'
import { memoryMib } from '../../size.ts'
import { type NestedNames, othersIn } from '../nested.ts'
import { note, type Work } from '../work.ts'
import { countOf, flagOf, type Members, membersOf, pairsOf, textOf } from '../written.ts'
import { readYaml } from '../yaml-text.ts'
import { readServiceParams } from './service-params.ts'

const words = {
  noMap: {
    en: 'ecs-params is a map with the member “task_definition”.',
    ko: 'ecs-params는 “task_definition” 멤버가 있는 맵이어야 합니다.',
  },
  run: {
    en: 'Belongs to the service or to RunTask, not to the task definition.',
    ko: '태스크 정의가 아니라 서비스나 RunTask에 속합니다.',
  },
  misplaced: {
    en: '“{member}” does not stand here in ecs-params: ecs-cli passed it over, and so does this. Move it under task_definition.',
    ko: 'ecs-params에서 “{member}”의 위치가 아니라 ecs-cli도 무시했고 여기서도 무시합니다. task_definition 아래로 옮기세요.',
  },
  unknown: {
    en: '“{member}” is not known in ecs-params and is left out.',
    ko: '“{member}”은(는) ecs-params에서 알 수 없는 멤버라 제외했습니다.',
  },
  noService: {
    en: 'The Compose file has no service {name}.',
    ko: 'Compose 파일에 {name} 서비스가 없습니다.',
  },
} satisfies Record<string, Text>

/** Fills the draft; answers what makes the file unreadable. */
export function readEcsParams(work: Work, draft: Draft, text: string): TextProblem[] {
  const yaml = readYaml(text)
  if (yaml.value === undefined) return yaml.problems
  const root = membersOf(interpolated(work, yaml.value))
  if (!root) return [yaml.problemAt([], { text: words.noMap })]
  const task = membersOf(root['task_definition'] ?? {})
  if (!task) return [yaml.problemAt(['task_definition'], { text: words.noMap })]
  const remark: Remark = (kind, at, why, values) => note(work, kind, `ecs-params ${at}`, why, values)
  noteRest(root, remark)
  for (const [name, value] of Object.entries(task)) {
    const read = Object.hasOwn(taskMembers, name) ? taskMembers[name] : undefined
    for (const member of othersIn(value, within, name))
      remark('lost', `task_definition.${name}.${member}`, words.unknown, { member })
    if (read) read(value, draft, remark)
    else remark('lost', `task_definition.${name}`, words.unknown, { member: name })
  }
  return []
}

function noteRest(root: Members, remark: Remark): void {
  for (const [name, value] of Object.entries(root)) {
    if (name === 'version' || name === 'task_definition') continue
    if (name !== 'run_params') remark('lost', name, words.misplaced, { member: name })
    else
      for (const member of Object.keys(membersOf(value) ?? {}))
        remark('lost', `run_params.${member}`, words.run)
  }
}

const within: NestedNames = {
  task_size: { in: 'self', known: 'cpu_limit mem_limit' },
  docker_volumes: { in: 'items', known: 'name scope autoprovision driver driver_opts labels' },
  efs_volumes: {
    in: 'items',
    known: 'name filesystem_id root_directory transit_encryption transit_encryption_port access_point iam',
  },
  placement_constraints: { in: 'items', known: 'type expression' },
}

export type Remark = (kind: NoteKind, at: string, why: Text, values?: TextValues) => void
type Read = (value: Json, draft: Draft, remark: Remark) => void

const taskMembers: Record<string, Read> = {
  ecs_network_mode: (value, { hints }) => {
    hints.networkMode = textOf(value) ?? 'bridge'
  },
  task_role_arn: (value, { definition }) => {
    definition.taskRoleArn = textOf(value) ?? ''
  },
  task_execution_role: (value, { definition }) => {
    definition.executionRoleArn = textOf(value) ?? ''
  },
  ipc_mode: (value, { definition }) => {
    definition.ipcMode = textOf(value) ?? ''
  },
  pid_mode: (value, { definition }) => {
    definition.pidMode = textOf(value) ?? ''
  },
  task_size: (value, { hints }) => {
    const size = membersOf(value) ?? {}
    const cpu = textOf(size['cpu_limit'])
    const memory = textOf(size['mem_limit'])
    if (cpu !== undefined && countOf(cpu) !== undefined) hints.cpu = Number(cpu)
    // Unlike that of a container, a bare number is MiB.
    const mebibytes = memory === undefined ? undefined : (memoryMib(memory) ?? mebibytesOf(memory, 'm'))
    if (mebibytes !== undefined) hints.memory = mebibytes
  },
  services: (value, draft, remark) => {
    for (const [name, members] of Object.entries(membersOf(value) ?? {})) {
      const container = draft.containers.find((each) => each.name === name)
      const at = `task_definition.services.${name}`
      if (container) readServiceParams(membersOf(members) ?? {}, container, at, remark)
      else remark('lost', at, words.noService, { name })
    }
  },
  docker_volumes: (value, draft) => {
    for (const entry of itemsOf(value)) addVolume(draft, textOf(entry['name']) ?? '', dockerVolume(entry))
  },
  efs_volumes: (value, draft) => {
    for (const entry of itemsOf(value)) addVolume(draft, textOf(entry['name']) ?? '', efsVolume(entry))
  },
  placement_constraints: (value, { definition }) => {
    definition.placementConstraints = itemsOf(value).map((entry) => ({
      type: textOf(entry['type']) ?? 'memberOf',
      ...(textOf(entry['expression']) !== undefined && { expression: textOf(entry['expression']) ?? '' }),
    }))
  },
}

function itemsOf(value: Json): Members[] {
  return Array.isArray(value) ? value.map(membersOf).filter((members) => members !== undefined) : []
}

/** Says more of a volume that the Compose file names, or adds it. */
function addVolume(draft: Draft, name: string, volume: Volume): void {
  const known = draft.volumes.find((each) => each.name === name)
  if (known) Object.assign(known, volume, { lasting: false })
  else draft.volumes.push({ name, ...volume })
}

function dockerVolume(entry: Members): Volume {
  const texts = (member: string): Record<string, string> | undefined => {
    const pairs = pairsOf(entry[member] ?? {}) ?? []
    return pairs.length > 0 ? Object.fromEntries(pairs.map(([name, value = '']) => [name, value])) : undefined
  }
  const autoprovision = flagOf(entry['autoprovision'])
  const [driverOpts, labels] = [texts('driver_opts'), texts('labels')]
  return {
    dockerVolumeConfiguration: {
      ...(textOf(entry['scope']) !== undefined && { scope: textOf(entry['scope']) ?? '' }),
      ...(autoprovision !== undefined && { autoprovision }),
      ...(textOf(entry['driver']) !== undefined && { driver: textOf(entry['driver']) ?? '' }),
      ...(driverOpts && { driverOpts }),
      ...(labels && { labels }),
    },
  }
}

function efsVolume(entry: Members): Volume {
  const text = (member: string): string | undefined => textOf(entry[member])
  const [accessPointId, iam, port] = [
    text('access_point'),
    text('iam'),
    countOf(entry['transit_encryption_port']),
  ]
  const authorization = {
    ...(accessPointId !== undefined && { accessPointId }),
    ...(iam !== undefined && { iam }),
  }
  return {
    efsVolumeConfiguration: {
      ...(text('filesystem_id') !== undefined && { fileSystemId: text('filesystem_id') ?? '' }),
      ...(text('root_directory') !== undefined && { rootDirectory: text('root_directory') ?? '' }),
      ...(text('transit_encryption') !== undefined && {
        transitEncryption: text('transit_encryption') ?? '',
      }),
      ...(port !== undefined && { transitEncryptionPort: port }),
      ...(Object.keys(authorization).length > 0 && { authorizationConfig: authorization }),
    },
  }
}
