/** Reads that may fail without stopping the others: what is missing is missing, and the problem is kept. */
import { AwsProblem } from '../../core/problem.ts'

/** The value, or undefined with the problem added to `problems`. @throws whatever is no AwsProblem, such as an abort */
export async function attempt<T>(read: Promise<T>, problems: AwsProblem[]): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if (!(error instanceof AwsProblem)) throw error
    problems.push(error)
    return undefined
  }
}
