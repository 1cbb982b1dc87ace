/** Examples with volumes of Docker. */
import { onEc2 } from '../example.ts'
import type { Definition, Volume } from '../../definition.ts'

export type DockerVolume = NonNullable<Volume['dockerVolumeConfiguration']>

export const withVolume = (dockerVolumeConfiguration: DockerVolume, task: Definition = {}) =>
  onEc2(
    { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
    { volumes: [{ name: 'data', dockerVolumeConfiguration }], ...task },
  )
