/** CloudWatch alarms to choose from: those that shall take a cutover back. */
import { queryOptions } from '@tanstack/react-query'
import { listAlarms } from '../../aws/cloudwatch/alarms.ts'
import type { Aws } from '../../aws/context.ts'
import type { Alarm } from '../../core/metrics/alarm.ts'
import { urgency } from '../call-options.ts'

/** What is chosen from is read again when asked for; ms for which it is taken as fresh. */
const staleTime = 60_000

/** All of the Region, in order of their names. */
export function alarmsQuery(aws: Aws) {
  return queryOptions({
    queryKey: [aws.key, 'alarms'] as const,
    queryFn: async (context): Promise<Alarm[]> => {
      const alarms = await listAlarms(aws, urgency(context))
      return alarms.toSorted((one, other) => (one.name < other.name ? -1 : 1))
    },
    staleTime,
  })
}
