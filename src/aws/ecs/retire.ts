/** Deregistering and deleting, each asked for once: what became of a lost answer is read back. */
import { AwsProblem } from '../../core/problem.ts'
import type { Aws } from '../context.ts'
import { deleteRevisions, deregisterRevision, getRevision } from './revisions.ts'

/** What became of one revision: `failed` has a problem, `unknown` too. */
export interface RetireResult {
  arn: string
  outcome: 'done' | 'failed' | 'unknown'
  problem?: AwsProblem | undefined
}

/** Makes a revision INACTIVE; asked for once. @throws nothing but mistakes of ours */
export async function deregisterOnce(aws: Aws, arn: string): Promise<RetireResult> {
  try {
    await deregisterRevision(aws, arn)
    return { arn, outcome: 'done' }
  } catch (error) {
    const problem = problemOf(error)
    if (problem.kind !== 'unknown-outcome') return { arn, outcome: 'failed', problem }
    return readBack(aws, arn, problem, ['INACTIVE', 'DELETE_IN_PROGRESS'])
  }
}

/** Deletes at most ten INACTIVE revisions; asked for once. @throws nothing but mistakes of ours */
export async function deleteOnce(aws: Aws, arns: readonly string[]): Promise<RetireResult[]> {
  try {
    const failures = await deleteRevisions(aws, arns)
    return arns.map((arn) => {
      const failure = failures.find((one) => one.arn === arn)
      return failure ? { arn, outcome: 'failed', problem: refused(failure) } : { arn, outcome: 'done' }
    })
  } catch (error) {
    const problem = problemOf(error)
    if (problem.kind !== 'unknown-outcome') return arns.map((arn) => ({ arn, outcome: 'failed', problem }))
    return Promise.all(arns.map((arn) => readBack(aws, arn, problem, ['DELETE_IN_PROGRESS'])))
  }
}

/** `wanted`: states that say that it was done; a deleted revision may be gone altogether. */
async function readBack(
  aws: Aws,
  arn: string,
  problem: AwsProblem,
  wanted: readonly string[],
): Promise<RetireResult> {
  try {
    const { status } = await getRevision(aws, arn)
    return wanted.includes(status) ? { arn, outcome: 'done' } : { arn, outcome: 'unknown', problem }
  } catch (error) {
    const isGone = error instanceof AwsProblem && error.kind === 'invalid'
    return isGone ? { arn, outcome: 'done' } : { arn, outcome: 'unknown', problem }
  }
}

function problemOf(error: unknown): AwsProblem {
  if (error instanceof AwsProblem) return error
  throw error
}

/** A member of `failures` of DeleteTaskDefinitions. */
function refused({ reason, detail }: { reason: string; detail?: string }): AwsProblem {
  return new AwsProblem({
    kind: 'invalid',
    code: reason,
    message: detail ?? reason,
    operation: 'ecs:DeleteTaskDefinitions',
    attempts: 1,
  })
}
