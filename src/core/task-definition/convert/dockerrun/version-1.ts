/** Version 1: one container. https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/single-container-docker-configuration.html */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import type { Json } from '../../json.ts'
import { type Draft, hostVolume } from '../draft.ts'
import { interpolatedText } from '../interpolate.ts'
import { type NestedNames, othersIn } from '../nested.ts'
import { imageName } from '../settle/names.ts'
import { note, type Work } from '../work.ts'
import { commandOf, countOf, type Members, membersOf, textOf } from '../written.ts'
import type { Trouble } from './trouble.ts'

const words = {
  port: {
    en: 'A port is a number, such as "ContainerPort": "8080".',
    ko: '포트는 "ContainerPort": "8080"처럼 숫자여야 합니다.',
  },
  volume: {
    en: 'A volume has a HostDirectory and a ContainerDirectory.',
    ko: '볼륨에는 HostDirectory와 ContainerDirectory가 있어야 합니다.',
  },
  otherPort: {
    en: 'Elastic Beanstalk’s proxy only speaks to the first port; {port} gets a target group of its own, or none.',
    ko: 'Elastic Beanstalk 프록시는 첫 번째 포트만 사용합니다. {port}에는 별도 대상 그룹을 두거나 두지 마세요.',
  },
  update: {
    en: 'Each new task pulls the image again when it is not there; name it by digest to know which one runs.',
    ko: '새 태스크는 이미지가 없으면 다시 받습니다. 어떤 이미지가 실행되는지 알려면 다이제스트로 지정하세요.',
  },
  logging: {
    en: 'Elastic Beanstalk collected the files under {path}: write logs to standard output, from where the log driver takes them.',
    ko: 'Elastic Beanstalk은 {path} 아래 파일을 수집했습니다. 로그 드라이버가 가져갈 수 있게 표준 출력에 쓰세요.',
  },
  image: {
    en: 'Image is an object: "Image": \'{\' "Name": "nginx:1" \'}\'.',
    ko: 'Image는 객체여야 합니다: "Image": \'{\' "Name": "nginx:1" \'}\'.',
  },
  list: { en: 'This must be a list.', ko: '목록이어야 합니다.' },
  command: {
    en: 'A command is a text, or a list of texts.',
    ko: '명령은 문자열이나 문자열 목록이어야 합니다.',
  },
  unknown: {
    en: '“{member}” is not known in version 1 and is left out.',
    ko: '“{member}”은(는) 버전 1에서 알 수 없는 멤버라 제외했습니다.',
  },
} satisfies Record<string, Text>

const known = [
  'AWSEBDockerrunVersion',
  'Authentication',
  'Image',
  'Ports',
  'Volumes',
  'Logging',
  'Entrypoint',
  'Command',
]

const within: NestedNames = {
  Authentication: { in: 'self', known: 'Bucket Key' },
  Image: { in: 'self', known: 'Name Update' },
  Ports: { in: 'items', known: 'ContainerPort HostPort' },
  Volumes: { in: 'items', known: 'HostDirectory ContainerDirectory' },
}

export function readVersion1(work: Work, draft: Draft, root: Members): Trouble[] {
  const troubles = formTroubles(root)
  const image = membersOf(root['Image'])
  const imageText = textOf(image?.['Name'])
  const container: ContainerDefinition = {
    ...(imageText !== undefined && { image: interpolatedText(work, imageText) }),
  }
  container.name = imageName(container) ?? 'app'
  draft.containers.push(container)
  draft.hints.needsCredentials = 'Authentication' in root
  for (const [member, value] of Object.entries(root)) {
    if (!known.includes(member)) note(work, 'lost', member, words.unknown, { member })
    for (const other of othersIn(value, within, member))
      note(work, 'lost', `${member}.${other}`, words.unknown, { member: other })
  }
  if (image?.['Update'] !== undefined) note(work, 'advice', 'Image.Update', words.update)
  const logging = textOf(root['Logging'])
  if (logging !== undefined) note(work, 'lost', 'Logging', words.logging, { path: logging })
  const [entryPoint, command] = [commandOf(root['Entrypoint']), commandOf(root['Command'])]
  if (entryPoint) container.entryPoint = entryPoint
  if (command) container.command = command
  readPorts(work, container, root, troubles)
  readVolumes(draft, container, root, troubles)
  return troubles
}

const isMap = (value: Json): boolean => membersOf(value) !== undefined
const isCommand = (value: Json): boolean => commandOf(value) !== undefined
const forms: [member: string, isRight: (value: Json) => boolean, text: Text][] = [
  ['Image', isMap, words.image],
  ['Ports', Array.isArray, words.list],
  ['Volumes', Array.isArray, words.list],
  ['Entrypoint', isCommand, words.command],
  ['Command', isCommand, words.command],
]

/** Members that are there in another form than the one they are read in. */
function formTroubles(root: Members): Trouble[] {
  return forms.flatMap(([member, isRight, text]) => {
    const value = root[member] ?? null
    return value === null || isRight(value) ? [] : [{ path: [member], text }]
  })
}

function readPorts(work: Work, container: ContainerDefinition, root: Members, troubles: Trouble[]): void {
  for (const [index, entry] of listOf(root['Ports']).entries()) {
    const port = countOf(membersOf(entry)?.['ContainerPort'])
    const host = membersOf(entry)?.['HostPort']
    const hostPort = host === undefined ? port : countOf(host)
    if (port === undefined || hostPort === undefined) {
      troubles.push({ path: ['Ports', index], text: words.port })
      continue
    }
    if (index > 0) note(work, 'advice', `Ports[${index}]`, words.otherPort, { port })
    container.portMappings = [...(container.portMappings ?? []), { containerPort: port, hostPort }]
  }
}

function readVolumes(draft: Draft, container: ContainerDefinition, root: Members, troubles: Trouble[]): void {
  for (const [index, entry] of listOf(root['Volumes']).entries()) {
    const host = textOf(membersOf(entry)?.['HostDirectory'])
    const containerPath = textOf(membersOf(entry)?.['ContainerDirectory'])
    if (host === undefined || containerPath === undefined) {
      troubles.push({ path: ['Volumes', index], text: words.volume })
      continue
    }
    const sourceVolume = hostVolume(draft, host, host.startsWith('/var/app/current'))
    container.mountPoints = [...(container.mountPoints ?? []), { sourceVolume, containerPath }]
  }
}

function listOf(value: Members[string] | undefined): Members[string][] {
  return Array.isArray(value) ? value : []
}
