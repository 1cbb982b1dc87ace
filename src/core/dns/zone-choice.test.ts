/** The zone of a hostname is the one with the longest name, and never one that gave the hostname away. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from './name.ts'
import { candidateZones, hidingDelegation, suffixesOf, usableZones, type ZoneName } from './zone-choice.ts'

const label = fc.constantFrom('a', 'b', 'ab', '\\052', '_x')
const name = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => `${labels.join('.')}.`)
const zones = fc.uniqueArray(fc.record({ id: fc.uuid(), name, isPrivate: fc.boolean() }), {
  selector: ({ id }) => id,
})

const zone = (id: string, zoneName: string, isPrivate = false): ZoneName => ({
  id,
  name: zoneName,
  isPrivate,
})
const ns = (Name: string) => ({ Name, Type: 'NS' })

describe('suffixesOf', () => {
  it('goes from the name to the top', () => {
    expect(suffixesOf('a.shop.example.com.')).toEqual([
      'a.shop.example.com.',
      'shop.example.com.',
      'example.com.',
      'com.',
    ])
  })
})

describe('the choice of a zone', () => {
  it('is the longest suffix, among public and among private zones', () => {
    fc.assert(
      fc.property(name, zones, (hostname, all) => {
        const chosen = candidateZones(hostname, all)
        for (const isPrivate of [false, true]) {
          const expected = suffixesOf(hostname)
            .map((suffix) => all.filter((one) => one.name === suffix && one.isPrivate === isPrivate))
            .find(({ length }) => length > 0)
          expect(chosen.filter((one) => one.isPrivate === isPrivate)).toEqual(expected ?? [])
        }
      }),
    )
  })

  it('is never a zone in which NS records hide the hostname', () => {
    fc.assert(
      fc.property(name, zones, fc.array(name), (hostname, all, delegated) => {
        const records = delegated.map(ns)
        for (const { name: zoneName } of usableZones(hostname, all, () => records)) {
          const hidden = delegated.some(
            (at) => at !== zoneName && at.length > zoneName.length && isWithin(hostname, at),
          )
          expect(hidden).toBe(false)
        }
      }),
    )
  })

  it('does not take a name that merely ends alike', () => {
    expect(candidateZones('myexample.com.', [zone('Z1', 'example.com.')])).toEqual([])
  })

  it('keeps several zones of one name, public ones first', () => {
    const all = [zone('Z1', 'example.com.', true), zone('Z2', 'example.com.'), zone('Z3', 'example.com.')]
    expect(candidateZones('www.example.com.', all).map(({ id }) => id)).toEqual(['Z2', 'Z3', 'Z1'])
  })
})

describe('hidingDelegation', () => {
  it.each([
    ['a.shop.example.com.', ['shop.example.com.'], 'shop.example.com.'],
    ['shop.example.com.', ['shop.example.com.'], 'shop.example.com.'],
    ['b.a.shop.example.com.', ['a.shop.example.com.', 'shop.example.com.'], 'shop.example.com.'],
    ['www.example.com.', ['shop.example.com.'], undefined],
    ['example.com.', ['example.com.'], undefined],
    ['www.example.com.', ['example.com.'], undefined],
  ])('of %s with NS at %j is %s', (hostname, delegated, expected) => {
    expect(hidingDelegation(hostname, 'example.com.', delegated.map(ns))).toBe(expected)
  })
})
