/** Digests of images: made up, but the same image always has the same. */
import { noise } from '../../world/random.ts'

const digests = new Map<string, string>()

/** `sha256:` and 64 hexadecimal digits for an image reference. */
export function imageDigest(image: string): string {
  const known = digests.get(image)
  if (known !== undefined) return known
  let hex = ''
  for (let part = 0; part < 8; part += 1) {
    hex += Math.floor(noise(`${image}/${part}`) * 4294967296)
      .toString(16)
      .padStart(8, '0')
  }
  const digest = `sha256:${hex}`
  digests.set(image, digest)
  return digest
}
