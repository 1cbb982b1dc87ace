/** Asks what becomes of each volume that ECS does not have as the source means it. */
import type { Text } from '../../../../i18n/text.ts'
import type { JsonPath } from '../../json.ts'
import type { DraftVolume } from '../draft.ts'
import { ask, note, type Work } from '../work.ts'
import type { Settling } from './settle.ts'

type Choice = 'image' | 'empty' | 'efs' | 'host' | 'docker'

const labels: Record<Choice, Text> = {
  image: { en: 'the image has its files; no mount', ko: '파일을 이미지에 넣고 마운트하지 않음' },
  empty: { en: 'an empty folder as long as the task lives', ko: '태스크가 사는 동안만 있는 빈 폴더' },
  efs: { en: 'an EFS file system', ko: 'EFS 파일 시스템' },
  host: { en: 'this folder of the instance', ko: '인스턴스의 이 폴더' },
  docker: { en: 'a Docker volume of the instance', ko: '인스턴스의 Docker 볼륨' },
}

const words = {
  ask: { en: 'What becomes of the volume {name}?', ko: '볼륨 {name}은(는) 어떻게 할까요?' },
  shipped: {
    en: 'The files of {path} come with the source bundle or your computer; they do not exist on ECS.',
    ko: '{path}의 파일은 소스 번들이나 로컬 컴퓨터에 있어 ECS에는 없습니다.',
  },
  host: {
    en: 'Fargate has no folder {path}, because it has no host.',
    ko: 'Fargate에는 호스트가 없어 {path} 폴더도 없습니다.',
  },
  lasting: {
    en: 'The source keeps it when the container is gone; a task’s own folder is lost with the task.',
    ko: '원본에서는 컨테이너가 없어져도 남지만, 태스크의 폴더는 태스크와 함께 사라집니다.',
  },
  baked: {
    en: 'Put the files of {path} into the image at {targets}: the mount is left out.',
    ko: '{path}의 파일을 이미지의 {targets}에 넣으세요. 마운트는 제외했습니다.',
  },
  ofHost: {
    en: '{path} is a part of the host, which Fargate does not have: the mount at {targets} is left out.',
    ko: '{path}은(는) 호스트의 일부이고 Fargate에는 호스트가 없어 {targets} 마운트를 제외했습니다.',
  },
  emptied: {
    en: '{path} becomes an empty folder: what it holds is lost when the task stops.',
    ko: '{path}은(는) 빈 폴더가 됩니다. 태스크가 멈추면 내용이 사라집니다.',
  },
  efs: { en: 'ID of the EFS file system for {name}', ko: '{name}에 쓸 EFS 파일 시스템 ID' },
  driver: {
    en: 'Fargate has no Docker volumes: the driver {driver} is left out.',
    ko: 'Fargate에는 Docker 볼륨이 없어 {driver} 드라이버를 제외했습니다.',
  },
} satisfies Record<string, Text>

/** Parts of the host that are its own, such as the socket of Docker: no folder can stand for them. */
const system = /^\/(?:proc|sys|cgroup|dev|run|etc|boot|var\/run|var\/lib\/docker)(?:\/|$)/

export function settleVolumes(settling: Settling): void {
  const { work, draft, place } = settling
  const kept: DraftVolume[] = []
  for (const volume of draft.volumes) {
    const options = optionsFor(volume, place.isForFargate)
    const choice = options ? choose(work, volume, options, kept.length) : undefined
    if (choice === 'image') leaveOut(settling, volume)
    else kept.push(choice === undefined ? volume : made(settling, volume, choice, ['volumes', kept.length]))
  }
  draft.volumes = kept
}

/** What may become of it, the suggestion first; undefined where nothing has to be decided. */
function optionsFor(volume: DraftVolume, isForFargate: boolean): Choice[] | undefined {
  const path = volume.host?.sourcePath
  if (path !== undefined) {
    if (volume.shipped) return ['image', 'empty', 'efs', ...(isForFargate ? [] : (['host'] as const))]
    if (!isForFargate) return undefined
    return system.test(path) ? ['image', 'empty', 'efs'] : ['empty', 'efs', 'image']
  }
  if (volume.dockerVolumeConfiguration) return isForFargate ? ['empty', 'efs'] : undefined
  if (!volume.lasting) return undefined
  return isForFargate ? ['empty', 'efs'] : ['empty', 'docker', 'efs']
}

function choose(
  work: Work,
  volume: DraftVolume,
  options: readonly Choice[],
  index: number,
): Choice | undefined {
  const { name = '', shipped } = volume
  const answer = ask(work, {
    id: `volume.${name}`,
    text: words.ask,
    values: { name, path: pathOf(volume) },
    why: shipped ? words.shipped : volume.lasting ? words.lasting : words.host,
    options: options.map((value) => ({ value, label: labels[value] })),
    suggested: options[0] ?? 'empty',
    paths: [['volumes', index]],
  })
  return options.find((option) => option === answer)
}

function made({ work }: Settling, volume: DraftVolume, choice: Choice, path: JsonPath): DraftVolume {
  const { name = '' } = volume
  const at = `volumes.${name}`
  const driver = volume.dockerVolumeConfiguration?.driver
  if (driver !== undefined && choice !== 'docker') note(work, 'lost', at, words.driver, { driver })
  if (choice === 'host') return volume
  if (choice === 'docker')
    return { name, dockerVolumeConfiguration: { scope: 'shared', autoprovision: true, driver: 'local' } }
  if (choice === 'empty') {
    note(work, 'changed', at, words.emptied, { path: pathOf(volume) })
    return { name }
  }
  const fileSystemId = ask(work, {
    id: `volume.${name}.efs`,
    text: words.efs,
    values: { name },
    required: true,
    form: /^fs-[0-9a-f]+$/,
    paths: [[...path, 'efsVolumeConfiguration']],
  })
  return {
    name,
    efsVolumeConfiguration: {
      ...(fileSystemId !== undefined && { fileSystemId }),
      transitEncryption: 'ENABLED',
    },
  }
}

function leaveOut({ work, draft }: Settling, volume: DraftVolume): void {
  const targets: string[] = []
  for (const container of draft.containers) {
    const mounts = container.mountPoints ?? []
    const others = mounts.filter(({ sourceVolume }) => sourceVolume !== volume.name)
    for (const { containerPath = '' } of mounts.filter(({ sourceVolume }) => sourceVolume === volume.name))
      targets.push(`${container.name}:${containerPath}`)
    if (others.length > 0) container.mountPoints = others
    else delete container.mountPoints
  }
  const values = { path: pathOf(volume), targets: targets.join(', ') || '–' }
  const isOfHost = system.test(volume.host?.sourcePath ?? '')
  note(work, 'lost', `volumes.${volume.name}`, isOfHost ? words.ofHost : words.baked, values)
}

function pathOf({ host, name = '' }: DraftVolume): string {
  return host?.sourcePath ?? name
}
