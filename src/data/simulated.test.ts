/** Queries against the simulated AWS: the same code the page runs, over the wire formats of five services. */
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import { SdkHandler } from '../../simulator/adapters/sdk-handler.ts'
import { createSimulator, type Simulator } from '../../simulator/simulator.ts'
import { createAws, createLimiter } from '../aws/client.ts'
import type { Aws } from '../aws/context.ts'
import { logLocation } from '../core/ecs/log-location.ts'
import { AwsProblem } from '../core/problem.ts'
import { now } from '../lib/clock.ts'
import { callerIdentityQuery } from './account.ts'
import { capacityProvidersQuery } from './ecs/capacity-providers.ts'
import { clusterQuery, clustersQuery } from './ecs/clusters.ts'
import { containerInstanceQuery, containerInstancesQuery } from './ecs/container-instances.ts'
import { serviceDeploymentsQuery } from './ecs/service-deployments.ts'
import { ServiceFleet } from './ecs/service-fleet.ts'
import { serviceQuery } from './ecs/services.ts'
import { taskDefinitionQuery } from './ecs/task-definitions.ts'
import { taskQuery, tasksAge, tasksQuery } from './ecs/tasks.ts'
import { listenersQuery, rulesQuery } from './elb/listeners.ts'
import { loadBalancerQuery, loadBalancersQuery } from './elb/load-balancers.ts'
import {
  targetGroupAttributesQuery,
  targetGroupQuery,
  targetGroupsByArnQuery,
  targetGroupsQuery,
} from './elb/target-groups.ts'
import { targetHealthQuery } from './elb/target-health.ts'
import { logEventsQuery } from './logs/log-events.ts'
import { serviceMetricsQuery } from './metrics/service-metrics.ts'
import { targetGroupMetricsQuery, targetHealthCountsQuery } from './metrics/target-group-metrics.ts'
import { intervalBeforeData } from './polling.ts'

const present = now()
const hour = 3_600_000

interface Stage {
  aws: Aws
  simulator: Simulator
  key: string
  client: QueryClient
}

function stage(scenario = 'demo'): Stage {
  const simulator = createSimulator({ scenario, realNow: () => present })
  const { accessKeyId, secretAccessKey, sessionToken, config } = simulator.control.load()
  const aws = createAws({
    account: config.account,
    region: config.regions[0] ?? '',
    role: 'test',
    endpoint: config.endpoint,
    credentials: () => Promise.resolve({ accessKeyId, secretAccessKey, sessionToken }),
    requestHandler: new SdkHandler((request) => simulator.handle(request)),
    limiter: createLimiter(now, 1),
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: () => Promise.resolve(),
      now,
    },
  })
  return {
    aws,
    simulator,
    key: accessKeyId,
    client: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
  }
}

async function problemOf(promise: Promise<unknown>): Promise<AwsProblem> {
  const thrown: unknown = await promise.then(() => undefined).catch((error: unknown) => error)
  if (thrown instanceof AwsProblem) return thrown
  throw new Error(`expected an AwsProblem, got ${String(thrown)}`)
}

