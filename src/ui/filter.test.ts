import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFilter, printFilter, type Filter, type FilterToken } from './filter.ts'

const operators = [':', '!:', '=', '!=', '^', '!^', '>', '>=', '<', '<='] as const
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('a', 'o', 'r', ' ', '"', '\\', ':', '=', '!', '<', '>', '^', ',', '웹'),
  }),
)
const token: fc.Arbitrary<FilterToken> = fc.oneof(
  fc.record({ operator: fc.constantFrom(...operators), value: nasty }),
  fc.record({ property: nasty, operator: fc.constantFrom(...operators), value: nasty }),
)
const filter: fc.Arbitrary<Filter> = fc
  .record({ join: fc.constantFrom('and' as const, 'or' as const), tokens: fc.array(token, { maxLength: 5 }) })
  .map(({ join, tokens }) => ({ join: tokens.length > 1 ? join : 'and', tokens }))

describe('the filter in the URL', () => {
  it('reads back every filter that it writes', () => {
    fc.assert(
      fc.property(filter, (value) => {
        expect(parseFilter(printFilter(value))).toEqual(value)
      }),
      { numRuns: 2000 },
    )
  })

  it('never fails on what a person types, and settles after one round', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const once = parseFilter(text)
        expect(parseFilter(printFilter(once))).toEqual(once)
      }),
    )
  })

  it('is readable', () => {
    expect(
      printFilter({
        join: 'and',
        tokens: [
          { property: 'status', operator: '=', value: 'ACTIVE' },
          { property: 'image', operator: ':', value: 'nginx:1.27' },
          { operator: ':', value: 'web shop' },
        ],
      }),
    ).toBe('status=ACTIVE image:nginx:1.27 "web shop"')
  })

  it('understands what a person writes by hand', () => {
    expect(parseFilter('  status:ACTIVE   name:web ')).toEqual({
      join: 'and',
      tokens: [
        { property: 'status', operator: ':', value: 'ACTIVE' },
        { property: 'name', operator: ':', value: 'web' },
      ],
    })
    expect(parseFilter('desired>=2 or api')).toEqual({
      join: 'or',
      tokens: [
        { property: 'desired', operator: '>=', value: '2' },
        { operator: ':', value: 'api' },
      ],
    })
    expect(parseFilter('name:"never closed')).toEqual({
      join: 'and',
      tokens: [{ property: 'name', operator: ':', value: 'never closed' }],
    })
  })
})
