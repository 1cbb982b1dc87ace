import {
  CloudWatchClient,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  type MetricDataQuery,
  paginateGetMetricData,
} from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { advanceTo } from '../../engine/advance.ts'
import { webService } from '../../engine/elb/testing-service.ts'
import { REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import type { World } from '../../world/world.ts'
import { updateService } from '../../engine/ecs/services.ts'
import { regionOf } from '../../world/create.ts'

const HOUR = 3_600_000
const SERVICE = { ClusterName: 'main', ServiceName: 'web' }

function made(behaviour: ImageBehaviour = {}): { world: World; client: CloudWatchClient } {
  const world = testingWorld()
  webService(world, behaviour)
  advanceTo(world, START + 3 * HOUR)
  const client = new CloudWatchClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(world) })),
    maxAttempts: 1,
  })
  return { world, client }
}

function query(
  Namespace: string,
  MetricName: string,
  dimensions: Record<string, string>,
  Stat = 'Average',
  Period = 300,
): MetricDataQuery {
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }))
  return { Id: 'q1', MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period, Stat } }
}

const RANGE = { StartTime: new Date(START + HOUR), EndTime: new Date(START + 2 * HOUR) }

test('CPU of a service follows its requests; newest first; SampleCount counts tasks', async () => {
  const { client } = made({ cpuIdle: 0.05, cpuPerRps: 0.04 })
  const get = async (Stat: string) =>
    client.send(
      new GetMetricDataCommand({
        ...RANGE,
        MetricDataQueries: [query('AWS/ECS', 'CPUUtilization', SERVICE, Stat, 60)],
      }),
    )
  const { MetricDataResults: [result] = [] } = await get('Average')
  expect(result).toMatchObject({ Id: 'q1', Label: 'CPUUtilization', StatusCode: 'Complete' })
  expect(result?.Timestamps).toHaveLength(60)
  expect(result?.Timestamps?.[0]).toEqual(new Date(START + 2 * HOUR - 60_000))
  // 5 requests a second reach each task: 5 % at rest and 4 % for each.
  const values = result?.Values ?? []
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  expect(mean).toBeGreaterThan(23)
  expect(mean).toBeLessThan(27)
  const { MetricDataResults: [samples] = [] } = await get('SampleCount')
  expect(new Set(samples?.Values)).toEqual(new Set([2]))
})

test('memory is 60 % of the limit where the image says nothing', async () => {
  const { client } = made()
  const answer = await client.send(
    new GetMetricDataCommand({
      ...RANGE,
      MetricDataQueries: [query('AWS/ECS', 'MemoryUtilization', SERVICE)],
    }),
  )
  for (const value of answer.MetricDataResults?.[0]?.Values ?? []) {
    expect(value).toBeGreaterThan(58)
    expect(value).toBeLessThan(62)
  }
  expect(answer.MetricDataResults?.[0]?.Values).toHaveLength(12)
})

test('a service without running tasks has no utilisation from then on', async () => {
  const { world, client } = made()
  const region = regionOf(world, REGION)
  const service = Object.values(region.ecs.services)[0]
  if (!service) throw new Error('no service')
  updateService(world, region, service, { desiredCount: 0 })
  advanceTo(world, START + 5 * HOUR)
  const answer = await client.send(
    new GetMetricDataCommand({
      StartTime: new Date(START + 2 * HOUR),
      EndTime: new Date(START + 5 * HOUR),
      ScanBy: 'TimestampAscending',
      MetricDataQueries: [query('AWS/ECS', 'CPUUtilization', SERVICE)],
    }),
  )
  const times = answer.MetricDataResults?.[0]?.Timestamps ?? []
  expect(times[0]).toEqual(new Date(START + 2 * HOUR))
  expect(Number(times.at(-1))).toBeLessThan(START + 3 * HOUR + 10 * 60_000)
})

