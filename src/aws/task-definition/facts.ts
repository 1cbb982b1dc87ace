/** Looks up what a definition names: one question, one fact. What cannot be read is a fact too. */
import { AwsProblem } from '../../core/problem.ts'
import { roleNameOf } from '../../core/iam/role.ts'
import type { Fact } from '../../core/task-definition/verify/check.ts'
import type { Question } from '../../core/task-definition/verify/questions.ts'
import type { Found } from '../../core/task-definition/verify/verdicts.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { findImage } from '../ecr/repositories.ts'
import { getRole } from '../iam/roles.ts'
import { listLogGroups } from '../logs/log-groups.ts'
import { getSecretName } from '../secrets-manager/secrets.ts'
import { findParameter } from '../ssm/parameters.ts'

type Answer = Fact<Found[keyof Found]>

/** The fact behind a question; undefined for what is elsewhere. @throws the reason of `signal` alone */
export async function factOf(
  aws: Aws,
  question: Question,
  options?: CallOptions,
): Promise<Answer | undefined> {
  if (question.kind === 'elsewhere') return undefined
  try {
    const found = await lookUp(aws, question, options)
    return found === undefined ? { missing: true } : { found }
  } catch (error) {
    if (!(error instanceof AwsProblem)) throw error
    return error.kind === 'not-found' ? { missing: true } : { problem: error }
  }
}

async function lookUp(
  aws: Aws,
  question: Exclude<Question, { kind: 'elsewhere' }>,
  options: CallOptions | undefined,
): Promise<Found[keyof Found] | undefined> {
  switch (question.kind) {
    case 'role':
      return getRole(aws, roleNameOf(question.arn), options)
    case 'image':
      return findImage(aws, question.repository, question, options)
    case 'log-group':
      return (await listLogGroups(aws, question.name, options)).includes(question.name) || undefined
    case 'secret':
      return getSecretName(aws, question.secret, options)
    default:
      return findParameter(aws, question.name, options)
  }
}
