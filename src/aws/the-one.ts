/** One thing out of an answer about one thing. */
import { AwsProblem, type PartialFailure } from '../core/problem.ts'

/** The only item of an answer about one thing. @throws AwsProblem of kind `not-found` with the reason AWS gave */
export function theOne<T>(
  items: readonly T[],
  failures: readonly PartialFailure[],
  operation: string,
  name: string,
): T {
  const found = items[0]
  if (found !== undefined) return found
  const { reason = 'MISSING', detail } = failures[0] ?? {}
  const message = detail ?? `${name} was not found`
  throw new AwsProblem({ kind: 'not-found', code: reason, message, operation, attempts: 1 })
}