describe('the demo account', () => {
  const { aws, client } = stage()
  const withServices = async () => {
    const { items } = await client.fetchQuery(clustersQuery(aws))
    return items.filter(({ activeServices }) => activeServices > 0)
  }

  it('has clusters with services, described from the fleet down to a container', async () => {
    const clusters = await withServices()
    expect(clusters.length).toBeGreaterThan(0)
    for (const { name } of clusters) {
      expect((await client.fetchQuery(clusterQuery(aws, name))).name).toBe(name)
      const { items: tasks } = await client.fetchQuery(tasksQuery(aws, name, { desiredStatus: 'RUNNING' }))
      const [task] = tasks
      if (!task) continue
      expect(await client.fetchQuery(taskQuery(aws, name, task.id))).toMatchObject({ id: task.id })
      const definition = await client.fetchQuery(taskDefinitionQuery(aws, task.taskDefinitionArn))
      expect(definition.containers.map((one) => one.name)).toEqual(
        expect.arrayContaining(task.containers.map((one) => one.name)),
      )
      if (task.serviceName === undefined) continue
      const service = await client.fetchQuery(serviceQuery(aws, name, task.serviceName))
      expect(service.deployments.length).toBeGreaterThan(0)
      const history = await client.fetchQuery(serviceDeploymentsQuery(aws, name, service.arn))
      expect(history.failures).toEqual([])
    }
  })

  it('has container instances and capacity providers', async () => {
    const { items: clusters } = await client.fetchQuery(clustersQuery(aws))
    const withInstances = clusters.find(({ containerInstances }) => containerInstances > 0)
    const { items } = await client.fetchQuery(containerInstancesQuery(aws, withInstances?.name ?? ''))
    expect(items[0]?.tcpPortsInUse).toEqual(expect.arrayContaining([22, 2375, 2376, 51_678, 51_679, 51_680]))
    const one = await client.fetchQuery(
      containerInstanceQuery(aws, withInstances?.name ?? '', items[0]?.id ?? ''),
    )
    expect(one.clusterArn).toBe(withInstances?.arn)
    const names = clusters.flatMap(({ capacityProviders }) => capacityProviders)
    const providers = await client.fetchQuery(capacityProvidersQuery(aws, names))
    expect(new Set(providers.items.map(({ name }) => name))).toEqual(new Set(names))
  })

  it('has load balancers, listeners, rules, targets and their metrics', async () => {
    const [balancer] = await client.fetchQuery(loadBalancersQuery(aws))
    if (!balancer) throw new Error('no load balancer')
    expect(await client.fetchQuery(loadBalancerQuery(aws, balancer.name))).toEqual(balancer)
    const [listener] = await client.fetchQuery(listenersQuery(aws, balancer.arn))
    const rules = await client.fetchQuery(rulesQuery(aws, listener?.arn ?? ''))
    expect(rules.at(-1)?.priority).toBe('default')
    const groups = await client.fetchQuery(targetGroupsQuery(aws))
    const [group] = groups
    if (!group) throw new Error('no target group')
    expect(await client.fetchQuery(targetGroupQuery(aws, group.name))).toEqual(group)
    expect(await client.fetchQuery(targetGroupsByArnQuery(aws, [group.arn, group.arn]))).toEqual([group])
    expect((await client.fetchQuery(targetHealthQuery(aws, group.arn))).length).toBeGreaterThan(0)
    const attributes = await client.fetchQuery(targetGroupAttributesQuery(aws, group.arn))
    expect(attributes.deregistrationDelaySeconds).toBeGreaterThan(0)
    const range = { from: present - 3 * hour, to: present }
    const series = await client.fetchQuery(targetGroupMetricsQuery(aws, group.arn, balancer.arn, range))
    expect(series.find(({ label }) => label === 'RequestCount Sum')?.points.length).toBeGreaterThan(100)
    const pairs = groups.map(({ arn, loadBalancerArns }) => ({
      targetGroupArn: arn,
      loadBalancerArn: loadBalancerArns[0] ?? '',
    }))
    const counts = await client.fetchQuery(targetHealthCountsQuery(aws, pairs))
    expect(counts.some(({ healthy = 0 }) => healthy > 0)).toBe(true)
  })

  /** A running task of a service. */
  const ownedTask = async () => {
    const [cluster] = await withServices()
    const name = cluster?.name ?? ''
    const { items } = await client.fetchQuery(tasksQuery(aws, name, { desiredStatus: 'RUNNING' }))
    const task = items.find(({ serviceName }) => serviceName !== undefined)
    if (!task?.serviceName) throw new Error('no task of a service')
    return { ...task, cluster: name, serviceName: task.serviceName }
  }

  it('has a day of service metrics', async () => {
    const { cluster, serviceName } = await ownedTask()
    const range = { from: present - 24 * hour, to: present }
    const series = await client.fetchQuery(serviceMetricsQuery(aws, cluster, serviceName, range))
    expect(series.map(({ label }) => label)).toContain('CPUUtilization Average')
    expect(series[0]?.points.length).toBeGreaterThan(0)
  })

  it('has logs, the newest lines of which are shown', async () => {
    const task = await ownedTask()
    const definition = await client.fetchQuery(taskDefinitionQuery(aws, task.taskDefinitionArn))
    const [container] = definition.containers
    if (!container?.logConfiguration) throw new Error('no log')
    const where = logLocation(container.logConfiguration, { name: container.name }, task.id).location
    if (!where) throw new Error('no stream')
    const { events } = await client.fetchQuery(
      logEventsQuery(aws, where.group, [where.stream], { from: present - 24 * hour }),
    )
    expect(events.length).toBeGreaterThan(0)
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b))
  })

  it('knows whose it is', async () => {
    expect((await client.fetchQuery(callerIdentityQuery(aws))).account).toBe(aws.account)
  })
})

