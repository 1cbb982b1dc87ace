/** Certificate names against a reference that compares label by label. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalName } from './name.ts'
import { coversName } from './name-cover.ts'

/** Straight from the words of the rule, without any shortcut. */
function reference(names: readonly string[], host: string): boolean {
  const wanted = host.toLowerCase().split('.')
  return names.some((name) => {
    const labels = name.toLowerCase().split('.')
    if (labels.length !== wanted.length) return false
    return labels.every((label, at) => label === wanted[at] || (at === 0 && label === '*'))
  })
}

const label = fc.constantFrom('a', 'B', 'www', 'xn--bcher-kva', '1')
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'))
const name = fc.oneof(
  host,
  host.map((rest) => `*.${rest}`),
  host.map((rest) => `w*.${rest}`),
)

describe('a certificate', () => {
  it('covers what the reference says', () => {
    fc.assert(
      fc.property(fc.array(name), host, (names, hostname) => {
        expect(coversName(names, canonicalName(hostname) ?? '')).toBe(reference(names, hostname))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['*.example.com', 'www.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'a.b.example.com', false],
    ['WWW.Example.COM', 'www.example.com', true],
    ['bücher.example.com', 'xn--bcher-kva.example.com', true],
    ['*.example.com', '*.example.com', true],
    ['www.example.com', '*.example.com', false],
    ['', 'www.example.com', false],
  ])('for %s covers %s: %s', (san, hostname, expected) => {
    expect(coversName([san], canonicalName(hostname) ?? '')).toBe(expected)
  })
})
