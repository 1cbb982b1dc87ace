/** Members about files: volumes, mounts, secrets and configs. */
import type { Text } from '../../../../i18n/text.ts'
import type { Json } from '../../json.ts'
import { freeName, hostVolume, nameFrom } from '../draft.ts'
import { ask, note } from '../work.ts'
import { flagOf, type Members, membersOf, pairsOf, textOf, textsOf } from '../written.ts'
import { lost, type Member, reading, remark, type Service } from './member.ts'
import { addTmpfs } from './resources.ts'

const words = {
  mount: {
    en: '“{mount}” is no mount: write source:target, such as ./data:/data.',
    ko: '“{mount}”은(는) 마운트가 아닙니다. ./data:/data처럼 소스:대상으로 적으세요.',
  },
  option: {
    en: 'The option {option} of the mount at {path} has no equivalent; only ro has.',
    ko: '{path} 마운트의 {option} 옵션에 해당하는 것이 없습니다. ro만 옮길 수 있습니다.',
  },
  volumeMembers: {
    en: '{names} of a volume has no equivalent and is left out.',
    ko: '볼륨의 {names}에 해당하는 것이 없어 제외했습니다.',
  },
  otherType: {
    en: 'ECS has no mount of the type {type}.',
    ko: 'ECS에는 {type} 유형의 마운트가 없습니다.',
  },
  foreign: {
    en: '{name} is no container of this definition.',
    ko: '{name}은(는) 이 정의의 컨테이너가 아닙니다.',
  },
  secretFile: {
    en: 'ECS hands out secrets as environment variables, not as files under /run/secrets: {name} becomes a variable when its ARN is known.',
    ko: 'ECS는 시크릿을 /run/secrets 파일이 아니라 환경 변수로 전달합니다. ARN을 알면 {name}을(를) 변수로 넣습니다.',
  },
  secret: {
    en: 'ARN of the secret or parameter that holds {name}',
    ko: '{name} 값이 담긴 시크릿 또는 파라미터의 ARN',
  },
  config: {
    en: 'ECS has no configs: bake the file into the image, read it from S3 at the start, or mount EFS.',
    ko: 'ECS에는 config가 없습니다. 파일을 이미지에 넣거나 시작할 때 S3에서 읽거나 EFS를 마운트하세요.',
  },
} satisfies Record<string, Text>

export const storageMembers: Record<string, Member> = {
  volumes: (value, service, member) => {
    for (const item of Array.isArray(value) ? value : [value]) {
      const detail = membersOf(item)
      if (detail) addLong(detail, service, member)
      else addShort(textOf(item) ?? '', service, member)
    }
  },
  volumes_from: reading(textsOf, (sources, service, member) => {
    for (const source of sources) {
      const [name = '', mode] = source.split(':')
      if (!service.neighbours.includes(name)) remark(service, 'lost', member, words.foreign, { name })
      else {
        const others = service.container.volumesFrom ?? []
        const entry = { sourceContainer: name, ...(mode === 'ro' && { readOnly: true }) }
        service.container.volumesFrom = [...others, entry]
      }
    }
  }),
  secrets: (value, service, member) => {
    for (const item of Array.isArray(value) ? value : []) addSecret(item, service, member)
  },
  configs: lost(words.config),
}

/** `source:target:options`, or a target alone. */
function addShort(mount: string, service: Service, member: string): void {
  const parts = /^(?:((?:[A-Za-z]:[\\/])?[^:]+):)?((?:[A-Za-z]:[\\/])?[^:]+)(?::([^:]*))?$/.exec(mount)
  // In `/data:ro` the second part is an option only when it cannot be a path.
  const [, source, target = '', options = ''] = parts ?? []
  if (!parts || !/^(?:[\\/]|[A-Za-z]:|\$)/.test(target)) return service.refuse(member, words.mount, { mount })
  for (const option of options.split(',').filter(Boolean))
    if (option !== 'ro' && option !== 'rw')
      remark(service, 'lost', member, words.option, { option, path: target })
  const name = source === undefined ? anonymous(service, target) : sourceVolume(service, source)
  mountAt(service, name, target, options.split(',').includes('ro'))
}

