/** R4.docker-windows: On Windows Docker volumes have the driver local. */
import { docs } from '../docs.ts'
import { setting } from '../mend.ts'
import { isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'
import { withVolume } from './docker-volumes.ts'

const windows = {
  networkMode: undefined,
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
}

export const dockerOnWindows = defineRule({
  id: 'R4.docker-windows',
  severity: 'error',
  summary: {
    en: 'On Windows Docker volumes have the driver local.',
    ko: 'Windows의 Docker 볼륨 드라이버는 local입니다.',
  },
  why: { en: 'ECS knows no other driver there.', ko: 'ECS는 거기서 다른 드라이버를 모릅니다.' },
  docs: docs.dockerVolume,
  examples: {
    good: [
      withVolume({ driver: 'local' }, windows),
      withVolume({}, windows),
      withVolume({ driver: 'rexray/ebs' }),
    ],
    bad: [withVolume({ driver: 'rexray/ebs' }, windows)],
  },
  find: (definition) =>
    isForWindows(definition)
      ? (definition.volumes ?? []).flatMap(({ dockerVolumeConfiguration: docker }, index) => {
          const driver = docker?.driver ?? 'local'
          if (driver === 'local') return []
          const path = ['volumes', index, 'dockerVolumeConfiguration', 'driver']
          const text = {
            en: 'On Windows the driver must be local, not {driver}.',
            ko: 'Windows에서 드라이버는 {driver}이(가) 아니라 local이어야 합니다.',
          }
          return [{ path, text, values: { driver }, fix: setting(path, 'local', false) }]
        })
      : [],
})
