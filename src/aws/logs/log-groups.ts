/** Names of log groups. */
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { list, text } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { logs } from './logs.ts'

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
const pageSize = 50

/** Names of the Region's log groups that begin with `prefix` (default: all), in order. @throws AwsProblem */
export function listLogGroups(aws: Aws, prefix?: string, options?: CallOptions): Promise<string[]> {
  return listAll(
    aws,
    {
      service: logs,
      bucket: 'logs:groups',
      command: (nextToken) =>
        new DescribeLogGroupsCommand({ limit: pageSize, nextToken, logGroupNamePrefix: prefix }),
      take: ({ logGroups, nextToken }) => ({
        items: list(logGroups, 'logGroups').map(({ logGroupName }) => text(logGroupName, 'logGroupName')),
        next: nextToken,
      }),
      id: (name) => name,
    },
    options,
  )
}
