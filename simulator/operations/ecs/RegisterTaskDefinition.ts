/** RegisterTaskDefinition. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
import {
  type RegisterTaskDefinitionCommandInput,
  type RegisterTaskDefinitionCommandOutput,
  RegisterTaskDefinition$,
} from '@aws-sdk/client-ecs'
import { registerTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { AwsError, operation } from '../../operation.ts'
import { journal } from '../../world/journal.ts'
import { fromTags, toTags } from './described.ts'
import { taskDefinitionView } from './task-definition-view.ts'

export const RegisterTaskDefinition = operation<
  RegisterTaskDefinitionCommandInput,
  RegisterTaskDefinitionCommandOutput
>(RegisterTaskDefinition$, (input, { world, region, caller }) => {
  check(input)
  const record = registerTaskDefinition(world, region, input, {
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
})

/** The refusals that every register meets first. @throws AwsError ClientException */
function check(input: RegisterTaskDefinitionCommandInput): void {
  const containers = input.containerDefinitions ?? []
  if (!/^[\w-]{1,255}$/.test(input.family ?? '')) {
    throw new AwsError('ClientException', 'Family contains invalid characters.')
  }
  if (containers.length === 0) throw new AwsError('ClientException', 'Container list cannot be empty.')
  if (containers.every((container) => container.essential === false)) {
    throw new AwsError('ClientException', 'At least one container must be marked as essential.')
  }
  const unsized = containers.find((one) => one.memory === undefined && one.memoryReservation === undefined)
  if (input.memory === undefined && unsized) {
    throw new AwsError(
      'ClientException',
      `Invalid setting for container '${unsized.name ?? ''}'. At least one of 'memory' or 'memoryReservation' must be specified.`,
    )
  }
  if (input.requiresCompatibilities?.includes('FARGATE')) checkFargate(input)
}

function checkFargate(input: RegisterTaskDefinitionCommandInput): void {
  if (input.networkMode !== 'awsvpc') {
    throw new AwsError('ClientException', "Fargate only supports network mode 'awsvpc'.")
  }
  for (const size of ['cpu', 'memory'] as const) {
    if (input[size] === undefined) {
      throw new AwsError('ClientException', `Fargate requires that '${size}' be defined at the task level.`)
    }
  }
}
