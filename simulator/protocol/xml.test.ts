import { describe, expect, test } from 'vitest'
import { everyKind$ } from './every-kind.ts'
import { operationShapes } from './schema.ts'
import { readXml } from './xml-read.ts'
import { element, errorMembers, escapeXml, writeMembers, xmlns } from './xml-write.ts'

const { input: shape } = operationShapes(everyKind$)
const read = (xml: string) => readXml(shape, new TextEncoder().encode(xml))

/** One value of each kind, and the same as XML. */
const values = {
  Text: 'a <b> & "c"',
  Count: 1.5,
  Flag: false,
  Bytes: new Uint8Array([104, 105]),
  Any: 'free',
  At: new Date('2026-01-02T03:04:05.678Z'),
  AtHttp: new Date('2026-01-02T03:04:05Z'),
  AtEpoch: new Date('2026-01-02T03:04:05.500Z'),
  Inners: [{ Id: 'x', Again: { Id: 'y' } }, { Id: 'z' }],
  Flat: ['1', '2'],
  Map: { k: { Id: 'm' } },
  FlatMap: { a: 1, b: 2 },
  Inner: { Id: 'i' },
}
const xml =
  '<text>a &lt;b&gt; &amp; &quot;c&quot;</text><Count>1.5</Count><Flag>false</Flag><Bytes>aGk=</Bytes><Any>free</Any>' +
  '<At>2026-01-02T03:04:05.678Z</At><AtHttp>Fri, 02 Jan 2026 03:04:05 GMT</AtHttp><AtEpoch>1767323045.5</AtEpoch>' +
  '<Inners><member><Id>x</Id><Again><Id>y</Id></Again></member><member><Id>z</Id></member></Inners>' +
  '<Flats>1</Flats><Flats>2</Flats>' +
  '<Map><entry><key>k</key><value><Id>m</Id></value></entry></Map>' +
  '<FlatMap><K>a</K><V>1</V></FlatMap><FlatMap><K>b</K><V>2</V></FlatMap>' +
  '<Inner><Id>i</Id></Inner>'

test('writes every kind', () => {
  expect(writeMembers(shape, { ...values, secret: 'not modelled', Big: null })).toBe(xml)
})

test('reads every kind', () => {
  expect(read(`<EveryKindRequest xmlns="urn:x">${xml}</EveryKindRequest>`)).toEqual({
    ...values,
    Bytes: expect.objectContaining({ 0: 104, 1: 105, length: 2 }) as unknown,
  })
})

describe('readXml', () => {
  test('reads empty and single elements, and text beside attributes', () => {
    expect(read('<R><text/><Inners/><Map/><Inner/></R>')).toEqual({
      Text: '',
      Inners: [],
      Map: {},
      Inner: {},
    })
    expect(read('<R><Inners><member><Id lang="en">x</Id></member></Inners><Flats>1</Flats></R>')).toEqual({
      Inners: [{ Id: 'x' }],
      Flat: ['1'],
    })
    expect(read('<R/>')).toEqual({})
    expect(read('')).toEqual({})
  })

  test.each([
    ['<R>text</R>', 'Unexpected element or text'],
    ['<R><Inner>text</Inner></R>', 'Unexpected element or text'],
    ['<R><Inner><Id>1</Id></Inner><Inner><Id>2</Id></Inner></R>', 'Unexpected element or text'],
    ['<R><text><Id>1</Id></text></R>', 'Unexpected element'],
    ['<R><Count>many</Count></R>', 'many is not a valid number'],
  ])('refuses %s', (body, message) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ name: 'Unreadable', message }))
  })

  test('fails on what is not XML', () => {
    expect(() => read('{"json": true}')).toThrow('unexpected content')
    expect(() => read('<R><Inner>')).toThrow('XML parse error')
  })
})

describe('parts', () => {
  test('closes an empty element at once', () => {
    expect(element('A', '')).toBe('<A/>')
    expect(element('A', 'x', ' b="c"')).toBe('<A b="c">x</A>')
  })

  test('writes only characters that XML can carry', () => {
    expect(escapeXml('a\u0000\u001b[31m\r\n\ud800😀')).toBe('a\ufffd\ufffd[31m&#xD;\n\ufffd😀')
  })

  test('declares a namespace where there is one', () => {
    expect(xmlns('urn:a&b')).toBe(' xmlns="urn:a&amp;b"')
    expect(xmlns(undefined)).toBe('')
  })

  test('writes the modelled members of an error but its message', () => {
    const { members } = shape
    const error = {
      kind: 'structure' as const,
      name: 'E',
      members: [...members.slice(0, 1), { ...members[4], name: 'Message' } as never],
    }
    expect(errorMembers(error, { Text: 'x', Message: 'm' })).toBe('<text>x</text>')
    expect(errorMembers(undefined, { Text: 'x' })).toBe('')
  })
})
