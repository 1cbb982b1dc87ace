import { describe, expect, it } from 'vitest'
import { taskSearch } from './search.ts'

describe('the search of a task’s page', () => {
  it('keeps what is looked for in an open log, and how far back', () => {
    const search = { log: 'web', find: 'timeout', back: 60 }
    expect(taskSearch(search)).toEqual(search)
    expect(taskSearch({ log: 1, find: 500, back: '360' })).toEqual({ log: '1', find: '500', back: 360 })
  })

  it('leaves out what makes no sense, what is the default, and what belongs to a log that is closed', () => {
    expect(taskSearch({ log: 'web', find: '', back: 15 })).toEqual({ log: 'web' })
    expect(taskSearch({ log: 'web', find: {}, back: 7, tab: 'none' })).toEqual({ log: 'web' })
    expect(taskSearch({ tab: 'network', find: 'x', back: 60 })).toEqual({ tab: 'network' })
  })
})
