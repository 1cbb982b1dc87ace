/** StopTask. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopTask.html */
import { type StopTaskCommandInput, type StopTaskCommandOutput, StopTask$ } from '@aws-sdk/client-ecs'
import { stopTask } from '../../engine/ecs/task-stop.ts'
import { AwsError, operation } from '../../operation.ts'
import { findCluster, inCluster, taskNamed } from './look-up.ts'
import { taskView } from './task-view.ts'

export const StopTask = operation<StopTaskCommandInput, StopTaskCommandOutput>(
  StopTask$,
  (input, call) => {
    const task = taskNamed(call, findCluster(call, input.cluster), input.task ?? '')
    if (!task) throw new AwsError('InvalidParameterException', 'The referenced task was not found.')
    stopTask(call.world, call.region, task, {
      code: 'UserInitiated',
      reason: input.reason ?? 'Task stopped by user',
    })
    return { task: taskView(task, true) }
  },
  (input, call) => inCluster(call, input.cluster, 'task', [input.task ?? '']),
)
