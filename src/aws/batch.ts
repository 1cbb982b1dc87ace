/** Describes many things in batches of the size AWS allows; what AWS could not describe stays data. */
import type { Described } from '../core/problem.ts'
import { chunks } from '../lib/arrays.ts'

/** Order of `ids` is kept. @throws the first AwsProblem of a batch */
export async function inBatches<T>(
  ids: readonly string[],
  size: number,
  describe: (batch: string[]) => Promise<Described<T>>,
): Promise<Described<T>> {
  const answers = await Promise.all(chunks([...new Set(ids)], size).map(describe))
  return {
    items: answers.flatMap(({ items }) => items),
    failures: answers.flatMap(({ failures }) => failures),
  }
}