describe('trouble', () => {
  it.each([
    ['html', 'elbv2', 'unexpected', 'MalformedAnswer'],
    ['truncated', 'elbv2', 'unexpected', 'MalformedAnswer'],
    ['html', 'ecs', 'unexpected', 'MalformedAnswer'],
    ['truncated', 'ecs', 'unexpected', 'MalformedAnswer'],
    ['throttle', 'ecs', 'throttled', 'ThrottlingException'],
    ['throttle', 'elbv2', 'throttled', 'Throttling'],
    ['expired', 'ecs', 'signed-out', 'ExpiredTokenException'],
    ['expired', 'elbv2', 'signed-out', 'ExpiredToken'],
    ['cors-blocked', 'ecs', 'blocked', 'NetworkError'],
    ['reset-before', 'elbv2', 'blocked', 'NetworkError'],
  ])('%s of %s is %s', async (kind, service, expected, code) => {
    const { aws, simulator, key, client } = stage()
    simulator.control.fault({ key, kind, match: { service } })
    const query =
      service === 'ecs' ? client.fetchQuery(clustersQuery(aws)) : client.fetchQuery(targetGroupsQuery(aws))
    expect((await problemOf(query)).facts).toMatchObject({ kind: expected, code })
  })

  it.each(['ecs', 'elbv2'])('a denial by %s names action and policy type', async (service) => {
    const { aws, simulator, key, client } = stage()
    simulator.control.fault({
      key,
      kind: 'deny',
      match: { service },
      options: { policy: 'service control', explicit: true },
    })
    const query =
      service === 'ecs' ? client.fetchQuery(clustersQuery(aws)) : client.fetchQuery(targetGroupsQuery(aws))
    const action = service === 'ecs' ? 'ecs:ListClusters' : 'elasticloadbalancing:DescribeTargetGroups'
    expect((await problemOf(query)).facts).toMatchObject({
      kind: 'denied',
      action,
      policyType: 'service control',
    })
  })

  it('shows what could be described beside what could not', async () => {
    const { aws, simulator, key, client } = stage()
    simulator.control.fault({ key, kind: 'partial-failures', match: { operation: 'DescribeClusters' } })
    const { items, failures } = await client.fetchQuery(clustersQuery(aws))
    expect(items.length).toBeGreaterThan(0)
    expect(failures).toEqual([{ arn: expect.stringContaining(':cluster/') as string, reason: 'MISSING' }])
  })

  it('finds the right list through empty pages, and names tokens that lead in a circle', async () => {
    const { aws, simulator, key, client } = stage()
    const before = await client.fetchQuery(clustersQuery(aws))
    client.clear()
    simulator.control.fault({ key, kind: 'empty-page', times: 1, match: { operation: 'ListClusters' } })
    expect(await client.fetchQuery(clustersQuery(aws))).toEqual(before)
    client.clear()
    simulator.control.fault({ key, kind: 'repeated-token', match: { operation: 'ListClusters' } })
    expect(['RepeatedToken', 'EndlessPages']).toContain(
      (await problemOf(client.fetchQuery(clustersQuery(aws)))).facts.code,
    )
  })

  it('says that something is not there', async () => {
    const { aws, client } = stage()
    expect((await problemOf(client.fetchQuery(clusterQuery(aws, 'nothing')))).kind).toBe('not-found')
    expect((await problemOf(client.fetchQuery(targetGroupQuery(aws, 'nothing')))).kind).toBe('not-found')
    expect(
      (await problemOf(client.fetchQuery(tasksQuery(aws, 'nothing', { desiredStatus: 'RUNNING' })))).kind,
    ).toBe('not-found')
  })
})

