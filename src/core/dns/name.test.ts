/** Domain names in Route 53's form, for whatever people type. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalName as simulated } from '../../../simulator/engine/dns/names.ts'
import {
  canonicalName,
  decodeName,
  encodeName,
  isWildcard,
  isWithin,
  nameTrouble,
  parentName,
  shownName,
} from './name.ts'

const byte = fc.integer({ min: 0, max: 255 })
const labels = fc.array(fc.array(byte, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 })
const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code)

describe('names', () => {
  it('come back from their text for any bytes, in lower case', () => {
    fc.assert(
      fc.property(labels, (name) => {
        const text = encodeName(name)
        expect(decodeName(text.slice(0, -1))).toEqual(name.map((label) => label.map(lower)))
      }),
    )
  })

  it('do not change when made canonical again, and are the same in any case', () => {
    fc.assert(
      fc.property(labels, (name) => {
        const text = encodeName(name)
        expect(canonicalName(text)).toBe(text)
        expect(simulated(text)).toBe(text)
        const typed = text.replaceAll(/\\\d{3}|[a-z]/g, (part) => part.toUpperCase())
        expect(canonicalName(typed)).toBe(text)
      }),
    )
  })

  it.each([
    ['  WWW.Example.COM. ', 'www.example.com.'],
    ['*.example.com', String.raw`\052.example.com.`],
    ['bücher.example.com', 'xn--bcher-kva.example.com.'],
    ['BÜCHER。example.com', 'xn--bcher-kva.example.com.'],
    ['가.example.com', 'xn--o39a.example.com.'],
    ['a b.example.com', String.raw`a\040b.example.com.`],
    ['a!b.example.com', String.raw`a\041b.example.com.`],
    [String.raw`B\344R.example.com`, String.raw`b\344r.example.com.`],
    [String.raw`a\056b.example.com`, String.raw`a\056b.example.com.`],
    [String.raw`a\101.example.com`, 'aa.example.com.'],
  ])('%j is %s', (typed, canonical) => {
    expect(canonicalName(typed)).toBe(canonical)
  })

  it.each([
    '',
    ' . ',
    'https://www.example.com',
    'www.example.com:443',
    String.raw`a\b.example.com`,
    String.raw`a\400.example.com`,
    '\u{ffff}.example.com',
  ])('%j is no name', (typed) => {
    expect(canonicalName(typed)).toBeUndefined()
  })

  it.each(['ü/evil', 'ü:80', 'me@ü', 'ü?', 'ü#', 'ü%41'])(
    '%j is no label, whatever a URL makes of it',
    (label) => {
      expect(canonicalName(`${label}.example.com`)).toBeUndefined()
    },
  )
})

const letters = (count: number): string => 'n'.repeat(count)

const long = (last: number): string =>
  `${letters(63)}.${letters(63)}.${letters(63)}.${letters(last)}.example.com.`

describe('what Route 53 would not take', () => {
  it('is an empty or long label, or a long name', () => {
    expect(nameTrouble(`${letters(63)}.example.com.`)).toBeUndefined()
    expect(nameTrouble(`${letters(64)}.example.com.`)).toBe('label')
    expect(nameTrouble('a..example.com.')).toBe('label')
    expect(nameTrouble(String.raw`a\b.`)).toBe('label')
    expect(nameTrouble(long(49))).toBeUndefined()
    expect(nameTrouble(long(50))).toBe('long')
    expect(nameTrouble(`${String.raw`\344`.repeat(63)}.example.com.`)).toBeUndefined()
  })
})

describe('places', () => {
  it('lie at or below their ancestors', () => {
    expect(isWithin('www.example.com.', 'example.com.')).toBe(true)
    expect(isWithin('example.com.', 'example.com.')).toBe(true)
    expect(isWithin('wwwexample.com.', 'example.com.')).toBe(false)
    expect(parentName('www.example.com.')).toBe('example.com.')
    expect(parentName('com.')).toBeUndefined()
    expect(parentName('com')).toBeUndefined()
  })

  it('are shown as people write them', () => {
    expect(isWildcard(String.raw`\052.example.com.`)).toBe(true)
    expect(isWildcard('www.example.com.')).toBe(false)
    expect(shownName(String.raw`\052.example.com.`)).toBe('*.example.com')
    expect(shownName('www.example.com.')).toBe('www.example.com')
  })
})
