import {
  GetMetricData$,
  type GetMetricDataCommandInput,
  type GetMetricDataCommandOutput,
  type Metric,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch'
import type { MetricId } from '../../engine/metrics/read.ts'
import { isStatistic } from '../../engine/metrics/statistics.ts'
import { type Window, windowOf } from '../../engine/metrics/window.ts'
import { AwsError, operation } from '../../operation.ts'
import { isPeriod, statisticByPeriod, toDimensions } from './period-data.ts'

const MOST_QUERIES = 500
const MOST_POINTS = 100_800

/** Statistics of many metrics over one range of time, newest first unless asked otherwise. Metric math is not modelled. */
export const GetMetricData = operation<GetMetricDataCommandInput, GetMetricDataCommandOutput>(
  GetMetricData$,
  (input, { world, region }) => {
    const queries = input.MetricDataQueries ?? []
    check(input, queries)
    const window = windowOf(world, region, Number(input.StartTime), Number(input.EndTime))
    const series = queries
      .filter(({ ReturnData }) => ReturnData !== false)
      .map((query) => ({ query, points: pointsOf(window, query, input.ScanBy === 'TimestampAscending') }))
    return page(series, input)
  },
)

interface Series {
  query: MetricDataQuery
  points: [number, number][]
}

function pointsOf(
  window: Window,
  { MetricStat: stat }: MetricDataQuery,
  ascending: boolean,
): Series['points'] {
  if (!stat) return []
  const points = statisticByPeriod(window, metricOf(stat.Metric ?? {}), stat.Period ?? 60, stat.Stat ?? '')
  return ascending ? points : points.toReversed()
}

function metricOf({ Namespace: namespace = '', MetricName: name = '', Dimensions }: Metric): MetricId {
  return { namespace, name, dimensions: toDimensions(Dimensions) }
}

/** Cuts the points of all series, in the order of the queries, into pages of MaxDatapoints. */
function page(
  series: Series[],
  { MaxDatapoints: most = MOST_POINTS, NextToken: token }: GetMetricDataCommandInput,
): { MetricDataResults: MetricDataResult[]; Messages: []; NextToken?: string } {
  let skip = token === undefined ? 0 : offsetOf(token)
  let room = most
  let left = 0
  const results = series.map(({ query, points }): MetricDataResult => {
    const skipped = Math.min(skip, points.length)
    const shown = points.slice(skipped, skipped + room)
    skip -= skipped
    room -= shown.length
    const remaining = points.length - skipped - shown.length
    left += remaining
    return {
      Id: query.Id,
      Label: query.Label ?? query.MetricStat?.Metric?.MetricName,
      Timestamps: shown.map(([at]) => new Date(at)),
      Values: shown.map(([, value]) => value),
      StatusCode: remaining > 0 ? 'PartialData' : 'Complete',
    }
  })
  const next = left > 0 ? { NextToken: btoa(String((token === undefined ? 0 : offsetOf(token)) + most)) } : {}
  return { MetricDataResults: results, Messages: [], ...next }
}

/** @throws AwsError InvalidNextToken */
function offsetOf(token: string): number {
  const offset = /^[A-Za-z0-9+/=]+$/.test(token) && token.length % 4 === 0 ? Number(atob(token)) : Number.NaN
  if (!Number.isInteger(offset)) throw new AwsError('InvalidNextToken', 'The NextToken is not valid')
  return offset
}

function check(input: GetMetricDataCommandInput, queries: MetricDataQuery[]): void {
  if (!(Number(input.StartTime) < Number(input.EndTime))) {
    invalid('The parameter StartTime must be less than the parameter EndTime.')
  }
  if (queries.length > MOST_QUERIES) {
    invalid(`The collection MetricDataQueries must not have a size greater than ${MOST_QUERIES}.`)
  }
  const { MaxDatapoints: most = MOST_POINTS } = input
  if (most < 1 || most > MOST_POINTS) {
    invalid(`The value ${most} for parameter MaxDatapoints is not in the range [1, ${MOST_POINTS}].`)
  }
  const ids = new Set(queries.map(({ Id }) => Id))
  if (ids.size < queries.length) invalid('The values for parameter id in MetricDataQueries are not unique.')
  for (const [index, query] of queries.entries()) checkQuery(query, `MetricDataQueries.member.${index + 1}`)
}

function checkQuery({ Id: id = '', Expression, MetricStat: stat }: MetricDataQuery, place: string): void {
  if (!/^[a-z]\w*$/.test(id)) {
    invalid(`The value ${id} for parameter ${place}.Id is not matched to the pattern ^[a-z][a-zA-Z0-9_]*$.`)
  }
  if (Expression !== undefined) {
    invalid(`Error in expression '${id}': metric math is not available in this simulator`)
  }
  if (!stat) return invalid(`The parameter ${place}.MetricStat is required.`)
  const { Stat: name = '', Period: period = 0 } = stat
  if (!isStatistic(name))
    invalid(`The value ${name} for parameter ${place}.MetricStat.Stat is not supported.`)
  if (!isPeriod(period)) {
    invalid(`Invalid period: ${period}. The parameter ${place}.MetricStat.Period must be a multiple of 60.`)
  }
}

function invalid(message: string): never {
  throw new AwsError('ValidationError', message)
}
