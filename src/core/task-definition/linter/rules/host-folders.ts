/** Examples with folders of an instance. */
import { onEc2 } from '../example.ts'
import type { Definition } from '../../definition.ts'

export const mountAt = (sourcePath: string, containerPath = '/data', task: Definition = {}) =>
  onEc2(
    { mountPoints: [{ sourceVolume: 'data', containerPath }] },
    { volumes: [{ name: 'data', host: { sourcePath } }], ...task },
  )

export const windows = {
  networkMode: undefined,
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_FULL' },
}
