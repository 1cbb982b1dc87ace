/** GetSchedule. https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html */
import {
  GetSchedule$,
  type GetScheduleCommandInput,
  type GetScheduleCommandOutput,
} from '@aws-sdk/client-scheduler'
import { AwsError, operation } from '../../operation.ts'
import { scheduleArn } from './schedule-arn.ts'

export const GetSchedule = operation<GetScheduleCommandInput, GetScheduleCommandOutput>(
  GetSchedule$,
  ({ GroupName = 'default', Name = '' }, { world, region }) => {
    const key = `${GroupName}/${Name}`
    const found = Object.hasOwn(region.schedules, key) ? region.schedules[key] : undefined
    if (!found) {
      throw new AwsError('ResourceNotFoundException', `Schedule ${Name} does not exist.`, { status: 404 })
    }
    const { name, group, state, expression, createdAt, targetArn, roleArn, taskDefinitionArn } = found
    return {
      Arn: scheduleArn(world, region.name, group, name),
      Name: name,
      GroupName: group,
      State: state,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      CreationDate: new Date(createdAt),
      LastModificationDate: new Date(createdAt),
      Target: {
        Arn: targetArn,
        RoleArn: roleArn,
        EcsParameters:
          taskDefinitionArn === undefined
            ? undefined
            : { TaskDefinitionArn: taskDefinitionArn, TaskCount: 1 },
      },
    }
  },
  ({ GroupName = 'default', Name = '' }, { world, region }) => ({
    resources: [scheduleArn(world, region.name, GroupName, Name)],
  }),
)