test('pages of MaxDatapoints give every point once', async () => {
  const { client } = made()
  const input = {
    ...RANGE,
    MetricDataQueries: [
      query('AWS/ECS', 'CPUUtilization', SERVICE, 'Average', 60),
      { ...query('AWS/ECS', 'MemoryUtilization', SERVICE, 'p90', 60), Id: 'q2', Label: 'memory' },
      { ...query('AWS/ECS', 'Nothing', SERVICE), Id: 'q3' },
    ],
  }
  const whole = await client.send(new GetMetricDataCommand(input))
  const found: Record<string, number[]> = { q1: [], q2: [], q3: [] }
  const codes: (string | undefined)[] = []
  for await (const page of paginateGetMetricData({ client }, { ...input, MaxDatapoints: 50 })) {
    for (const { Id = '', Values = [] } of page.MetricDataResults ?? []) found[Id]?.push(...Values)
    codes.push(page.MetricDataResults?.[0]?.StatusCode)
  }
  expect(found).toEqual(
    Object.fromEntries(whole.MetricDataResults?.map(({ Id = '', Values }) => [Id, Values]) ?? []),
  )
  expect(codes).toEqual(['PartialData', 'Complete', 'Complete'])
  expect(found.q1).toHaveLength(60)
  expect(found.q3).toEqual([])
})

test('longer periods are made of the same minutes', async () => {
  const { client } = made()
  const list = await client.send(
    new ListMetricsCommand({ Namespace: 'AWS/ApplicationELB', MetricName: 'RequestCount' }),
  )
  const Dimensions = list.Metrics?.find(({ Dimensions: all }) => all?.length === 2)?.Dimensions
  const sums = async (Period: number): Promise<number> => {
    const { Datapoints = [] } = await client.send(
      new GetMetricStatisticsCommand({
        ...RANGE,
        Namespace: 'AWS/ApplicationELB',
        MetricName: 'RequestCount',
        Dimensions,
        Period,
        Statistics: ['Sum'],
      }),
    )
    expect(Datapoints).toHaveLength(3600 / Period)
    return Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0)
  }
  const minutes = await sums(60)
  expect(minutes).toBeGreaterThan(34_000)
  expect(await sums(300)).toBe(minutes)
  expect(await sums(3600)).toBe(minutes)
})

test('ListMetrics filters by dimension name and value', async () => {
  const { client } = made()
  const names = async (Dimensions: { Name: string; Value?: string }[]) => {
    const { Metrics = [] } = await client.send(new ListMetricsCommand({ Dimensions }))
    return new Set(Metrics.map(({ MetricName }) => MetricName))
  }
  expect(await names([{ Name: 'ServiceName' }])).toEqual(new Set(['CPUUtilization', 'MemoryUtilization']))
  expect(await names([{ Name: 'ServiceName', Value: 'other' }])).toEqual(new Set())
  expect(await names([{ Name: 'TargetGroup' }])).toContain('HealthyHostCount')
})

test.each([
  [{ EndTime: new Date(START) }, 'StartTime must be less than'],
  [{ MaxDatapoints: 0 }, 'MaxDatapoints is not in the range'],
  [{ MetricDataQueries: [{ Id: 'e', Expression: 'm1/2' }] }, 'metric math'],
  [{ MetricDataQueries: [{ ...query('a', 'b', {}), Id: 'Upper' }] }, 'not matched to the pattern'],
  [{ MetricDataQueries: [query('a', 'b', {}), query('a', 'b', {})] }, 'not unique'],
  [{ MetricDataQueries: [query('a', 'b', {}, 'Median')] }, 'Median'],
  [{ MetricDataQueries: [query('a', 'b', {}, 'Sum', 90)] }, 'Invalid period'],
])('%j is refused: %s', async (change, message) => {
  const { client } = made()
  const input = { ...RANGE, MetricDataQueries: [query('AWS/ECS', 'CPUUtilization', SERVICE)], ...change }
  await expect(client.send(new GetMetricDataCommand(input))).rejects.toMatchObject({
    name: expect.stringMatching(/^Validation(Error|Exception)$/),
    message: expect.stringContaining(message),
  })
})
