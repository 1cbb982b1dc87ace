import { describe, expect, test } from 'vitest'
import { everyKind$ } from './every-kind.ts'
import { readJson, writeJson } from './json.ts'
import { operationShapes } from './schema.ts'

const { input } = operationShapes(everyKind$)
const read = (value: unknown) => readJson(input, value)
const at = new Date('2026-01-02T03:04:05.678Z')

describe('readJson', () => {
  test('reads every kind', () => {
    expect(
      read({
        Text: 'a',
        Count: 1,
        Flag: false,
        Bytes: 'aGk=',
        Any: { free: [1] },
        At: 1767323045.678,
        Inners: [{ Id: 'x', Again: { Id: 'y' } }],
        Map: { k: { Id: 'z' } },
      }),
    ).toEqual({
      Text: 'a',
      Count: 1,
      Flag: false,
      Bytes: expect.objectContaining({ 0: 104, 1: 105, length: 2 }) as unknown,
      Any: { free: [1] },
      At: at,
      Inners: [{ Id: 'x', Again: { Id: 'y' } }],
      Map: { k: { Id: 'z' } },
    })
  })

  test('ignores what it does not know, and takes null for absent', () => {
    expect(read({ Text: null, Map: { a: null }, unknown: 1, toString: 'x' })).toEqual({ Map: {} })
  })

  test('takes a key __proto__ for a key', () => {
    const { Map: map } = read(JSON.parse('{"Map":{"__proto__":{"Id":"x"}}}')) as { Map: object }
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype)
    expect(Object.keys(map)).toEqual(['__proto__'])
  })

  test.each([
    [{ Text: 1 }, 'NUMBER_VALUE can not be converted to String'],
    [{ Text: true }, 'TRUE_VALUE can not be converted to String'],
    [{ Count: '1' }, 'STRING_VALUE can not be converted to Number'],
    [{ Count: false }, 'FALSE_VALUE can not be converted to Number'],
    [{ Flag: 'true' }, 'STRING_VALUE can not be converted to Boolean'],
    [{ At: '2026-01-02' }, 'STRING_VALUE can not be converted to Timestamp'],
    [{ At: 1e20 }, 'timestamp must follow ISO8601: 100000000000000000000'],
    [{ Bytes: 1 }, 'NUMBER_VALUE can not be converted to Blob'],
    [{ Text: [] }, 'Start of list found where not expected'],
    [{ Text: {} }, 'Start of structure or map found where not expected.'],
    [{ Inner: [] }, 'Start of list found where not expected'],
    [{ Inner: 'x' }, 'Expected map or null'],
    [{ Inners: 'x' }, 'Expected list or null'],
    [{ Inners: {} }, 'Start of structure or map found where not expected.'],
    [{ Flat: [null] }, 'NULL_VALUE can not be converted to String'],
    [[], 'Start of list found where not expected'],
    [null, 'Expected map or null'],
    ['text', 'Expected map or null'],
  ])('refuses %j', (value, message) => {
    expect(() => read(value)).toThrow(expect.objectContaining({ name: 'Unreadable', message }))
  })
})

describe('writeJson', () => {
  test('writes modelled members that have a value, and times as epoch seconds', () => {
    const written = writeJson(input, {
      Text: 'a',
      Count: 0,
      Flag: undefined,
      Big: null,
      Bytes: new Uint8Array([104, 105]),
      Any: [1, { a: 2 }],
      AtIso: at,
      Flat: ['x'],
      Map: { k: { Id: 'z', secret: 'not modelled' } },
      $metadata: {},
    })
    expect(written).toEqual({
      Text: 'a',
      Count: 0,
      Bytes: 'aGk=',
      Any: [1, { a: 2 }],
      AtIso: 1767323045.678,
      Flat: ['x'],
      Map: { k: { Id: 'z' } },
    })
  })

  test('says which value should have been a Date', () => {
    expect(() => writeJson(input, { At: 5 })).toThrow('An operation answered 5 where a Date is expected')
  })
})
