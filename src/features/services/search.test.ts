import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serviceSearch } from './search.ts'

describe('the search parameters of a service', () => {
  it('keep what makes sense', () => {
    expect(
      serviceSearch({ tab: 'tasks', show: 'stopped', q: 'status:x', sort: 'name', desc: true, page: 2 }),
    ).toEqual({
      tab: 'tasks',
      show: 'stopped',
      q: 'status:x',
      sort: 'name',
      desc: true,
      page: 2,
    })
    expect(serviceSearch({ hours: '12' })).toEqual({ hours: 12 })
  })

  it('leave out defaults and what belongs to another tab', () => {
    expect(serviceSearch({ tab: 'overview', show: 'stopped', hours: 3, page: 1, desc: true })).toEqual({})
  })

  it('read a filter that looks like a number as the words it is', () => {
    expect(serviceSearch({ q: 123 })).toEqual({ q: '123' })
  })

  it('leave out objects that are no number to anybody', () => {
    expect(serviceSearch({ page: { toString: {} }, hours: { valueOf: {} }, back: { toString: {} } })).toEqual(
      {},
    )
  })

  it('never fail, and read what they wrote', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('tab', 'show', 'hours', 'q', 'sort', 'desc', 'page', 'sel'),
          fc.anything(),
        ),
        (raw) => {
          const once = serviceSearch(raw)
          expect(serviceSearch({ ...once })).toEqual(once)
        },
      ),
    )
  })
})
