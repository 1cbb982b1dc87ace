/** DeregisterTaskDefinition. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeregisterTaskDefinition.html */
import {
  DeregisterTaskDefinition$,
  type DeregisterTaskDefinitionCommandInput,
  type DeregisterTaskDefinitionCommandOutput,
} from '@aws-sdk/client-ecs'
import { findTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { AwsError, operation } from '../../operation.ts'
import { journal } from '../../world/journal.ts'
import { taskDefinitionView } from './task-definition-view.ts'

/** What runs it goes on; nothing new starts from it by a name without revision. */
export const DeregisterTaskDefinition = operation<
  DeregisterTaskDefinitionCommandInput,
  DeregisterTaskDefinitionCommandOutput
>(DeregisterTaskDefinition$, (input, { world, region }) => {
  const named = input.taskDefinition ?? ''
  // A family alone is not enough: the revision must be said.
  if (!/:\d+$/.test(named)) {
    throw new AwsError('InvalidParameterException', `Invalid revision number. Number: ${named}`)
  }
  const found = findTaskDefinition(region, named)
  if (!found || found.status === 'DELETE_IN_PROGRESS') {
    throw new AwsError('ClientException', 'The specified task definition does not exist.')
  }
  if (found.status === 'ACTIVE') {
    found.status = 'INACTIVE'
    found.deregisteredAt = world.now
    journal(world, {
      type: 'effect',
      name: 'task-definition-deregistered',
      region: region.name,
      subject: found.taskDefinitionArn,
    })
  }
  return { taskDefinition: taskDefinitionView(found) }
})
