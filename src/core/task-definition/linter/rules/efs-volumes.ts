/** Examples with volumes of EFS. */
import type { Volume } from '../../definition.ts'
import { onFargate } from '../example.ts'

export type Efs = NonNullable<Volume['efsVolumeConfiguration']>

export const withEfs = (efs: Efs) =>
  onFargate(
    { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
    { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-12345678', ...efs } }] },
  )

export const accessPoint = {
  authorizationConfig: { accessPointId: 'fsap-1234' },
  transitEncryption: 'ENABLED',
}
