import { describe, expect, it } from 'vitest'
import { readPreferences } from './table-preferences.ts'

const columns = [{ id: 'name', required: true }, { id: 'status' }, { id: 'arn', hidden: true }]

describe('a table’s preferences', () => {
  it('start with the columns that are not hidden', () => {
    expect(readPreferences(null, columns)).toEqual({
      pageSize: 25,
      wrapLines: false,
      columns: [
        { id: 'name', visible: true },
        { id: 'status', visible: true },
        { id: 'arn', visible: false },
      ],
    })
  })

  it('keep order and choice, drop columns that are gone, add new ones, never hide a required one', () => {
    const stored = {
      pageSize: 50,
      wrapLines: true,
      columns: [
        { id: 'status', visible: false },
        { id: 'gone', visible: true },
        { id: 'name', visible: false },
        { id: 'status', visible: false },
      ],
    }
    expect(readPreferences(stored, columns)).toEqual({
      pageSize: 50,
      wrapLines: true,
      columns: [
        { id: 'status', visible: false },
        { id: 'name', visible: true },
        { id: 'arn', visible: false },
      ],
    })
  })

  it.each([[17], ['x'], [{ pageSize: 5000, columns: 'all' }], [{ columns: [null, 3] }]])(
    'survive nonsense in storage: %j',
    (stored) => {
      expect(readPreferences(stored, columns).pageSize).toBe(25)
      expect(readPreferences(stored, columns).columns).toHaveLength(3)
    },
  )
})
