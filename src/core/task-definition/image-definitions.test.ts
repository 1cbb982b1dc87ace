import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { translate } from '../../i18n/translate.ts'
import { checkImageFile, imageDefinitions, imageDetail, type ImageTarget } from './image-definitions.ts'

const target: ImageTarget = {
  definition: {
    containerDefinitions: [
      { name: 'web', image: 'example.com/shop/nginx:1' },
      { name: 'log', image: 'fluent:2' },
    ],
  },
}

const found = (text: string | Uint8Array, to: ImageTarget = {}): string[] =>
  checkImageFile(text, to).findings.map(({ rule, severity, path }) =>
    `${severity} ${rule} ${path.join('.')}`.trim(),
  )

describe('imagedefinitions.json', () => {
  it('made from a definition is right for that definition', () => {
    const text = imageDefinitions(target.definition ?? {})
    expect(JSON.parse(text)).toEqual([
      { name: 'web', imageUri: 'example.com/shop/nginx:1' },
      { name: 'log', imageUri: 'fluent:2' },
    ])
    expect(checkImageFile(text, target)).toEqual({
      kind: 'imagedefinitions.json',
      problems: [],
      findings: [],
    })
  })

  it.each<[string, string, string[]]>([
    [
      'a name of no container',
      '[{"name":"nginx","imageUri":"a:1"}]',
      ['error R8.name 0.name', 'warning R8.unlisted', 'warning R8.unlisted'],
    ],
    [
      'a name twice',
      '[{"name":"web","imageUri":"a:1"},{"name":"web","imageUri":"b:1"}]',
      ['error R8.twice 1.name', 'warning R8.unlisted'],
    ],
    [
      'another spelling',
      '[{"name":"web","imageURI":"a:1"}]',
      ['warning R8.member 0.imageURI', 'error R8.entry 0', 'warning R8.unlisted'],
    ],
    [
      'no tag',
      '[{"name":"web","imageUri":"host:5000/a"}]',
      ['warning R8.tag 0.imageUri', 'warning R8.unlisted'],
    ],
    [
      'an image too long',
      `[{"name":"web","imageUri":"${'a'.repeat(256)}"}]`,
      ['error R8.image 0.imageUri', 'warning R8.unlisted'],
    ],
    ['an entry that is none', '[3]', ['error R8.entry 0', 'warning R8.unlisted', 'warning R8.unlisted']],
    ['a comment', '[/* a */]', ['error R8.json', 'warning R8.unlisted', 'warning R8.unlisted']],
  ])('with %s', (_, text, findings) => {
    expect(found(text, target)).toEqual(findings)
  })

  it('offers the container that has the image', () => {
    const [first] = checkImageFile('[{"name":"nginx","imageUri":"a:1"}]', target).findings
    expect(first?.fix?.changes).toEqual([{ path: [0, 'name'], value: 'web' }])
  })

  it('warns when the service is behind the newest revision', () => {
    const [first] = checkImageFile('[]', { serviceRevision: 3, latestRevision: 5 }).findings
    expect(first?.rule).toBe('R8.stale')
    expect(translate('en', first?.message ?? { en: '', ko: '' })).toContain('starts from 3')
    expect(found('[]', { serviceRevision: 5, latestRevision: 5 })).toEqual([])
  })

  it('must be UTF-8 of at most 100 KB', () => {
    expect(found(new Uint8Array([0x5b, 0xff, 0x5d]))).toEqual(['error R8.utf8'])
    expect(found('\uFEFF[]')).toEqual(['warning R8.utf8'])
    expect(found(`[${' '.repeat(102_400)}]`)).toEqual(['error R8.size'])
    expect(found(`[${' '.repeat(102_398)}]`)).toEqual([])
  })

  it.each([
    ['{}', 1, 1],
    ['"a"', 1, 1],
    ['[\n  {"name" "a"}]', 2, 11],
    ['', 1, 1],
  ])('%j is refused with its place', (text, line, column) => {
    const { kind, problems } = checkImageFile(text)
    expect(kind).toBeUndefined()
    expect(problems[0]).toMatchObject({ line, column })
  })

  it.each(['063', '064', '065', '066', '067'])('the corpus: %s can be read', (number) => {
    const text = readFileSync(new URL(`corpus/${number}-imagedefs.json`, import.meta.url))
    const { kind, findings } = checkImageFile(new Uint8Array(text))
    expect(kind).toBe('imagedefinitions.json')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('imageDetail.json', () => {
  it('has one member', () => {
    expect(checkImageFile(imageDetail('a:1'))).toEqual({
      kind: 'imageDetail.json',
      problems: [],
      findings: [],
    })
    expect(found('{"imageUri":"a"}')).toEqual(['warning R8.member imageUri', 'error R8.entry'])
  })
})
