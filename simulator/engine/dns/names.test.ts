import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalName, compareNames, isWithin, nameProblem, parentOf } from './names.ts'
import { compareRecordSets, keyOf } from './zone-order.ts'

describe('canonical names', () => {
  it.each([
    ['WWW.Example.COM', 'www.example.com.'],
    ['*.example.com.', '\\052.example.com.'],
    ['\\052.example.com', '\\052.example.com.'],
    ['a\\056b.c', 'a\\056b.c.'],
    ['\\101bc', 'abc.'],
    ['a b!', 'a\\040b\\041.'],
    ['b\u00fc', 'b\\374.'],
    ['\u00dc', '\\334.'],
    ['_cutover-1.x', '_cutover-1.x.'],
    ['a\\', 'a\\134.'],
    ['a\\*b', 'a\\052b.'],
  ])('%s is stored as %s', (given, stored) => {
    expect(canonicalName(given)).toBe(stored)
  })

  it('are their own canonical form', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = canonicalName(text)
        expect(canonicalName(once)).toBe(once)
        expect(once).toMatch(/^([a-z0-9_.-]|\\[0-7]{3})*\.$/)
      }),
    )
  })
})

const set = (Type: string, SetIdentifier?: string) => ({ Name: 'a.', Type, SetIdentifier })

describe('the order of names', () => {
  it('is that of reversed labels with the dot at the end: what is below a dot comes first', () => {
    const names = [
      'b.example.com.',
      'example.com.',
      'example-a.com.',
      'a.example.com.',
      'example!.com.',
      'examples.com.',
      'com.',
    ]
    expect(names.toSorted(compareNames)).toEqual([
      'com.',
      'example!.com.',
      'example-a.com.',
      'example.com.',
      'a.example.com.',
      'b.example.com.',
      'examples.com.',
    ])
  })

  it('goes on by type and set identifier', () => {
    const sorted = [set('TXT'), set('A', 'b'), set('AAAA'), set('A', 'B')].toSorted(compareRecordSets)
    expect(sorted.map((one) => keyOf(one))).toEqual(['a.\nA\nB', 'a.\nA\nb', 'a.\nAAAA\n', 'a.\nTXT\n'])
  })
})

it('finds parents and zones', () => {
  expect(parentOf('a.b.')).toBe('b.')
  expect(parentOf('b.')).toBe('.')
  expect(isWithin('a.example.com.', 'example.com.')).toBe(true)
  expect(isWithin('example.com.', 'example.com.')).toBe(true)
  expect(isWithin('badexample.com.', 'example.com.')).toBe(false)
})

describe('limits', () => {
  const long = 'a'.repeat(63)
  it.each([
    ['a..b.', 'DomainLabelEmpty'],
    [`${long}a.com.`, 'DomainLabelTooLong'],
    [`${long}.${long}.${long}.${long}.`, 'DomainNameTooLong'],
  ])('%s breaks one', (name, kind) => {
    expect(nameProblem(name)).toContain(kind)
  })

  it('count an escape as one byte', () => {
    expect(nameProblem(`${'\\052'.repeat(63)}.com.`)).toBeUndefined()
    expect(nameProblem(`${long}.${long}.${long}.${'a'.repeat(61)}.`)).toBeUndefined()
  })
})
