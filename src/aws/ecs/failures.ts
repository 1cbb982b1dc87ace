/** `failures[]` of ECS's Describe calls: data, not an error. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Failure.html */
import type { Failure } from '@aws-sdk/client-ecs'
import { AwsProblem, type PartialFailure } from '../../core/problem.ts'
import { present } from '../answer.ts'

export function toFailures(failures: Failure[] | undefined): PartialFailure[] {
  return (failures ?? []).map(({ arn = '', reason = 'UNKNOWN', detail }) => present({ arn, reason, detail }))
}

/** The only item of an answer about one thing. @throws AwsProblem of kind `not-found` with the reason AWS gave */
export function theOne<T>(items: T[], failures: PartialFailure[], operation: string, name: string): T {
  const found = items[0]
  if (found !== undefined) return found
  const { reason = 'MISSING', detail } = failures[0] ?? {}
  const message = detail ?? `${name} was not found`
  throw new AwsProblem({ kind: 'not-found', code: reason, message, operation, attempts: 1 })
}
