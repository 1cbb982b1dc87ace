import {
  GetMetricStatistics$,
  type Datapoint,
  type GetMetricStatisticsCommandInput,
  type GetMetricStatisticsCommandOutput,
} from '@aws-sdk/client-cloudwatch'
import { isStatistic, statistic } from '../../engine/metrics/statistics.ts'
import { windowOf } from '../../engine/metrics/window.ts'
import { AwsError, operation } from '../../operation.ts'
import { isPeriod, periodsOf, toDimensions } from './period-data.ts'
import { unitOf } from './unit.ts'

const MOST_POINTS = 1440

/** Statistics of one metric; what command lines and older tools use. */
export const GetMetricStatistics = operation<
  GetMetricStatisticsCommandInput,
  GetMetricStatisticsCommandOutput
>(GetMetricStatistics$, (input, { world, region }) => {
  const { MetricName: name = '', Namespace: namespace = '', Period: period = 0 } = input
  const [from, to] = [Number(input.StartTime), Number(input.EndTime)]
  check(input, from, to, period)
  const metric = { namespace, name, dimensions: toDimensions(input.Dimensions) }
  const periods = periodsOf(windowOf(world, region, from, to), metric, period)
  const Datapoints = periods.map(([start, data]): Datapoint => {
    const values = (input.Statistics ?? []).map((stat) => [stat, statistic(stat, data)])
    const extended = (input.ExtendedStatistics ?? []).map((stat) => [stat, statistic(stat, data)])
    return {
      Timestamp: new Date(start),
      ...Object.fromEntries(values),
      ...(extended.length > 0 ? { ExtendedStatistics: Object.fromEntries(extended) } : {}),
      Unit: unitOf(name),
    }
  })
  return { Label: name, Datapoints }
})

function check(input: GetMetricStatisticsCommandInput, from: number, to: number, period: number): void {
  const wanted = [...(input.Statistics ?? []), ...(input.ExtendedStatistics ?? [])]
  if (!(from < to)) {
    throw new AwsError(
      'InvalidParameterCombination',
      'The parameter StartTime must be less than the parameter EndTime.',
    )
  }
  if (!isPeriod(period)) {
    throw new AwsError('InvalidParameterValue', 'The parameter Period must be a multiple of 60.')
  }
  if (wanted.length === 0) {
    const message = 'At least one of the parameters Statistics and ExtendedStatistics must be specified.'
    throw new AwsError('InvalidParameterCombination', message)
  }
  const wrong = wanted.find((name) => !isStatistic(name))
  if (wrong !== undefined) {
    throw new AwsError(
      'InvalidParameterValue',
      `The value ${wrong} for parameter Statistics is not supported.`,
    )
  }
  const points = Math.ceil((to - from) / 1000 / period)
  if (points > MOST_POINTS) {
    throw new AwsError(
      'InvalidParameterCombination',
      `You have requested up to ${points.toLocaleString('en')} datapoints, which exceeds the limit of 1,440. ` +
        'You may reduce the datapoints requested by increasing Period, or decreasing the time range.',
    )
  }
}
