/** Follows page tokens to the end, whatever they do: repeat themselves, come with empty pages, or expire on the way. */
import { AwsProblem, pageTrouble } from '../core/problem.ts'

export interface Page<T> {
  items: T[]
  /** Absent (or empty) on the last page. */
  next?: string | undefined
}

export interface Pages<T> {
  /** `ecs:ListServices`, for the problem when it does not end. */
  operation: string
  fetch: (token: string | undefined) => Promise<Page<T>>
  /** What tells items apart: pages may overlap while things are made and deleted. */
  id: (item: T) => string
  /** Called after each page with everything so far. */
  onPage?: (items: T[]) => void
}

/** AWS may send empty pages while it filters; this many in a row are no longer filtering. */
const mostEmptyPages = 50

/** More than any list of an account has (1,000,000 items at 100 a page); also ends tokens that never repeat. */
const mostPages = 10_000

/**
 * All items, each once, in AWS's order.
 * @throws AwsProblem of kind `unexpected` (`RepeatedToken`, `EndlessPages`) when the tokens lead nowhere
 */
export async function allPages<T>(pages: Pages<T>): Promise<T[]> {
  try {
    return await followTokens(pages)
  } catch (error) {
    // A token lives for minutes: after a sleep the list is read afresh, once.
    if (error instanceof RefusedToken) return followTokens(pages).catch(unwrap)
    throw error
  }
}

class RefusedToken extends Error {
  readonly problem: AwsProblem

  constructor(problem: AwsProblem) {
    super(problem.message)
    this.problem = problem
  }
}

function unwrap(error: unknown): never {
  throw error instanceof RefusedToken ? error.problem : error
}

async function followTokens<T>({ operation, fetch, id, onPage }: Pages<T>): Promise<T[]> {
  const items = new Map<string, T>()
  const seen = new Set<string>()
  let token: string | undefined
  let empty = 0
  do {
    const page = await fetch(token).catch((error: unknown) => {
      const refused = token !== undefined && error instanceof AwsProblem && error.kind === 'invalid'
      throw refused ? new RefusedToken(error) : error
    })
    for (const item of page.items) items.set(id(item), item)
    onPage?.([...items.values()])
    token = page.next === '' ? undefined : page.next
    if (token === undefined) break
    if (seen.has(token)) throw lost(operation, pageTrouble.repeated, 'AWS sent the same page token twice')
    seen.add(token)
    empty = page.items.length === 0 ? empty + 1 : 0
    if (empty > mostEmptyPages || seen.size >= mostPages)
      throw lost(operation, pageTrouble.endless, `No end after ${String(seen.size)} pages`)
  } while (token !== undefined)
  return [...items.values()]
}

function lost(operation: string, code: string, message: string): AwsProblem {
  return new AwsProblem({ kind: 'unexpected', code, message, operation, attempts: 1 })
}
