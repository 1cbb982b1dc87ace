/** DeleteTaskDefinitions. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteTaskDefinitions.html */
import {
  DeleteTaskDefinitions$,
  type DeleteTaskDefinitionsCommandInput,
  type DeleteTaskDefinitionsCommandOutput,
  type Failure,
  type TaskDefinition,
} from '@aws-sdk/client-ecs'
import { deleteTaskDefinition, findTaskDefinition } from '../../engine/ecs/task-definitions.ts'
import { operation } from '../../operation.ts'
import { arn } from '../../world/ids.ts'
import { journal } from '../../world/journal.ts'
import { checkCount } from './described.ts'
import { taskDefinitionView } from './task-definition-view.ts'

const most = 10

export const DeleteTaskDefinitions = operation<
  DeleteTaskDefinitionsCommandInput,
  DeleteTaskDefinitionsCommandOutput
>(
  DeleteTaskDefinitions$,
  (input, { world, region }) => {
    const taskDefinitions: TaskDefinition[] = []
    const failures: Failure[] = []
    for (const name of checkCount(input.taskDefinitions, 'taskDefinitions', most)) {
      const found = /:\d+$/.test(name) ? findTaskDefinition(region, name) : undefined
      if (!found) failures.push({ arn: name, reason: 'MISSING' })
      else if (found.status === 'ACTIVE') {
        const detail =
          'The specified task definition is still in ACTIVE status. Please deregister the target and try again.'
        failures.push({ arn: found.taskDefinitionArn, reason: 'TASK_DEFINITION_STATE_INVALID', detail })
      } else {
        deleteTaskDefinition(world, region, found)
        journal(world, {
          type: 'effect',
          name: 'task-definition-deleted',
          region: region.name,
          subject: found.taskDefinitionArn,
        })
        taskDefinitions.push(taskDefinitionView(found))
      }
    }
    return { taskDefinitions, failures }
  },
  ({ taskDefinitions = [] }, { world, region }) => ({
    resources: taskDefinitions.map((name) =>
      name.startsWith('arn:') ? name : arn(world, 'ecs', region.name, `task-definition/${name}`),
    ),
  }),
)
