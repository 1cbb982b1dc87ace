/** What is written outside of memory in the place of what may be secret. */
import { describe, expect, it } from 'vitest'
import type { Definition } from '../definition.ts'
import { diff } from '../diff.ts'
import type { Json } from '../json.ts'
import { lint } from '../linter/lint.ts'
import { maskValue } from '../mask.ts'
import { canaryDefinition, dresses, secretCanaries } from '../testing/canaries.ts'
import { createWithholder } from './withholder.ts'

const names = Object.keys(dresses) as (keyof typeof dresses)[]

const definition = (environment: Record<string, string>, more: object = {}) => ({
  family: 'shop',
  containerDefinitions: [
    {
      name: 'token',
      image: 'shop:1',
      memory: 128,
      command: ['serve', '--port', '8080', '--db-password=hunter2'],
      environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
    },
  ],
  ...more,
})

function valuesOf({ containerDefinitions }: ReturnType<typeof definition>): string[] {
  return containerDefinitions.flatMap(({ environment }) => environment.map(({ value }) => value))
}

function findingsOf(value: Json): string[] {
  return lint(value).map(({ rule, path }) => `${rule} ${path.join('.')}`)
}

describe('what may be secret', () => {
  it.each(names)('is withheld in every string of a definition: %s', (name) => {
    const { value, canaries } = canaryDefinition(dresses[name])
    const text = JSON.stringify(createWithholder('kept').withhold(value))
    const seen = secretCanaries(canaries, dresses[name]).filter(
      ({ word }) => text.includes(word) || text.includes(word.replaceAll('-', '')),
    )
    expect(seen).toEqual([])
  })

  it.each(names)('is the same that marks hide: %s', (name) => {
    const { value } = canaryDefinition(dresses[name])
    const marked = JSON.stringify(maskValue(value).value).replaceAll(/•••\d+/g, '…')
    const withheld = JSON.stringify(createWithholder('kept').withhold(value))
    expect(withheld.replaceAll(/value-not-kept-\d+/g, '…')).toBe(marked)
  })

  it('leaves everything else, and says how much it was', () => {
    const withholder = createWithholder('kept')
    expect(withholder.withhold(definition({ A: 'x', B: 'y', C: 'x', EMPTY: '' }))).toEqual({
      ...definition({ A: 'value-not-kept-2', B: 'value-not-kept-3', C: 'value-not-kept-2', EMPTY: '' }),
      containerDefinitions: [
        expect.objectContaining({ command: ['serve', '--port', '8080', '--db-password=value-not-kept-1'] }),
      ],
    })
    expect(withholder.count()).toBe(3)
  })
})

describe('a definition with placeholders', () => {
  const before = definition({ A: 'x', B: 'y', C: 'kept as it is' })

  it('differs from another one where the two differed', () => {
    const withholder = createWithholder('kept')
    const withheld = (value: object) => withholder.withhold(value) as unknown as Definition
    const after = definition({ A: 'x', B: 'z', C: 'kept as it is' })
    const changes = diff(before, after)
    expect(changes).toHaveLength(1)
    const inGeneral = JSON.stringify(diff(withheld(before), withheld(after)))
    expect(inGeneral.replaceAll(/value-not-kept-\d/g, '…')).toBe(
      JSON.stringify(changes).replaceAll(/"[yz]"/g, '"…"'),
    )
    expect(diff(withheld(before), withheld(before))).toEqual([])
  })

  it('is shown as it is, and is the same when it is kept once more', () => {
    const once = createWithholder('kept').withhold(before)
    expect(maskValue(once as unknown as Json)).toEqual({ value: once, kept: [] })
    expect(createWithholder('kept', 4).withhold(once)).toEqual(once)
    const next = createWithholder('kept', 4).withhold({ ...before, containerDefinitions: [] })
    expect(next).toEqual({ ...before, containerDefinitions: [] })
    expect(valuesOf(createWithholder('kept', 4).withhold(definition({ A: 'new' })))).toEqual([
      'value-not-kept-6',
    ])
  })

  it('has no findings that the definition itself has not', () => {
    const { value } = canaryDefinition()
    const known = findingsOf(value)
    const withheld = createWithholder('kept').withhold(value)
    expect(findingsOf(withheld).filter((finding) => !known.includes(finding))).toEqual([])
  })
})

describe('what everybody may read', () => {
  it('stays where it stands, and nowhere else', () => {
    const known = [definition({ LOG_LEVEL: 'info', DB: 'postgres' })]
    const kept = (value: object) => createWithholder('kept').withhold(value, known)
    expect(kept(definition({ DB: 'postgres', LOG_LEVEL: 'info' }))).toEqual(
      definition({ DB: 'postgres', LOG_LEVEL: 'info' }),
    )
    const changed = kept(definition({ LOG_LEVEL: 'postgres', DB: 'hunter3', DB_PASSWORD: 'postgres' }))
    expect(valuesOf(changed as ReturnType<typeof definition>)).toEqual([
      'value-not-kept-1',
      'value-not-kept-2',
      'value-not-kept-1',
    ])
  })
})

describe('a name with a secret in it', () => {
  const key = `ghp_${'a1B2'.repeat(8)}`

  it('is withheld wherever it is repeated', () => {
    const withholder = createWithholder('recorded')
    const image = 'https://$&ci:info@example.com/x'
    const containerDefinitions = [{ name: `${key}C3`, image }]
    expect(withholder.withhold({ family: key, containerDefinitions })).toEqual({
      family: 'value-not-recorded-1',
      containerDefinitions: [
        { name: 'value-not-recorded-2', image: 'https://$&ci:value-not-recorded-3@example.com/x' },
      ],
    })
    const elsewhere = JSON.stringify({
      [`arn:task-definition/${key}:1`]: { image, level: 'info', container: `${key}C3` },
    })
    expect(JSON.parse(withholder.withholdNames(elsewhere))).toEqual({
      'arn:task-definition/value-not-recorded-1:1': {
        image: 'https://$&ci:value-not-recorded-3@example.com/x',
        level: 'info',
        container: 'value-not-recorded-2',
      },
    })
  })

  it('is found without a copy being made', () => {
    const withholder = createWithholder('kept')
    withholder.noteNames({
      family: key,
      containerDefinitions: [{ environment: [{ name: 'A', value: 'x' }] }],
    })
    expect(withholder.withholdNames(`["${key}","x"]`)).toBe('["value-not-kept-1","x"]')
    expect(withholder.count()).toBe(1)
  })
})
