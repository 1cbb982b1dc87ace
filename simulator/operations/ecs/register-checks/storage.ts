/** Volumes and what mounts them. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html */
import type { Volume } from '@aws-sdk/client-ecs'
import { type Check, eachContainer, outside } from './check.ts'

const kinds = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  's3filesVolumeConfiguration',
  'configuredAtLaunch',
] as const

const volumes: Check = ({ volumes: all = [] }) => {
  for (const volume of all) {
    const said = volumeRefusal(volume)
    if (said !== undefined) return said
  }
  return all.filter(({ configuredAtLaunch }) => configuredAtLaunch).length > 1
    ? 'A task definition can have at most one volume that is configured at launch.'
    : undefined
}

function volumeRefusal(volume: Volume): string | undefined {
  const { name = '' } = volume
  if (!/^[\w-]{1,255}$/.test(name)) return `Volume name '${name}' contains invalid characters.`
  // `host` with nothing in it says the same as a name alone.
  const given = kinds.filter((kind) => (kind === 'host' ? volume.host?.sourcePath : volume[kind]))
  if (given.length > 1) return `Volume '${name}' can have only one of: ${given.join(', ')}.`
  return dockerRefusal(volume) ?? fileSystemRefusal(volume)
}

function dockerRefusal({ name, dockerVolumeConfiguration: docker }: Volume): string | undefined {
  return docker?.autoprovision !== undefined && docker.scope !== 'shared'
    ? `Volume '${name}': autoprovision is only supported with the shared scope.`
    : undefined
}

function fileSystemRefusal({ name, efsVolumeConfiguration: efs }: Volume): string | undefined {
  const { iam, accessPointId } = efs?.authorizationConfig ?? {}
  if ((iam === 'ENABLED' || accessPointId) && efs?.transitEncryption !== 'ENABLED')
    return `Volume '${name}': transit encryption must be enabled when IAM authorization or an access point is used.`
  const { rootDirectory = '/' } = efs ?? {}
  return accessPointId && rootDirectory !== '/'
    ? `Volume '${name}': rootDirectory must be omitted or set to / when an access point is specified.`
    : undefined
}

const mounts = eachContainer(
  ({ mountPoints = [], volumesFrom = [] }, { volumes: all = [], containerDefinitions = [] }) => {
    for (const { sourceVolume, containerPath } of mountPoints) {
      if (!all.some(({ name }) => name === sourceVolume)) return `Unknown volume '${sourceVolume ?? ''}'.`
      if (!containerPath) return 'MountPoint.containerPath should not be null or empty.'
    }
    const lost = volumesFrom.find(
      ({ sourceContainer }) => !containerDefinitions.some(({ name }) => name === sourceContainer),
    )
    return lost && `Unknown container '${lost.sourceContainer ?? ''}' in volumesFrom.`
  },
)

const ephemeral: Check = ({ ephemeralStorage }) =>
  outside('ephemeral storage size in GiB', ephemeralStorage?.sizeInGiB, 21, 200)

export const storageChecks: Check[] = [volumes, mounts, ephemeral]
