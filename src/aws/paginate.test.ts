import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AwsProblem, type ProblemKind } from '../core/problem.ts'
import { inBatches } from './batch.ts'
import { type Page, allPages } from './paginate.ts'

const problem = (kind: ProblemKind): AwsProblem =>
  new AwsProblem({ kind, code: 'X', message: 'm', operation: 'ecs:List', attempts: 1 })
const all = (
  fetch: (token: string | undefined) => Promise<Page<string>>,
  onPage?: (items: string[]) => void,
) => allPages({ operation: 'ecs:List', id: (item: string) => item, fetch, ...(onPage && { onPage }) })

/** Pages by token; the first one under ''. */
const from =
  (pages: Record<string, Page<string>>) =>
  (token = ''): Promise<Page<string>> =>
    Promise.resolve(pages[token] ?? { items: [] })

/** A list whose second page is never to be had. */
const never = (token = ''): Promise<Page<string>> =>
  token === '1' ? Promise.reject(problem('invalid')) : from({ '': { items: ['a'], next: '1' } })(token)

describe('pages', () => {
  it('are joined, and shown as they come', async () => {
    const seen: number[] = []
    const items = await all(
      from({ '': { items: ['a', 'b'], next: '1' }, 1: { items: ['c'], next: '' } }),
      (sofar) => seen.push(sofar.length),
    )
    expect(items).toEqual(['a', 'b', 'c'])
    expect(seen).toEqual([2, 3])
  })

  it('may be empty on the way, and overlap', async () => {
    const pages = {
      '': { items: ['a', 'b'], next: '1' },
      1: { items: [], next: '2' },
      2: { items: ['b', 'c'] },
    }
    expect(await all(from(pages))).toEqual(['a', 'b', 'c'])
  })

  it('that lead in a circle are named', async () => {
    const circle = from({ '': { items: ['a'], next: '1' }, 1: { items: ['b'], next: '1' } })
    await expect(all(circle)).rejects.toMatchObject({ facts: { kind: 'unexpected', code: 'RepeatedToken' } })
  })

  it('that never hold anything are named', async () => {
    let page = 0
    const endless = () => Promise.resolve({ items: [], next: String(page++) })
    await expect(all(endless)).rejects.toMatchObject({ facts: { code: 'EndlessPages' } })
    expect(page).toBeLessThan(100)
  })

  it('are read afresh once when a token has expired', async () => {
    let tries = 0
    const once = (token = ''): Promise<Page<string>> => {
      if (token === '1' && tries++ === 0) return Promise.reject(problem('invalid'))
      return from({ '': { items: ['a'], next: '1' }, 1: { items: ['b'] } })(token)
    }
    expect(await all(once)).toEqual(['a', 'b'])
    await expect(all(never)).rejects.toMatchObject({ facts: { kind: 'invalid', code: 'X' } })
  })

  it('that fail otherwise fail the list', async () => {
    await expect(all(() => Promise.reject(problem('denied')))).rejects.toMatchObject({ kind: 'denied' })
    await expect(all(() => Promise.reject(problem('invalid')))).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('end whatever the tokens do: with what AWS has, or a named problem', async () => {
    const faults = fc.array(fc.constantFrom('fine', 'empty', 'repeat', 'first', 'refuse', 'forever'), {
      maxLength: 30,
    })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), faults, async (size, script) => {
        const whole = Array.from({ length: size }, (_, index) => `item ${String(index)}`)
        let asked = 0
        const fetch = (token = '0'): Promise<Page<string>> => {
          const fault = script[asked] ?? script.at(-1) ?? 'fine'
          asked++
          const at = Number(token.split('/')[0])
          const next = at + 3 < size ? String(at + 3) : undefined
          if (fault === 'refuse') return Promise.reject(problem('invalid'))
          if (fault === 'empty') return Promise.resolve({ items: [], next: `${String(at)}/${String(asked)}` })
          if (fault === 'repeat') return Promise.resolve({ items: whole.slice(at, at + 3), next: token })
          if (fault === 'first') return Promise.resolve({ items: whole.slice(at, at + 3), next: '0' })
          if (fault === 'forever')
            return Promise.resolve({ items: [], next: `${String(at)}/${String(asked)}` })
          return Promise.resolve({ items: whole.slice(at, at + 3), next })
        }
        const outcome = await all(fetch).catch((error: unknown) => error)
        const named =
          outcome instanceof AwsProblem && ['RepeatedToken', 'EndlessPages', 'X'].includes(outcome.facts.code)
        expect(named ? whole : outcome).toEqual(whole)
        expect(asked).toBeLessThan(200)
      }),
      { numRuns: 500 },
    )
  })
})

describe('batches', () => {
  it('hold each id once, in order, never more than AWS takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        async (ids, size) => {
          const sizes: number[] = []
          const { items, failures } = await inBatches(ids, size, (batch) => {
            sizes.push(batch.length)
            return Promise.resolve({ items: batch, failures: [{ arn: batch[0] ?? '', reason: 'MISSING' }] })
          })
          expect(items).toEqual([...new Set(ids)])
          expect(failures).toHaveLength(sizes.length)
          expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(size)
        },
      ),
    )
  })
})
