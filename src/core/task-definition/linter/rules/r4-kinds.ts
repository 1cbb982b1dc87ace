/** R4.kinds, R4.twice and R4.at-launch: what a volume is. */
import type { Volume } from '../../definition.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import { removal } from '../mend.ts'
import { defineRule } from '../rule.ts'

const kinds = [
  'configuredAtLaunch',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  'host',
] as const

const efs = { efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }
const withVolumes = (...volumes: Volume[]) =>
  onFargate(
    { mountPoints: volumes.map(({ name }, index) => ({ sourceVolume: name, containerPath: `/${index}` })) },
    { volumes },
  )

export const volumeKinds = defineRule({
  id: 'R4.kinds',
  severity: 'error',
  summary: {
    en: 'A volume has a name and at most one kind of storage.',
    ko: '볼륨에는 이름과 최대 한 종류의 스토리지가 있습니다.',
  },
  why: {
    en: 'It is one of host, Docker, EFS, S3 Files, FSx or configured at launch; with a name alone, an empty folder.',
    ko: 'host, Docker, EFS, S3 Files, FSx, 시작 시 구성 중 하나이며 이름만 있으면 빈 폴더입니다.',
  },
  docs: docs.volume,
  examples: {
    good: [withVolumes({ name: 'a', ...efs }, { name: 'b', configuredAtLaunch: false, host: {} })],
    bad: [withVolumes({ name: 'a', ...efs, configuredAtLaunch: true })],
  },
  find: ({ volumes = [] }) =>
    volumes.flatMap((volume, index) => {
      const { name = '' } = volume
      const said = kinds.filter((kind) => volume[kind])
      const [, second] = said
      if (second === undefined) return []
      const text = {
        en: 'Volume {volume} is several things at once: {kinds}.',
        ko: '{volume} 볼륨의 종류가 여럿입니다: {kinds}.',
      }
      const values = { volume: name, kinds: said.join(', ') }
      const path = ['volumes', index, second]
      return [{ path, text, values, fix: removal(path, false) }]
    }),
})

export const volumeTwice = defineRule({
  id: 'R4.twice',
  severity: 'warning',
  summary: { en: 'Volume names are unique in a task.', ko: '볼륨 이름은 태스크 안에서 고유해야 합니다.' },
  why: {
    en: 'A mount point would not know which is meant.',
    ko: '마운트 지점이 어느 것을 가리키는지 알 수 없습니다.',
  },
  docs: docs.volume,
  examples: {
    good: [withVolumes({ name: 'a' }, { name: 'b' })],
    bad: [
      onFargate(
        { mountPoints: [{ sourceVolume: 'a', containerPath: '/a' }] },
        { volumes: [{ name: 'a' }, { name: 'a' }] },
      ),
    ],
  },
  find: ({ volumes = [] }) =>
    volumes.flatMap(({ name }, index) => {
      if (name === undefined || volumes.findIndex((volume) => volume.name === name) === index) return []
      const text = { en: 'Two volumes are called {volume}.', ko: '{volume}(이)라는 볼륨이 둘입니다.' }
      const path = ['volumes', index]
      return [{ path, text, values: { volume: name }, fix: removal(path, false) }]
    }),
})

export const oneAtLaunch = defineRule({
  id: 'R4.at-launch',
  severity: 'error',
  summary: {
    en: 'At most one volume is configured at launch.',
    ko: '시작 시 구성하는 볼륨은 최대 하나입니다.',
  },
  why: {
    en: 'A service or task attaches one EBS volume to a task.',
    ko: '서비스나 태스크는 태스크에 EBS 볼륨 하나를 연결합니다.',
  },
  docs: docs.volumesAtLaunch,
  examples: {
    good: [withVolumes({ name: 'a', configuredAtLaunch: true }, { name: 'b' })],
    bad: [withVolumes({ name: 'a', configuredAtLaunch: true }, { name: 'b', configuredAtLaunch: true })],
  },
  find: ({ volumes = [] }) =>
    volumes
      .flatMap(({ configuredAtLaunch }, index) => (configuredAtLaunch ? [index] : []))
      .slice(1)
      .map((index) => ({
        path: ['volumes', index, 'configuredAtLaunch'],
        text: {
          en: 'Another volume is configured at launch already.',
          ko: '시작 시 구성하는 볼륨이 이미 있습니다.',
        },
        fix: removal(['volumes', index, 'configuredAtLaunch'], false),
      })),
})
