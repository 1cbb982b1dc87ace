/** RegisterTaskDefinition. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
import {
  type RegisterTaskDefinitionCommandInput,
  type RegisterTaskDefinitionCommandOutput,
  RegisterTaskDefinition$,
} from '@aws-sdk/client-ecs'
import { registerTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { AwsError, type Authorization, type Call, operation } from '../../operation.ts'
import { arn } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import { fromTags, toTags } from './described.ts'
import { registerChecks } from './register-checks/registry.ts'
import { taskDefinitionView } from './task-definition-view.ts'

export const RegisterTaskDefinition = operation<
  RegisterTaskDefinitionCommandInput,
  RegisterTaskDefinitionCommandOutput
>(
  RegisterTaskDefinition$,
  (written, { world, region, caller }) => {
    const input = inWholeNumbers(written)
    for (const check of registerChecks) {
      const refusal = check(input)
      if (refusal !== undefined) throw new AwsError('ClientException', refusal)
    }
    const record = registerTaskDefinition(world, region, input, {
      byCall: true,
      tags: fromTags(input.tags),
      ...(caller ? { registeredBy: caller.roleArn } : {}),
    })
    journal(world, {
      type: 'effect',
      name: 'task-definition-registered',
      region: region.name,
      subject: record.taskDefinitionArn,
    })
    return { taskDefinition: taskDefinitionView(record), tags: toTags(record.tags) }
  },
  authorizeRegister,
)

/**
 * All its numbers are integers. AWS's JSON front end refuses texts and switches where an integer belongs; of a fraction it takes the whole
 * part, as has been measured on other services of the same protocol. The clients of AWS refuse it before they send.
 */
function inWholeNumbers<T>(value: T): T {
  if (typeof value === 'number') return Math.trunc(value) as T
  if (Array.isArray(value)) return value.map(inWholeNumbers) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => [name, inWholeNumbers(member)]),
  ) as T
}

/**
 * Roles that tasks get must be passed, and tags need a permission of their own.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
 */
function authorizeRegister(
  input: RegisterTaskDefinitionCommandInput,
  { world, region }: Call,
): Authorization {
  const family = arn(world, 'ecs', region.name, `task-definition/${input.family ?? ''}:*`)
  const roles = [input.taskRoleArn, input.executionRoleArn].filter((role) => role !== undefined)
  return {
    resources: [family],
    also: [
      ...(input.tags?.length
        ? [
            {
              action: 'ecs:TagResource',
              resource: family,
              conditions: { 'ecs:CreateAction': ['RegisterTaskDefinition'] },
            },
          ]
        : []),
      ...roles.map((role) => ({
        action: 'iam:PassRole',
        resource: role.startsWith('arn:') ? role : `arn:aws:iam::${world.accountId}:role/${role}`,
        conditions: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] },
      })),
    ],
  }
}
