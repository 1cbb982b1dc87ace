import {
  DescribeLogGroups$,
  type DescribeLogGroupsCommandInput,
  type DescribeLogGroupsCommandOutput,
} from '@aws-sdk/client-cloudwatch-logs'
import { AwsError, operation } from '../../operation.ts'
import type { LogGroupRecord } from '../../world/log-tables.ts'
import { limitOf, pageAfter } from './look-up.ts'

/** Log groups by prefix or part of the name, in order of name. Sizes are not modelled. */
export const DescribeLogGroups = operation<DescribeLogGroupsCommandInput, DescribeLogGroupsCommandOutput>(
  DescribeLogGroups$,
  (input, { region }) => {
    const { logGroupNamePrefix: prefix, logGroupNamePattern: pattern } = input
    if (prefix !== undefined && pattern !== undefined) {
      const message = 'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.'
      throw new AwsError('InvalidParameterException', message)
    }
    const found = Object.values(region.logGroups)
      .filter(({ name }) => name.startsWith(prefix ?? ''))
      .filter(({ name }) => name.toLowerCase().includes((pattern ?? '').toLowerCase()))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const limit = limitOf(input.limit, 50)
    const { shown, nextToken } = pageAfter(found, { nextToken: input.nextToken, limit }, ({ name }) => name)
    return { logGroups: shown.map(toLogGroup), nextToken }
  },
)

function toLogGroup({ name, arn, createdAt, retentionInDays }: LogGroupRecord): object {
  return {
    logGroupName: name,
    creationTime: createdAt,
    retentionInDays,
    metricFilterCount: 0,
    arn: `${arn}:*`,
    logGroupArn: arn,
    storedBytes: 0,
    logGroupClass: 'STANDARD',
  }
}