function addLong(mount: Members, service: Service, member: string): void {
  const { type: kind, source, target, read_only: readOnly, ...rest } = mount
  const [type, path] = [textOf(kind) ?? 'volume', textOf(target)]
  if (path === undefined) return service.refuse(member, words.mount, { mount: JSON.stringify(mount) })
  if (type === 'tmpfs') {
    for (const option of Object.keys(rest))
      if (option !== 'tmpfs') remark(service, 'lost', member, words.option, { option, path })
    const size = textOf(membersOf(rest['tmpfs'])?.['size'])
    return addTmpfs(service, member, size === undefined ? path : `${path}:size=${size}`)
  }
  if (type !== 'volume' && type !== 'bind') return remark(service, 'lost', member, words.otherType, { type })
  for (const option of Object.keys(rest)) remark(service, 'lost', member, words.option, { option, path })
  const from = textOf(source)
  const name = from === undefined ? anonymous(service, path) : sourceVolume(service, from)
  mountAt(service, name, path, flagOf(readOnly) === true)
}

/** A path of the host, or a volume of the project. */
function sourceVolume(service: Service, source: string): string {
  return /^[.~/\\$]|^[A-Za-z]:[\\/]/.test(source)
    ? hostVolume(service.draft, source, service.isShipped(source))
    : namedVolume(service, source)
}

function namedVolume(service: Service, source: string): string {
  const { draft, project } = service
  const name = nameFrom(source, 'volume')
  if (draft.volumes.some((volume) => volume.name === name)) return name
  const detail = membersOf(membersOf(project['volumes'])?.[source]) ?? {}
  const others = Object.keys(detail).filter((key) => key !== 'driver' && key !== 'driver_opts')
  if (others.length > 0)
    note(service.work, 'lost', `volumes.${source}`, words.volumeMembers, { names: others.join(', ') })
  const driver = textOf(detail['driver'])
  const options = pairsOf(detail['driver_opts'] ?? {}) ?? []
  const isDriven = (driver !== undefined && driver !== 'local') || options.length > 0
  draft.volumes.push({
    name,
    lasting: true,
    ...(isDriven && {
      dockerVolumeConfiguration: {
        scope: 'shared',
        autoprovision: true,
        driver: driver ?? 'local',
        ...(options.length > 0 && {
          driverOpts: Object.fromEntries(options.map(([option, value = '']) => [option, value])),
        }),
      },
    }),
  })
  return name
}

/** Docker makes one for each container; in a task it is an empty folder as well. */
function anonymous(service: Service, target: string): string {
  const { draft, name } = service
  const wanted = nameFrom(`${name}-${target.split(/[/\\]/).filter(Boolean).at(-1) ?? 'data'}`, 'volume')
  const free = freeName(
    draft.volumes.map((volume) => volume.name),
    wanted,
  )
  draft.volumes.push({ name: free })
  return free
}

function mountAt(service: Service, volume: string, containerPath: string, isReadOnly: boolean): void {
  const others = service.container.mountPoints ?? []
  const mount = { sourceVolume: volume, containerPath, ...(isReadOnly && { readOnly: true }) }
  service.container.mountPoints = [...others, mount]
}

function addSecret(value: Json, service: Service, member: string): void {
  const name = textOf(value) ?? textOf(membersOf(value)?.['source'])
  if (name === undefined) return service.refuse(member, words.mount, { mount: JSON.stringify(value) })
  const variable = nameFrom(name, 'SECRET').replaceAll('-', '_').toUpperCase()
  const arn = ask(service.work, {
    id: `secret.${name}`,
    text: words.secret,
    values: { name },
    form: /^arn:aws[\w-]*:(?:secretsmanager|ssm):/,
  })
  remark(service, arn === undefined ? 'lost' : 'changed', member, words.secretFile, { name })
  if (arn === undefined) return
  const others = service.container.secrets ?? []
  service.container.secrets = [...others, { name: variable, valueFrom: arn }]
}
