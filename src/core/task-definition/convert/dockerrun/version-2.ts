/** Version 2: containers as ECS has them. https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/create_deploy_docker_v2config.html */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition, Definition } from '../../definition.ts'
import type { JsonPath } from '../../json.ts'
import { withTypes } from '../../clean/value-steps.ts'
import { checkTypes } from '../../linter/type-level.ts'
import type { Draft } from '../draft.ts'
import { interpolatedText } from '../interpolate.ts'
import { note, type Work } from '../work.ts'
import { type Members, present } from '../written.ts'
import type { Trouble } from './trouble.ts'

const words = {
  noContainers: {
    en: 'containerDefinitions must be a list with at least one container.',
    ko: 'containerDefinitions는 컨테이너가 하나 이상 있는 목록이어야 합니다.',
  },
  noLink: {
    en: '{to} is no container of this definition: the link is left out.',
    ko: '{to}은(는) 이 정의의 컨테이너가 아니므로 링크에서 제외합니다.',
  },
  leftOut: {
    en: 'Left out, because ECS does not take it: {why}',
    ko: 'ECS가 받지 않아 제외했습니다: {why}',
  },
  unknown: {
    en: 'Left out: version 2 of Dockerrun has no member {member}.',
    ko: 'Dockerrun 버전 2에 {member} 멤버가 없어 제외했습니다.',
  },
  mode: {
    en: 'Elastic Beanstalk passes this over and uses bridge: the value is not trusted, choose the network mode yourself.',
    ko: 'Elastic Beanstalk은 이 값을 무시하고 bridge를 씁니다. 믿을 수 없는 값이므로 네트워크 모드를 직접 고르세요.',
  },
  logs: {
    en: 'Elastic Beanstalk makes the volume {volume} for the files under {path}: on ECS write logs to standard output.',
    ko: '{volume} 볼륨은 Elastic Beanstalk이 {path} 아래 파일을 위해 만듭니다. ECS에서는 로그를 표준 출력에 쓰세요.',
  },
  credentials: {
    en: 'Stands at the top in version 2, as “authentication”.',
    ko: '버전 2에서는 최상위에 “authentication”으로 둡니다.',
  },
} satisfies Record<string, Text>

const besides = ['AWSEBDockerrunVersion', 'authentication']
const taken = ['containerDefinitions', 'volumes', 'executionRoleArn', 'taskRoleArn', 'family']

export function readVersion2(work: Work, draft: Draft, root: Members): Trouble[] {
  const containers = root['containerDefinitions']
  if (!Array.isArray(containers) || containers.length === 0)
    return [{ path: ['containerDefinitions'], text: words.noContainers }]
  if ('authentication' in root) draft.hints.needsCredentials = true
  for (const member of Object.keys(root))
    if (!besides.includes(member) && !taken.includes(member))
      note(work, 'lost', member, member === 'networkMode' ? words.mode : words.unknown, { member })
  take(draft, trusted(work, draft, root))
  for (const container of draft.containers) {
    tidy(container)
    // Elsewhere a $ is for the shell of the container; in an image's name it can only be for a template.
    if (container.image !== undefined) container.image = interpolatedText(work, container.image)
    takeLinks(work, draft, container)
    dropLogVolumes(work, draft, container)
  }
  return []
}

function take(draft: Draft, definition: Definition): void {
  const { containerDefinitions = [], volumes = [], executionRoleArn, taskRoleArn, family } = definition
  draft.containers = containerDefinitions
  draft.volumes = volumes.map((volume) => ({
    ...volume,
    shipped: volume.host?.sourcePath?.startsWith('/var/app/current') ?? false,
  }))
  Object.assign(draft.definition, present<Definition>({ executionRoleArn, taskRoleArn }))
  if (family) draft.hints.family ??= family
}

/** What the types of ECS allow. What is left out for its type is noted, but what is missing is asked for later. */
function trusted(work: Work, draft: Draft, root: Members): Definition {
  const own = Object.fromEntries(Object.entries(root).filter(([name]) => taken.includes(name)))
  // Elastic Beanstalk takes "128" for 128.
  const { value, steps } = withTypes(own)
  for (const { path = [], message } of steps)
    note(work, 'changed', placeText(path), message.text, message.values)
  const { findings, trusted: definition } = checkTypes(value)
  for (const { rule, path, message } of findings) {
    if (rule === 'missing-required') continue
    const at = placeText(path)
    if (String(path.at(-1)).toLowerCase() === 'authentication') {
      draft.hints.needsCredentials = true
      note(work, 'changed', at, words.credentials)
    } else note(work, 'lost', at, because(message.text), message.values)
  }
  return definition
}

function because(why: Text): Text {
  return {
    en: words.leftOut.en.replace('{why}', () => why.en),
    ko: words.leftOut.ko.replace('{why}', () => why.ko),
  }
}

/** Empty lists are what a form leaves behind. */
function tidy(container: ContainerDefinition): void {
  for (const [name, value] of Object.entries(container))
    if (Array.isArray(value) && value.length === 0 && name !== 'command' && name !== 'entryPoint')
      delete container[name as keyof ContainerDefinition]
}

function takeLinks(work: Work, draft: Draft, container: ContainerDefinition): void {
  for (const link of container.links ?? []) {
    const [to = '', alias] = link.split(':')
    if (!draft.containers.some(({ name }) => name === to))
      note(work, 'lost', `${container.name}.links`, words.noLink, { to })
    draft.reaches.push({ from: container.name ?? '', to, ...(alias && alias !== to && { alias }) })
  }
  delete container.links
}

/** `awseb-logs-<container>` stands in no list of volumes. */
function dropLogVolumes(work: Work, draft: Draft, container: ContainerDefinition): void {
  const mounts = container.mountPoints ?? []
  const isLog = (volume: string | undefined): boolean =>
    volume?.startsWith('awseb-logs-') === true && !draft.volumes.some(({ name }) => name === volume)
  for (const { sourceVolume = '', containerPath = '' } of mounts)
    if (isLog(sourceVolume))
      note(work, 'changed', `${container.name}.mountPoints`, words.logs, {
        volume: sourceVolume,
        path: containerPath,
      })
  const others = mounts.filter(({ sourceVolume }) => !isLog(sourceVolume))
  if (others.length > 0) container.mountPoints = others
  else delete container.mountPoints
}

/** `containerDefinitions[0].memory` */
function placeText(path: JsonPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}
