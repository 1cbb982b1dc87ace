/** Ids sort by the time they were made, which can be told from them. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Chance, cryptoChance, nonce, ulid, ulidTime } from './identifiers.ts'

const times = fc.nat(4_000_000_000).map((seconds) => seconds * 1000)
const bytes =
  (value: number): Chance =>
  (length) =>
    new Uint8Array(length).fill(value)

it('a ULID tells its time, and sorts by it', () => {
  fc.assert(
    fc.property(times, times, fc.integer({ min: 0, max: 255 }), (one, other, chance) => {
      expect(ulidTime(ulid(one, bytes(chance)))).toBe(one)
      const [first, second] = [ulid(Math.min(one, other), bytes(0)), ulid(Math.max(one, other), bytes(255))]
      expect(first < second).toBe(true)
      expect(first).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    }),
  )
})

it('is made of all its chance', () => {
  expect(ulid(0, bytes(255))).toBe('0000000000ZZZZZZZZZZZZZZZZ')
  const id = ulid(0, (length) => Uint8Array.from({ length }, (_, index) => index))
  const digits = id.split('').map((digit) => BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit)))
  expect(digits.reduce((value, digit) => value * 32n + digit, 0n)).toBe(0x00_01_02_03_04_05_06_07_08_09n)
})

it.each(['', 'short', '!'.repeat(26), `0000000000${'Z'.repeat(17)}`])('%j is none', (text) => {
  expect(ulidTime(text)).toBeUndefined()
})

it('a nonce is sixteen hexadecimal digits', () => {
  expect(nonce(bytes(10))).toBe('0a0a0a0a0a0a0a0a')
  expect(nonce(cryptoChance)).toMatch(/^[0-9a-f]{16}$/)
  expect(nonce(cryptoChance)).not.toBe(nonce(cryptoChance))
})
