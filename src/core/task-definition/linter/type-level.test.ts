import { describe, expect, it } from 'vitest'
import type { Json } from '../json.ts'
import { applyChanges } from './fix.ts'
import { checkTypes } from './type-level.ts'
import { typeRules } from './type-rules.ts'

const good = typeRules.flatMap(({ id, examples }) => examples.good.map((value) => ({ id, value })))
const bad = typeRules.flatMap(({ id, examples }) => examples.bad.map((value) => ({ id, value })))

describe('examples', () => {
  it.each(good)('$id finds nothing in $value', ({ value }) => {
    expect(checkTypes(value)).toEqual({ findings: [], trusted: value })
  })

  it.each(bad)('$id finds what is wrong in $value, and nothing else', ({ id, value }) => {
    const { findings, trusted } = checkTypes(value)
    expect(new Set(findings.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set([`error ${id}`]),
    )
    // What the rules see has no unknown and no ill-typed member.
    expect(checkTypes(trusted as Json).findings.filter(({ rule }) => rule !== 'missing-required')).toEqual([])
  })

  it.each(bad)('a fix for $value mends it', ({ value }) => {
    for (const { fix, rule, path } of checkTypes(value).findings) {
      if (!fix) continue
      const mended = checkTypes(applyChanges(value, fix.changes)).findings
      expect(mended.filter((one) => one.rule === rule && one.path.join() === path.join())).toEqual([])
    }
  })
})

const only = (value: Json) => {
  const { findings } = checkTypes(value)
  expect(findings).toHaveLength(1)
  return findings[0]
}
const container = (more: { [key: string]: Json }): Json => ({
  family: 'web',
  containerDefinitions: [{ name: 'web', ...more }],
})

const changed = (more: { [key: string]: Json }) => only(container(more))?.fix?.changes[0]

describe('fixes', () => {
  it('renames to the nearest name, safely where only the spelling of case differs', () => {
    expect(only(container({ Image: 'nginx' }))?.fix).toMatchObject({
      safe: true,
      changes: [{ path: ['containerDefinitions', 0, 'Image'], renameTo: 'image' }],
    })
    expect(only(container({ enviroment: [] }))?.fix).toMatchObject({
      safe: false,
      changes: [{ renameTo: 'environment' }],
    })
    expect(only(container({ port_mappings: [] }))?.fix).toMatchObject({
      changes: [{ renameTo: 'portMappings' }],
    })
  })

  it('does not rename to a name that is taken, nor to one of two that are as near', () => {
    const twice = only(container({ image: 'nginx', Image: 'httpd' }))
    expect(twice?.fix).toMatchObject({ safe: false, changes: [{ value: undefined }] })
    expect(only(container({ linkz: [] }))?.fix).toMatchObject({ changes: [{ renameTo: 'links' }] })
    expect(only(container({ userr: '0' }))?.fix).toMatchObject({ changes: [{ renameTo: 'user' }] })
  })

  it('removes null and what AWS only answers', () => {
    expect(only(container({ user: null }))?.fix).toMatchObject({
      safe: true,
      changes: [{ value: undefined }],
    })
    expect(only({ family: 'web', containerDefinitions: [], status: 'ACTIVE' })?.fix).toMatchObject({
      safe: true,
    })
    // Only at the top does AWS answer it.
    expect(only(container({ status: 'ACTIVE' }))?.fix).toMatchObject({ safe: false })
  })

  it('writes the type that is needed where the value leaves no doubt', () => {
    expect(changed({ memory: ' 256 ' })).toMatchObject({ value: 256 })
    expect(changed({ memory: '0.5 GB' })).toMatchObject({ value: 512 })
    expect(changed({ cpu: '1 vCPU' })).toMatchObject({ value: 1024 })
    expect(changed({ privileged: 'TRUE' })).toMatchObject({ value: true })
    expect(changed({ hostname: 7 })).toMatchObject({ value: '7' })
    expect(changed({ command: 'npm start' })).toMatchObject({ value: ['npm start'] })
    expect(changed({ restartPolicy: { enabled: true, ignoredExitCodes: 5 } })).toMatchObject({ value: [5] })
    expect(changed({ portMappings: { containerPort: 80 } })).toMatchObject({ value: [{ containerPort: 80 }] })
    expect(changed({ portMappings: { 80: 80 } })).toBeUndefined()
    expect(changed({ portMappings: 80 })).toBeUndefined()
    expect(changed({ environment: { PORT: 8080, DEBUG: true } })).toMatchObject({
      value: [
        { name: 'PORT', value: '8080' },
        { name: 'DEBUG', value: 'true' },
      ],
    })
    expect(changed({ environment: { name: 'PORT', value: '8080' } })).toMatchObject({
      value: [{ name: 'PORT', value: '8080' }],
    })
    expect(changed({ environment: { PORT: { from: 'x' } } })).toBeUndefined()
    expect(changed({ healthCheck: { command: ['CMD', 'x'], interval: 'often' } })).toBeUndefined()
    // A size is one of the task and its containers alone.
    expect(changed({ linuxParameters: { sharedMemorySize: '1 GB' } })).toBeUndefined()
  })

  it('never says a text that may be a secret', () => {
    const { findings } = checkTypes(container({ environment: [{ name: 'PIN', value: 736251 }] }))
    const said = findings.map(({ message, fix }) => [message, fix?.title])
    expect(JSON.stringify(said)).not.toContain('736251')
  })
})

describe('what is trusted', () => {
  it('keeps the index of every element', () => {
    const { findings, trusted } = checkTypes(
      container({
        links: ['a', 5, 'b'],
        environment: [null, { name: 'A', value: 'b' }],
        restartPolicy: { enabled: true, ignoredExitCodes: ['one', 2] },
      }),
    )
    expect(findings.map(({ path }) => path.join('.'))).toEqual([
      'containerDefinitions.0.links.1',
      'containerDefinitions.0.environment.0',
      'containerDefinitions.0.restartPolicy.ignoredExitCodes.0',
    ])
    expect(trusted.containerDefinitions?.[0]).toEqual({
      name: 'web',
      links: ['a', '', 'b'],
      environment: [{}, { name: 'A', value: 'b' }],
      restartPolicy: { enabled: true, ignoredExitCodes: [0, 2] },
    })
  })

  it.each([null, 'text', 5, true, []])('is empty for %j, which is no definition', (value) => {
    expect(checkTypes(value)).toMatchObject({ findings: [{ rule: 'wrong-type', path: [] }], trusted: {} })
  })

  it('takes names that every object has for names', () => {
    const value = JSON.parse(
      '{ "family": "x", "containerDefinitions": [], "toString": 1, "__proto__": {} }',
    ) as Json
    expect(checkTypes(value).findings.map(({ path }) => path.join())).toEqual(['toString', '__proto__'])
  })

  it('of a definition of 64 KB in less than 15 ms', () => {
    const environment = Array.from({ length: 760 }, (_, index) => ({
      name: `VARIABLE_${index}`,
      value: 'x'.repeat(50),
    }))
    const value = container({ environment })
    expect(JSON.stringify(value).length).toBeGreaterThan(60_000)
    const times = Array.from({ length: 7 }, () => {
      const started = performance.now()
      checkTypes(value)
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(15)
  })
})
