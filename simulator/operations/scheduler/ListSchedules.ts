/** ListSchedules. https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html */
import {
  ListSchedules$,
  type ListSchedulesCommandInput,
  type ListSchedulesCommandOutput,
} from '@aws-sdk/client-scheduler'
import { AwsError, operation } from '../../operation.ts'
import { pageOf } from '../page.ts'
import { scheduleArn } from './schedule-arn.ts'

const most = 100

export const ListSchedules = operation<ListSchedulesCommandInput, ListSchedulesCommandOutput>(
  ListSchedules$,
  ({ GroupName, NamePrefix = '', State, MaxResults = most, NextToken }, { world, region }) => {
    const found = Object.values(region.schedules)
      .filter(({ group }) => GroupName === undefined || group === GroupName)
      .filter(({ name, state }) => name.startsWith(NamePrefix) && (State === undefined || state === State))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const page = MaxResults >= 1 && MaxResults <= most ? pageOf(found, MaxResults, NextToken) : undefined
    if (!page) throw new AwsError('ValidationException', 'Invalid NextToken or MaxResults.')
    return {
      Schedules: page.items.map(({ name, group, state, targetArn, createdAt }) => ({
        Arn: scheduleArn(world, region.name, group, name),
        Name: name,
        GroupName: group,
        State: state,
        CreationDate: new Date(createdAt),
        LastModificationDate: new Date(createdAt),
        Target: { Arn: targetArn },
      })),
      NextToken: page.nextToken,
    }
  },
)
