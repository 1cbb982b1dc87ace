/** What an image's manifest says about platforms. https://github.com/opencontainers/image-spec/blob/main/image-index.md */
import type { Platform } from '../../core/ecr/image.ts'

interface Entry {
  platform?: { os?: unknown; architecture?: unknown }
}

/** Platforms of an index; empty for the manifest of one image, whose platform is in a layer that is not read. */
export function manifestPlatforms(manifest: string): Platform[] {
  return entriesOf(manifest).flatMap(({ platform }) => {
    const { os, architecture } = platform ?? {}
    if (typeof os !== 'string' || typeof architecture !== 'string') return []
    // Attestations of a build stand beside the images with a platform of nobody's.
    return os === 'unknown' ? [] : [{ os, architecture }]
  })
}

function entriesOf(manifest: string): Entry[] {
  try {
    const { manifests } = JSON.parse(manifest) as { manifests?: unknown }
    return Array.isArray(manifests) ? (manifests as Entry[]) : []
  } catch {
    return []
  }
}
