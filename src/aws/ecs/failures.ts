/** `failures[]` of ECS's Describe calls: data, not an error. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Failure.html */
import type { Failure } from '@aws-sdk/client-ecs'
import type { PartialFailure } from '../../core/problem.ts'
import { present } from '../answer.ts'

export function toFailures(failures: Failure[] | undefined): PartialFailure[] {
  return (failures ?? []).map(({ arn = '', reason = 'UNKNOWN', detail }) => present({ arn, reason, detail }))
}
