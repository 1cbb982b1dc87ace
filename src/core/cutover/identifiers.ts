/** Names that nobody else chooses: ids of cutovers and nonces of writes. */

/** Fills `length` bytes by chance. */
export type Chance = (length: number) => Uint8Array

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of time, 80 of chance, in order of time. `now`: ms since the epoch. https://github.com/ulid/spec */
export function ulid(now: number, chance: Chance): string {
  const time = Array.from({ length: 10 }, (_, index) => Math.floor(now / 32 ** (9 - index)) % 32)
  const bits = [...chance(10)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const random = Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(bits.slice(5 * index, 5 * index + 5), 2),
  )
  return [...time, ...random].map((digit) => crockford[digit]).join('')
}

/** When a ULID was made, ms since the epoch; undefined for what is none. */
export function ulidTime(id: string): number | undefined {
  const digits = Array.from({ length: 10 }, (_, index) => crockford.indexOf(id.charAt(index) || '?'))
  if (id.length !== 26 || digits.includes(-1)) return undefined
  return digits.reduce((time, digit) => time * 32 + digit, 0)
}

/** Sixteen hexadecimal digits. */
export function nonce(chance: Chance): string {
  return [...chance(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const cryptoChance: Chance = (length) => crypto.getRandomValues(new Uint8Array(length))
