/** Who answers for a name: itself, a wildcard, or nobody. */
import { describe, expect, it } from 'vitest'
import { servingOf } from './wildcard.ts'

const at = (...names: string[]) => names.map((Name) => ({ Name, Type: 'A', TTL: 60 }))
const zone = 'example.com.'
const wild = String.raw`\052.example.com.`

describe('servingOf', () => {
  it.each([
    ['its own records', ['www.example.com.', wild], { kind: 'own' }],
    ['the wildcard of the zone', [wild, zone], { kind: 'wildcard', name: wild }],
    ['nobody, where only a name below it exists', [wild, 'x.www.example.com.'], { kind: 'empty' }],
    ['nobody, in a zone without wildcard', [zone], { kind: 'nothing' }],
    ['nobody, in an empty zone', [], { kind: 'nothing' }],
  ])('is %s', (_, names, expected) => {
    expect(servingOf('www.example.com.', zone, at(...names))).toMatchObject(expected)
  })

  it('takes the wildcard below the closest name that exists only', () => {
    const hostname = 'a.b.shop.example.com.'
    const near = String.raw`\052.shop.example.com.`
    expect(servingOf(hostname, zone, at(wild, near))).toMatchObject({ name: near })
    expect(servingOf(hostname, zone, at(wild, 'shop.example.com.'))).toEqual({ kind: 'nothing' })
    expect(servingOf(hostname, zone, at(wild))).toMatchObject({ name: wild })
  })

  it('gives all types of the wildcard', () => {
    const records = [...at(wild), { Name: wild, Type: 'MX', TTL: 60 }]
    expect(servingOf('www.example.com.', zone, records)).toMatchObject({ records })
  })
})
