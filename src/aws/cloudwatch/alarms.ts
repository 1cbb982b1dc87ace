/** Alarms: all of a Region, or some by name. */
import {
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type DescribeAlarmsCommandInput,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch'
import type { Alarm } from '../../core/metrics/alarm.ts'
import { chunks } from '../../lib/arrays.ts'
import { list, present, text, time } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { cloudwatch } from './cloudwatch.ts'

/** Names, or alarms of a page. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const batchSize = 100

/** All alarms, metric and composite ones. */
export function listAlarms(aws: Aws, options?: CallOptions): Promise<Alarm[]> {
  return describe(aws, { MaxRecords: batchSize }, options)
}

/** The alarms with these names that exist. */
export async function describeAlarms(
  aws: Aws,
  names: readonly string[],
  options?: CallOptions,
): Promise<Alarm[]> {
  const batches = chunks([...new Set(names)], batchSize)
  return (await Promise.all(batches.map((AlarmNames) => describe(aws, { AlarmNames }, options)))).flat()
}

function describe(
  aws: Aws,
  input: DescribeAlarmsCommandInput,
  options: CallOptions | undefined,
): Promise<Alarm[]> {
  return listAll(
    aws,
    {
      service: cloudwatch,
      bucket: 'cloudwatch:alarms',
      // Unless asked for, composite alarms are left out.
      command: (NextToken) =>
        new DescribeAlarmsCommand({ ...input, AlarmTypes: ['CompositeAlarm', 'MetricAlarm'], NextToken }),
      take: ({ MetricAlarms, CompositeAlarms, NextToken }) => ({
        items: [
          ...list(MetricAlarms, 'MetricAlarms').map((alarm) => toAlarm(alarm, 'metric')),
          ...(CompositeAlarms ?? []).map((alarm) => toAlarm(alarm, 'composite')),
        ],
        next: NextToken,
      }),
      id: ({ arn }) => arn,
    },
    options,
  )
}

function toAlarm(alarm: MetricAlarm | CompositeAlarm, kind: Alarm['kind']): Alarm {
  return present({
    name: text(alarm.AlarmName, 'AlarmName'),
    arn: text(alarm.AlarmArn, 'AlarmArn'),
    kind,
    // Without a state nothing is known about it.
    state: alarm.StateValue ?? 'INSUFFICIENT_DATA',
    stateReason: alarm.StateReason,
    stateUpdatedAt: time(alarm.StateUpdatedTimestamp),
    description: alarm.AlarmDescription,
  })
}
