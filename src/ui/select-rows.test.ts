import { describe, expect, it } from 'vitest'
import type { Column, FilterProperty } from './column.ts'
import { filterProperties } from './column.ts'
import { parseFilter } from './filter.ts'
import { filterRows, sortRows, valuesOf } from './select-rows.ts'

interface Row {
  name: string
  status?: string
  desired?: number
}

const rows: Row[] = [
  { name: 'web-10', status: 'ACTIVE', desired: 10 },
  { name: 'Web-2', status: 'DRAINING', desired: 2 },
  { name: 'api' },
  { name: 'batch', status: 'ACTIVE', desired: 0 },
]
const name: Column<Row> = {
  id: 'name',
  header: { en: 'Name', ko: '이름' },
  cell: (row) => row.name,
  value: (row) => row.name,
}
const columns: Column<Row>[] = [
  name,
  {
    id: 'status',
    header: { en: 'Status', ko: '상태' },
    cell: (row) => row.status,
    value: (row) => row.status,
    filter: 'enum',
  },
  {
    id: 'desired',
    header: { en: 'Desired', ko: '원함' },
    cell: (row) => row.desired,
    value: (row) => row.desired,
    filter: 'number',
  },
  { id: 'secret', header: { en: 'x', ko: 'x' }, cell: () => 'x', value: () => 'secret', filter: 'none' },
]
const properties: FilterProperty<Row>[] = filterProperties(columns)
const known = (row: Row): boolean => row.status !== undefined
const found = (text: string): string[] =>
  filterRows(rows, parseFilter(text), properties).map((row) => row.name)

describe('filterRows', () => {
  it.each([
    ['', ['web-10', 'Web-2', 'api', 'batch']],
    ['web', ['web-10', 'Web-2']],
    ['!:web', ['api', 'batch']],
    ['name=WEB-2', ['Web-2']],
    ['NAME^w', ['web-10', 'Web-2']],
    ['status=ACTIVE', ['web-10', 'batch']],
    ['status!=ACTIVE', ['Web-2', 'api']],
    ['desired>2', ['web-10']],
    ['desired<=2', ['Web-2', 'batch']],
    ['desired>many', []],
    ['status=ACTIVE name:web', ['web-10']],
    ['status=DRAINING or api', ['Web-2', 'api']],
    ['secret', []],
    ['nosuch:web', []],
  ])('%s', (text, names) => {
    expect(found(text)).toEqual(names)
  })

  it('reads an unknown property as words', () => {
    const images = [{ name: 'nginx:1.27' }, { name: 'nginx' }]
    expect(filterRows(images, parseFilter('nginx:1.27'), properties)).toEqual([{ name: 'nginx:1.27' }])
  })
})

describe('rows that are not known yet', () => {
  const fleet = filterProperties([{ ...name, fromStart: true }, ...columns.slice(1)])
  const names = (text: string): string[] =>
    filterRows(rows, parseFilter(text), fleet, known).map((row) => row.name)

  it('are not claimed to lack a value', () => {
    expect(names('status!=ACTIVE')).toEqual(['Web-2'])
    expect(names('!:web')).toEqual(['batch'])
  })

  it('are found by what is known from the start', () => {
    expect(names('name!:web')).toEqual(['api', 'batch'])
    expect(names('api')).toEqual(['api'])
  })
})

describe('sortRows', () => {
  it('sorts names as people count, whatever their case', () => {
    expect(sortRows(rows, name, false).map((row) => row.name)).toEqual(['api', 'batch', 'Web-2', 'web-10'])
  })

  it('keeps rows without a value last in both directions', () => {
    const desired = columns[2]
    expect(sortRows(rows, desired, false).map((row) => row.desired)).toEqual([0, 2, 10, undefined])
    expect(sortRows(rows, desired, true).map((row) => row.desired)).toEqual([10, 2, 0, undefined])
  })

  it('keeps the order of equals', () => {
    const same = [
      { name: 'a', desired: 1 },
      { name: 'b', desired: 1 },
    ]
    expect(sortRows(same, columns[2], true).map((row) => row.name)).toEqual(['a', 'b'])
  })
})

describe('valuesOf', () => {
  it('offers each value once and no more than the limit', () => {
    const status = properties.find(({ id }) => id === 'status')
    expect(status && valuesOf(rows, status)).toEqual(['ACTIVE', 'DRAINING'])
    expect(status && valuesOf(rows, status, 1)).toEqual(['ACTIVE'])
  })
})