describe('a fleet', () => {
  it('reads one page and its first rows, then everything', async () => {
    vi.useRealTimers()
    const { aws, simulator, key, client } = stage()
    const { items } = await client.fetchQuery(clustersQuery(aws))
    const cluster = items.toSorted((a, b) => b.activeServices - a.activeServices)[0]?.name ?? ''
    const pauses: (() => void)[] = []
    const held = {
      ...aws,
      ports: { ...aws.ports, sleep: () => new Promise<void>((done) => pauses.push(done)) },
    }
    const fleet = new ServiceFleet(held, cluster)
    const from = simulator.control.journal({ key }).length
    const detach = fleet.attach()
    await vi.waitFor(() => expect(fleet.get().status).toBe('ready'))
    const { total, knownCount } = fleet.get()
    expect(total).toBeGreaterThan(0)
    expect(knownCount).toBe(Math.min(50, total))
    const calls = JSON.stringify(simulator.control.journal({ key }).slice(from))
    expect(calls.match(/ListServices/g)?.length).toBe(1)
    pauses.forEach((done) => done())
    await vi.waitFor(() => expect(fleet.get()).toMatchObject({ listed: true, knownCount: total }))
    detach()
  })

  it('shows the first hundred tasks of many while the rest is read, and reads many no more often than it may', async () => {
    const { aws, client } = stage('big-fleet')
    const { items } = await client.fetchQuery(clustersQuery(aws))
    const cluster = items[0]?.name ?? ''
    const query = tasksQuery({ ...aws, limiter: createLimiter(now, 20) }, cluster, {
      desiredStatus: 'RUNNING',
    })
    const seen: { known: string[]; total: number }[] = []
    const stop = client.getQueryCache().subscribe(() => {
      const { items: known, reading } = client.getQueryData(query.queryKey) ?? { items: [] }
      if (reading && seen.at(-1)?.known.length !== known.length)
        seen.push({ known: known.map(({ arn }) => arn), total: reading.total })
      // Two steps say enough; the whole list takes 200 calls.
      if (seen.length === 2) void client.cancelQueries()
    })
    await client.fetchQuery(query).catch(() => undefined)
    stop()
    expect(seen.map(({ known }) => new Set(known).size)).toEqual([100, 600])
    expect(seen[1]?.total).toBeGreaterThan(5_000)
    expect(tasksAge(aws, 'RUNNING', 10_000)).toBeGreaterThan(15_000)
  }, 20_000)

  it('asks for the tasks of one instance only', async () => {
    const { aws, client } = stage()
    const { items: clusters } = await client.fetchQuery(clustersQuery(aws))
    const cluster = clusters.find(({ containerInstances }) => containerInstances > 1)?.name ?? ''
    const running = { desiredStatus: 'RUNNING' } as const
    const { items: all } = await client.fetchQuery(tasksQuery(aws, cluster, running))
    const [instance = ''] = all.flatMap(({ containerInstanceArn }) => containerInstanceArn ?? [])
    const here = all.filter(({ containerInstanceArn }) => containerInstanceArn === instance)
    const query = tasksQuery(aws, cluster, { ...running, containerInstance: instance })
    const { items } = await client.fetchQuery(query)
    expect(items.map(({ arn }) => arn).toSorted()).toEqual(here.map(({ arn }) => arn).toSorted())
    expect(items.length).toBeLessThan(all.length)
  })

  it('tries again soon when the first rows could not be had', async () => {
    const { aws, simulator, key } = stage()
    simulator.control.fault({ key, kind: 'server-error', match: { operation: 'ListServices' } })
    const pauses: number[] = []
    const sleep = (ms: number): Promise<void> => {
      pauses.push(ms)
      return ms < 5_000 ? Promise.resolve() : new Promise<void>(() => undefined)
    }
    const fleet = new ServiceFleet({ ...aws, ports: { ...aws.ports, sleep } }, 'any')
    const detach = fleet.attach()
    await vi.waitFor(() => expect(fleet.get()).toMatchObject({ status: 'failed', fetching: false }))
    await vi.waitFor(() => expect(pauses.filter(Boolean)).toEqual([10_000, 2_000, 4_000, 8_000]))
    detach()
  })

  it('reads the rows again for someone who comes back after a while, and sweeps no more often for it', async () => {
    const { aws, simulator, key, client } = stage()
    const { items } = await client.fetchQuery(clustersQuery(aws))
    const cluster = items.find(({ activeServices }) => activeServices > 0)?.name ?? ''
    const pauses: number[] = []
    const sleep = (ms: number): Promise<void> => {
      pauses.push(ms)
      return ms < 5_000 ? Promise.resolve() : new Promise<void>(() => undefined)
    }
    const fleet = new ServiceFleet({ ...aws, ports: { ...aws.ports, sleep } }, cluster)
    const leave = fleet.attach()
    await vi.waitFor(() => expect(pauses.some((ms) => ms > 50_000)).toBe(true))
    leave()
    const from = simulator.control.journal({ key }).length
    pauses.length = 0
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 30_000)
    const leaveAgain = fleet.attach()
    await vi.waitFor(() => expect(pauses.some((ms) => ms > 20_000 && ms < 40_000)).toBe(true))
    leaveAgain()
    clock.mockRestore()
    const calls = JSON.stringify(simulator.control.journal({ key }).slice(from))
    expect(calls.match(/ListServices/g)?.length).toBe(1)
  })

  it('keeps the last good rows beside a problem, and recovers', async () => {
    const { aws, simulator, key, client } = stage()
    const { items } = await client.fetchQuery(clustersQuery(aws))
    const cluster = items.find(({ activeServices }) => activeServices > 0)?.name ?? ''
    const held = {
      ...aws,
      ports: {
        ...aws.ports,
        sleep: (ms: number) => (ms < 1_000 ? Promise.resolve() : new Promise<void>(() => undefined)),
      },
    }
    const fleet = new ServiceFleet(held, cluster)
    const detach = fleet.attach()
    await vi.waitFor(() => expect(fleet.get().status).toBe('ready'))
    const { knownCount } = fleet.get()
    simulator.control.fault({ key, kind: 'server-error', match: { service: 'ecs' } })
    fleet.refresh()
    await vi.waitFor(() => expect(fleet.get().problem?.kind).toBe('unexpected'))
    expect(fleet.get()).toMatchObject({ status: 'ready', knownCount })
    simulator.control.clear({ key })
    fleet.refresh()
    await vi.waitFor(() => expect(fleet.get().problem).toBeUndefined())
    detach()
  })
})

const failed = (kind: 'unexpected' | 'denied', code = 'X'): AwsProblem =>
  new AwsProblem({ kind, code, message: '', operation: 'ecs:ListServices', attempts: 3 })

describe('what could never be read', () => {
  it('is tried again soon after AWS itself failed, and less and less often', () => {
    const waits = [1, 2, 3, 4, 9].map((failures) =>
      intervalBeforeData(failed('unexpected'), failures, 15_000),
    )
    expect(waits).toEqual([2_000, 4_000, 8_000, 15_000, 15_000])
  })

  it('is not hurried where the answer will be the same', () => {
    expect(intervalBeforeData(failed('denied'), 1, 15_000)).toBe(300_000)
    expect(intervalBeforeData(failed('unexpected', 'RepeatedToken'), 1, 15_000)).toBe(15_000)
    expect(intervalBeforeData(undefined, 0, 15_000)).toBe(15_000)
  })
})
