/** Manifests of images: an index where there are several platforms, else that of the one image. https://github.com/opencontainers/image-spec */
import type { ImageIdentifier } from '@aws-sdk/client-ecr'
import type { ImageRecord, RepositoryRecord } from '../../world/ecr-tables.ts'

export const indexType = 'application/vnd.oci.image.index.v1+json'
export const singleType = 'application/vnd.oci.image.manifest.v1+json'

interface Manifest {
  imageManifest: string
  imageManifestMediaType: string
}

interface FoundImage {
  image: ImageRecord
  digest: string
  manifest: (accepted: readonly string[]) => Manifest
}

/** The image that a tag or a digest names; the digests of an index's parts name these. */
export function imageOf(
  { images }: RepositoryRecord,
  { imageTag, imageDigest }: ImageIdentifier,
): FoundImage | undefined {
  for (const image of images) {
    const isIt =
      imageDigest === undefined ? image.tags.includes(imageTag ?? '') : image.digest === imageDigest
    if (isIt) return { image, digest: image.digest, manifest: (accepted) => manifestOf(image, accepted) }
    const part = image.platforms.find(({ digest }) => digest === imageDigest)
    if (part) return { image, digest: part.digest, manifest: () => single(part.digest) }
  }
  return undefined
}

export function mediaTypeOf({ platforms }: ImageRecord): string {
  return platforms.length > 1 ? indexType : singleType
}

function manifestOf(image: ImageRecord, accepted: readonly string[]): Manifest {
  const [first] = image.platforms
  if (image.platforms.length === 1 || !accepted.includes(indexType))
    return single(first?.digest ?? image.digest)
  const manifest = {
    schemaVersion: 2,
    mediaType: indexType,
    manifests: image.platforms.map(({ os, architecture, digest }) => ({
      mediaType: singleType,
      size: 1024,
      digest,
      platform: { architecture, os },
    })),
  }
  return { imageManifest: JSON.stringify(manifest), imageManifestMediaType: indexType }
}

function single(digest: string): Manifest {
  const manifest = {
    schemaVersion: 2,
    mediaType: singleType,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', size: 2048, digest },
    layers: [],
  }
  return { imageManifest: JSON.stringify(manifest), imageManifestMediaType: singleType }
}
