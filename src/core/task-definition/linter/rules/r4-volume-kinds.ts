/** R4.kinds: a volume has a name and at most one kind of storage. */
import { docs } from '../docs.ts'
import { removal } from '../mend.ts'
import { defineRule } from '../rule.ts'
import { withVolumes } from './volume-examples.ts'

const kinds = [
  'configuredAtLaunch',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  'host',
] as const

const efs = { efsVolumeConfiguration: { fileSystemId: 'fs-12345678' } }

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
