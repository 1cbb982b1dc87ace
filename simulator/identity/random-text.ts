/** Keys, codes and tokens: texts drawn from the identity tables' own seeded source. */
import { nextRandom } from '../world/random.ts'
import type { World } from '../world/world.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const base62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789'
const hex = '0123456789abcdef'

/** `length` characters of `alphabet`; advances the identity tables' source only. */
function draw(world: World, alphabet: string, length: number): string {
  const source = { randomState: world.identity.randomState ?? world.seed }
  let text = ''
  while (text.length < length) text += alphabet[Math.floor(nextRandom(source) * alphabet.length)] ?? ''
  world.identity.randomState = source.randomState
  return text
}

/** An access key id of temporary credentials: `ASIA` and 16 characters. */
export function accessKeyId(world: World): string {
  return `ASIA${draw(world, base32, 16)}`
}

/** Opaque text of `length` characters: secrets, session tokens, codes. */
export function opaque(world: World, length: number): string {
  return draw(world, base62, length)
}

/** `length` lower-case letters and digits: client ids, labels. */
export function label(world: World, length: number): string {
  return draw(world, lower, length)
}

/** A version-4 UUID: subjects, identity ids, token ids. */
export function identityUuid(world: World): string {
  const digits = draw(world, hex, 32)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`
}
