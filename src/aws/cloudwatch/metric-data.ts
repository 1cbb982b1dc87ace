/** Metric data: several metrics over one range in as few calls as AWS allows. */
import {
  GetMetricDataCommand,
  type GetMetricDataCommandOutput,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch'
import { type Series, type TimeRange, alignRange } from '../../core/metrics/series.ts'
import { chunks } from '../../lib/arrays.ts'
import { list, text } from '../answer.ts'
import type { CallOptions } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { cloudwatch } from './cloudwatch.ts'

export interface Metric {
  namespace: 'AWS/ECS' | 'AWS/ApplicationELB' | 'AWS/ELB' | 'AWS/EC2'
  name: string
  dimensions: Record<string, string>
  /** Average, Sum, Maximum, p95 … */
  stat: string
  label: string
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const mostQueries = 500

/** One series for each metric, in their order, empty where AWS has no data. `period` in ms, a multiple of 60,000. */
export async function getMetricData(
  aws: Aws,
  metrics: readonly Metric[],
  range: TimeRange,
  period: number,
  options?: CallOptions,
): Promise<Series[]> {
  const batches = chunks(metrics, mostQueries)
  return (await Promise.all(batches.map((batch) => readBatch(aws, batch, range, period, options)))).flat()
}

interface Part {
  index: number
  page: number
  points: Series['points']
}

async function readBatch(
  aws: Aws,
  metrics: readonly Metric[],
  range: TimeRange,
  period: number,
  options: CallOptions | undefined,
): Promise<Series[]> {
  const { from, to } = alignRange(range, period)
  let page = 0
  const parts = await listAll(
    aws,
    {
      service: cloudwatch,
      bucket: 'cloudwatch:metric-data',
      command: (NextToken) =>
        new GetMetricDataCommand({
          StartTime: new Date(from),
          EndTime: new Date(to),
          ScanBy: 'TimestampAscending',
          MetricDataQueries: metrics.map((metric, index) => toQuery(metric, index, period)),
          NextToken,
        }),
      take: (output) => ({ items: toParts(output, page++), next: output.NextToken }),
      // A metric may come in parts, one a page.
      id: (part) => `${String(part.index)}/${String(part.page)}`,
    },
    options,
  )
  return metrics.map(({ label }, index) => ({
    label,
    points: merge(parts.filter((part) => part.index === index).flatMap(({ points }) => points)),
  }))
}

function toQuery(
  { namespace, name, dimensions, stat }: Metric,
  index: number,
  period: number,
): MetricDataQuery {
  return {
    Id: `m${String(index)}`,
    MetricStat: {
      Metric: {
        Namespace: namespace,
        MetricName: name,
        Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      },
      Period: period / 1000,
      Stat: stat,
    },
  }
}

function toParts({ MetricDataResults }: GetMetricDataCommandOutput, page: number): Part[] {
  return list(MetricDataResults, 'MetricDataResults').map(({ Id, Timestamps = [], Values = [] }) => ({
    index: Number(text(Id, 'id of a series').slice(1)),
    page,
    points: Timestamps.flatMap((at, each) => {
      const value = Values[each]
      return value === undefined ? [] : { at: at.getTime(), value }
    }),
  }))
}

/** By time, each once. */
function merge(points: Series['points']): Series['points'] {
  const byTime = new Map(points.map((point) => [point.at, point]))
  return [...byTime.values()].toSorted((a, b) => a.at - b.at)
}
