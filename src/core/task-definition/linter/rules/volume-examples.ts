/** Examples with volumes. */
import type { Volume } from '../../definition.ts'
import { onFargate } from '../example.ts'

export const withVolumes = (...volumes: Volume[]) =>
  onFargate(
    { mountPoints: volumes.map(({ name }, index) => ({ sourceVolume: name, containerPath: `/${index}` })) },
    { volumes },
  )
