import {
  ListMetrics$,
  type DimensionFilter,
  type ListMetricsCommandInput,
  type ListMetricsCommandOutput,
} from '@aws-sdk/client-cloudwatch'
import { allMetrics } from '../../engine/metrics/catalog.ts'
import type { MetricId } from '../../engine/metrics/read.ts'
import { AwsError, operation } from '../../operation.ts'

const PAGE = 500

/** The metrics that exist, by namespace, name and dimensions (a filter without a value asks only for the dimension). */
export const ListMetrics = operation<ListMetricsCommandInput, ListMetricsCommandOutput>(
  ListMetrics$,
  (input, { world, region }) => {
    const found = allMetrics(world, region).filter((metric) => matches(metric, input))
    const start = input.NextToken === undefined ? 0 : startOf(input.NextToken)
    const shown = found.slice(start, start + PAGE).map(({ namespace, name, dimensions }) => ({
      Namespace: namespace,
      MetricName: name,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
    }))
    const more = start + PAGE < found.length
    return { Metrics: shown, NextToken: more ? btoa(String(start + PAGE)) : undefined }
  },
)

function matches({ namespace, name, dimensions }: MetricId, input: ListMetricsCommandInput): boolean {
  if (input.Namespace !== undefined && input.Namespace !== namespace) return false
  if (input.MetricName !== undefined && input.MetricName !== name) return false
  return (input.Dimensions ?? []).every((filter) => has(dimensions, filter))
}

function has(dimensions: Record<string, string>, { Name = '', Value }: DimensionFilter): boolean {
  return Value === undefined ? Name in dimensions : dimensions[Name] === Value
}

/** @throws AwsError InvalidParameterValue */
function startOf(token: string): number {
  const start = /^[A-Za-z0-9+/=]+$/.test(token) && token.length % 4 === 0 ? Number(atob(token)) : Number.NaN
  if (!Number.isInteger(start)) throw new AwsError('InvalidParameterValue', 'Invalid nextToken')
  return start
}
