/** Request ids that repeat when a world is replayed, without drawing from its random source: reading must change nothing. */
import { noise } from '../world/random.ts'

/** A version-4 UUID for `key`; the same key always gives the same id. */
export function requestIdFor(key: string): string {
  const digits = [0, 1, 2, 3].map((part) => Math.floor(noise(`${key}/${part}`) * 4294967296))
  const hex = digits.map((digit) => digit.toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
