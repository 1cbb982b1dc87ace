import { describe, expect, it } from 'vitest'
import { applyEdits, editsFor, pathAt, placeOf, readText, withPlace } from './text.ts'

const text = `{
  "family": "web", // the name
  "containerDefinitions": [
    {
      "name": "nginx",
      "portMappings": [{ "containerPort": 80 }],
      "memory": 512
    }
  ]
}
`
const container = ['containerDefinitions', 0]

const changed = (from: string, ...changes: Parameters<typeof editsFor>[1]): string =>
  applyEdits(from, editsFor(from, changes))

describe('reading', () => {
  it('tolerates comments and a last comma', () => {
    expect(readText('{ /* a */ "family": "web", // b\n }')).toMatchObject({
      value: { family: 'web' },
      problems: [],
    })
  })

  it('names line and column of a missing comma, and reads on', () => {
    const read = readText('{\n  "cpu": "1"\n  "memory": "2"\n}')
    expect(read.problems).toMatchObject([{ line: 3, column: 3, offset: 17, length: 8 }])
    expect(read.value).toEqual({ cpu: '1', memory: '2' })
    expect(read.problems.map(withPlace)).toMatchObject([
      {
        text: { en: 'Line {line}, column {column}: A comma is missing before this.' },
        values: { line: 3, column: 3 },
      },
    ])
  })

  it('counts the lines of Windows and of old Macs', () => {
    expect(readText('{\r\n\r\n x}').problems[0]).toMatchObject({ line: 3, column: 2 })
    expect(readText('{\r\r x}').problems[0]).toMatchObject({ line: 3, column: 2 })
  })

  it('finds nothing in nothing', () => {
    expect(readText('')).toMatchObject({ value: undefined, problems: [{ line: 1, column: 1 }] })
    expect(readText('// only a comment')).toMatchObject({ value: undefined })
  })

  it('refuses what is nested without end instead of filling the stack', () => {
    const read = readText('['.repeat(1_000_000))
    expect(read).toMatchObject({ value: undefined, problems: [{ line: 1, column: 201 }] })
  })

  it('does not count brackets in texts and comments', () => {
    expect(readText(`{ "a": "${'['.repeat(300)}" /* ${'{'.repeat(300)} */ }`).problems).toEqual([])
  })

  it('takes the last of two members with one name, and __proto__ for a name like any other', () => {
    expect(readText('{ "a": 1, "a": 2 }').value).toEqual({ a: 2 })
    const { value } = readText('{ "__proto__": { "polluted": true } }')
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('places', () => {
  const { tree } = readText(text)

  it('finds a value and its key', () => {
    const place = placeOf(tree, [...container, 'memory'])
    expect(text.slice(place?.offset, (place?.offset ?? 0) + 3)).toBe('512')
    expect(text.slice(place?.keyOffset).slice(0, place?.keyLength)).toBe('"memory"')
  })

  it('finds the nearest ancestor of what is not there', () => {
    expect(placeOf(tree, [...container, 'image'])).toEqual(placeOf(tree, container))
    expect(placeOf(tree, ['volumes', 0, 'name'])).toEqual(placeOf(tree, []))
    expect(placeOf(undefined, ['family'])).toBeUndefined()
  })

  it('finds the path of an offset in a value and in a key', () => {
    expect(pathAt(tree, text.indexOf('512') + 1)).toEqual([...container, 'memory'])
    expect(pathAt(tree, text.indexOf('"memory"') + 1)).toEqual([...container, 'memory'])
    expect(pathAt(tree, text.length)).toEqual([])
    expect(pathAt(undefined, 0)).toEqual([])
  })
})

describe('edits', () => {
  it('changes a value in its place', () => {
    expect(editsFor(text, [{ path: [...container, 'memory'], value: 1024 }])).toEqual([
      { offset: text.indexOf('512'), length: 3, text: '1024' },
    ])
  })

  it('appends a member in a line of its own, and an element within the line of the others', () => {
    const result = changed(
      text,
      { path: [...container, 'essential'], value: true },
      { path: [...container, 'portMappings', 1], value: { containerPort: 443 } },
    )
    expect(result).toContain('"memory": 512,\n      "essential": true\n    }')
    expect(result).toContain('[{ "containerPort": 80 }, { "containerPort": 443 }],')
  })

  it('puts a comma before the remark of the line, and the new member behind it', () => {
    expect(changed('{\n  "a": 1 // one\n}', { path: ['b'], value: [2, {}] })).toBe(
      '{\n  "a": 1, // one\n  "b": [\n    2,\n    {}\n  ]\n}',
    )
  })

  it('removes a line with its comma, and keeps the remark', () => {
    expect(changed(text, { path: [...container, 'memory'], value: undefined })).toContain(
      '"portMappings": [{ "containerPort": 80 }]\n    }',
    )
    expect(changed(text, { path: ['family'], value: undefined })).toContain('{\n  // the name\n  "container')
  })

  it('opens an empty object as the text is indented', () => {
    const tabs = '{\r\n\t"healthCheck": {},\r\n\t"links": []\r\n}'
    expect(changed(tabs, { path: ['healthCheck', 'retries'], value: 3 })).toBe(
      '{\r\n\t"healthCheck": {\r\n\t\t"retries": 3\r\n\t},\r\n\t"links": []\r\n}',
    )
    expect(changed(tabs, { path: ['links', 0], value: 'db' })).toContain('"links": ["db"]')
  })

  it('changes within an object that is set as a whole only what differs', () => {
    const value = { name: 'nginx', portMappings: [{ containerPort: 8080 }], memory: 512 }
    expect(editsFor(text, [{ path: container, value }])).toEqual([
      { offset: text.indexOf('80'), length: 2, text: '8080' },
    ])
  })

  it('renames a key where it stands', () => {
    expect(changed('{ "Image": "a", "Image": "b" }', { path: ['Image'], renameTo: 'image' })).toBe(
      '{ "image": "a", "image": "b" }',
    )
  })

  it('removes a member that stands twice both times', () => {
    expect(changed('{ "a": 1, "b": 2, "a": 3 }', { path: ['a'], value: undefined })).toBe('{ "b": 2 }')
  })

  it('leaves alone what has no parent, and writes a text where there is none', () => {
    expect(editsFor(text, [{ path: ['logConfiguration', 'options', 'x'], value: 'y' }])).toEqual([])
    expect(editsFor('{ "a": 1 }', [{ path: ['a', 'b'], value: 2 }])).toEqual([])
    expect(changed('', { path: [], value: { family: 'web' } })).toBe('{\n  "family": "web"\n}\n')
    expect(editsFor('', [{ path: ['a'], value: 2 }])).toEqual([])
  })
})
