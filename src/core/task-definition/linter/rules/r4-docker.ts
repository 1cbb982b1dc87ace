/** R4.autoprovision and R4.docker-windows: volumes of Docker. */
import { docs } from '../docs.ts'
import { onEc2 } from '../example.ts'
import type { Definition, Volume } from '../../definition.ts'
import { removal, setting } from '../mend.ts'
import { isForWindows } from '../parts.ts'
import { defineRule } from '../rule.ts'

type DockerVolume = NonNullable<Volume['dockerVolumeConfiguration']>

const withVolume = (dockerVolumeConfiguration: DockerVolume, task: Definition = {}) =>
  onEc2(
    { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
    { volumes: [{ name: 'data', dockerVolumeConfiguration }], ...task },
  )
const windows = {
  networkMode: undefined,
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
}

export const autoprovision = defineRule({
  id: 'R4.autoprovision',
  severity: 'error',
  summary: {
    en: 'autoprovision goes with the scope shared.',
    ko: 'autoprovision은 shared 범위에서만 씁니다.',
  },
  why: {
    en: 'A volume of the scope task is made with the task and goes with it.',
    ko: 'task 범위의 볼륨은 태스크와 함께 만들어지고 사라집니다.',
  },
  docs: docs.dockerVolume,
  examples: {
    good: [withVolume({ scope: 'shared', autoprovision: true }), withVolume({ scope: 'task' })],
    bad: [withVolume({ scope: 'task', autoprovision: true }), withVolume({ autoprovision: false })],
  },
  find: ({ volumes = [] }) =>
    volumes.flatMap(({ dockerVolumeConfiguration: docker }, index) => {
      if (docker?.autoprovision === undefined || docker.scope === 'shared') return []
      const path = ['volumes', index, 'dockerVolumeConfiguration', 'autoprovision']
      const text = {
        en: 'autoprovision only goes with scope “shared”.',
        ko: 'autoprovision은 scope “shared”에서만 쓸 수 있습니다.',
      }
      // The scope task makes the volume anyway.
      return [{ path, text, fix: removal(path, true) }]
    }),
})

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
