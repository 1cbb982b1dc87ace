/** Schedules that run ECS tasks. The list names their targets only; each of these is read for its task definition. */
import {
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  ListSchedulesCommand,
} from '@aws-sdk/client-scheduler'
import type { TaskSchedule } from '../../core/scheduler/schedule.ts'
import { list, present, text } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { scheduler } from './scheduler.ts'

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html */
const pageSize = 100

/** Every schedule of the Region that runs an ECS task. @throws AwsProblem */
export async function listTaskSchedules(aws: Aws, options?: CallOptions): Promise<TaskSchedule[]> {
  const named = await listAll(
    aws,
    {
      service: scheduler,
      bucket: 'scheduler',
      command: (NextToken) => new ListSchedulesCommand({ MaxResults: pageSize, NextToken }),
      take: ({ Schedules, NextToken }) => ({
        items: list(Schedules, 'Schedules').map(({ Name, GroupName = 'default', Target }) => ({
          name: text(Name, 'Name'),
          group: GroupName,
          target: Target?.Arn ?? '',
        })),
        next: NextToken,
      }),
      id: ({ group, name }) => `${group}/${name}`,
    },
    options,
  )
  // The target of a schedule that runs an ECS task is the cluster.
  const ofEcs = named.filter(({ target }) => target.includes(':ecs:') && target.includes(':cluster/'))
  const read = await Promise.all(ofEcs.map((one) => getSchedule(aws, one, options)))
  return read.filter((one) => one !== undefined)
}

async function getSchedule(
  aws: Aws,
  { name, group }: { name: string; group: string },
  options: CallOptions | undefined,
): Promise<TaskSchedule | undefined> {
  const command = new GetScheduleCommand({ Name: name, GroupName: group })
  const take = (answer: GetScheduleCommandOutput): TaskSchedule | undefined => toSchedule(answer, name, group)
  const { value } = await call(aws, { service: scheduler, bucket: 'scheduler', command, take }, options)
  return value
}

function toSchedule(
  { State = 'ENABLED', ScheduleExpression, Target }: GetScheduleCommandOutput,
  name: string,
  group: string,
): TaskSchedule | undefined {
  const taskDefinitionArn = Target?.EcsParameters?.TaskDefinitionArn
  if (taskDefinitionArn === undefined) return undefined
  return present({
    name,
    group,
    state: State,
    expression: ScheduleExpression,
    clusterArn: Target?.Arn ?? '',
    taskDefinitionArn,
  })
}
