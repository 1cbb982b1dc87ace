import { describe, expect, it } from 'vitest'
import {
  addCluster,
  addDefinition,
  addGroup,
  addService,
  imageOf,
  type OneContainer,
  siteIn,
} from '../../scenarios/building.ts'
import { createWorld } from '../../world/create.ts'
import type { ServiceRecord } from '../../world/ecs-tables.ts'
import type { ImageBehaviour } from '../../world/traffic-tables.ts'
import { advanceTo } from '../advance.ts'
import { forward } from '../elb/actions.ts'
import { createListener, createLoadBalancer, createTargetGroup } from '../elb/build.ts'
import { endpointAt } from '../endpoints.ts'
import { idOf } from './arns.ts'
import { setDesiredCapacity } from './auto-scaling.ts'
import { setAgentConnected, setInstanceStatus } from './container-instances.ts'
import { runTasks } from './run-task.ts'
import { updateService } from './services.ts'
import { stopTask } from './task-stop.ts'

const ec2: OneContainer = { family: 'app', image: 'app:1', cpu: 256, memory: 512, port: 3000 }
const fargate: OneContainer = { ...ec2, networkMode: 'awsvpc' }
const minute = 60_000

/** A cluster of `size` instances that have booted, and a target group behind a load balancer. */
function cluster(size: number, behaviour: ImageBehaviour = {}, targetType: 'instance' | 'ip' = 'instance') {
  const world = createWorld({ id: 'w', scenario: 'test', seed: 5, now: Date.UTC(2026, 0, 1) })
  const site = siteIn(world, 'us-east-1')
  const { region, subnets } = site
  const record = addCluster(site, 'c')
  if (size > 0) addGroup(site, record, { instanceType: 't3.medium', size })
  world.images[imageOf(site, 'app:1')] = behaviour
  const { loadBalancerArn } = createLoadBalancer(world, region.name, { name: 'alb', subnets })
  const { targetGroupArn } = createTargetGroup(world, region.name, {
    name: 'tg',
    targetType,
    healthCheck: { intervalSeconds: 10 },
    attributes: { 'deregistration_delay.timeout_seconds': '60' },
  })
  createListener(world, region.name, { loadBalancerArn, defaultActions: [forward(targetGroupArn)] })
  const wait = (ms: number): void => advanceTo(world, world.now + ms)
  wait(2 * minute)
  const serve = (one: OneContainer, options: Partial<Parameters<typeof addService>[3]> = {}) =>
    addService(site, record, addDefinition(site, one), { desiredCount: 1, ...options })
  const tasks = () => Object.values(region.ecs.tasks)
  const running = () => tasks().filter((task) => task.lastStatus === 'RUNNING')
  const instances = () => Object.values(region.ecs.containerInstances)
  const targets = () => Object.values(region.elb.targetGroups[targetGroupArn]?.targets ?? {})
  return { world, site, region, record, targetGroupArn, wait, serve, tasks, running, instances, targets }
}

function messages(service: ServiceRecord): string[] {
  return service.events.map((event) => event.message)
}

describe('a service on EC2', () => {
  it('behind a load balancer: dynamic ports, registered, healthy, steady', () => {
    const { world, wait, serve, running, targets, targetGroupArn } = cluster(1)
    const service = serve(ec2, { desiredCount: 2, targetGroupArn })
    wait(2 * minute)
    const ports = running().flatMap(
      (task) => task.containers[0]?.networkBindings.map((one) => one.hostPort) ?? [],
    )
    expect(new Set(ports).size).toBe(2)
    expect(ports.every((port) => port >= 32_768 && port <= 65_535)).toBe(true)
    expect(targets().map(({ port, state }) => ({ port, state }))).toEqual(
      expect.arrayContaining(ports.map((port) => ({ port, state: 'healthy' }))),
    )
    const [first] = targets()
    expect(endpointAt(world, 'us-east-1', first?.id ?? '', first?.port ?? 0)?.container?.name).toBe('app')
    const ids = Object.fromEntries(running().map((task) => [idOf(task.taskArn), task]))
    expect(messages(service).toReversed()).toEqual([
      `(service app) has started 2 tasks: ${Object.keys(ids)
        .map((id) => `(task ${id})`)
        .join(' ')}.`,
      ...messages(service).filter((text) =>
        /^\(service app\) registered \d targets in \(target-group arn:/.test(text),
      ),
      `(service app) (deployment ${service.deployments[0]?.id}) deployment completed.`,
      '(service app) has reached a steady state.',
    ])
  })

  it('with a static host port cannot be deployed beside itself, says why, and goes on when an instance joins', () => {
    const { world, region, wait, serve, running, instances } = cluster(2)
    const service = serve({ ...ec2, hostPort: 8080 }, { desiredCount: 2 })
    wait(minute)
    updateService(world, region, service, { forceNewDeployment: true })
    wait(10 * minute)
    expect(service.deployments.map((one) => one.rolloutState)).toEqual(['IN_PROGRESS', 'COMPLETED'])
    const [stuck = '', ...others] = messages(service)
    const closest = instances().find((one) => stuck.includes(idOf(one.containerInstanceArn)))
    expect(stuck).toBe(
      `(service app) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance ${idOf(closest?.containerInstanceArn ?? '')}) is already using a port required by your task. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`,
    )
    expect(others.filter((text) => text.includes('unable to place'))).toEqual([])
    expect(running()).toHaveLength(2)
    const [group] = Object.values(region.autoScalingGroups)
    if (group) setDesiredCapacity(world, region, group, 3)
    wait(10 * minute)
    expect(service.deployments.map((one) => one.rolloutState)).toEqual(['COMPLETED'])
    expect(messages(service)[0]).toBe('(service app) has reached a steady state.')
  })

  it('waits for instances when there are none', () => {
    const { wait, serve } = cluster(0)
    const service = serve(ec2)
    wait(minute)
    expect(messages(service)[0]).toContain(
      'met all of its requirements. Reason: No Container Instances were found in your cluster.',
    )
  })

  it('leaves a draining instance without going below its minimum; other tasks stay', () => {
    const { world, region, record, site, wait, serve, running, tasks, instances } = cluster(2)
    const service = serve(ec2, { desiredCount: 2 })
    runTasks(world, region, {
      clusterArn: record.clusterArn,
      definition: addDefinition(site, { ...ec2, family: 'job' }),
      count: 2,
      launchType: 'EC2',
    })
    wait(minute)
    const [drained, other] = instances()
    if (drained) setInstanceStatus(world, region, drained, 'DRAINING')
    for (let second = 0; second < 60; second += 1) {
      wait(1000)
      expect(running().filter((task) => task.serviceArn).length).toBeGreaterThanOrEqual(2)
    }
    const homes = running().map(
      (task) => `${task.group} ${task.containerInstanceArn === other?.containerInstanceArn}`,
    )
    expect(homes.toSorted()).toEqual([
      'family:job false',
      'family:job true',
      'service:app true',
      'service:app true',
    ])
    expect(tasks().filter((task) => task.stopCode === 'ServiceSchedulerInitiated')).toHaveLength(1)
    expect(messages(service)[0]).toBe('(service app) has reached a steady state.')
  })

  it('runs one daemon on each instance, also on new ones', () => {
    const { world, region, wait, serve, running } = cluster(2)
    const service = serve({ ...ec2, networkMode: 'host', port: 9100 }, { schedulingStrategy: 'DAEMON' })
    wait(minute)
    expect(service.desiredCount).toBe(2)
    const [group] = Object.values(region.autoScalingGroups)
    if (group) setDesiredCapacity(world, region, group, 4)
    wait(4 * minute)
    expect(new Set(running().map((task) => task.containerInstanceArn)).size).toBe(4)
    updateService(world, region, service, { forceNewDeployment: true })
    wait(4 * minute)
    expect(service.deployments).toMatchObject([{ rolloutState: 'COMPLETED', desiredCount: 4 }])
    expect(running()).toHaveLength(4)
  })

  it('places nothing where the agent is away, and does once it is back', () => {
    const { world, region, wait, serve, instances, running } = cluster(1)
    const [instance] = instances()
    if (instance) setAgentConnected(world, region, instance, false)
    const service = serve(ec2)
    wait(minute)
    expect(messages(service)[0]).toContain('encountered error "AGENT"')
    if (instance) setAgentConnected(world, region, instance, true)
    wait(minute)
    expect(running()).toHaveLength(1)
  })

  it('grows its Auto Scaling group by managed scaling until its tasks have room', () => {
    const { world, region, wait, serve, running, instances } = cluster(1)
    const [provider] = Object.values(region.ecs.capacityProviders)
    if (provider) provider.managedScaling = { status: 'ENABLED', targetCapacity: 100 }
    const capacityProviderStrategy = [{ capacityProvider: provider?.name, weight: 1 }]
    const service = serve({ ...ec2, memory: 3000 }, { desiredCount: 2, capacityProviderStrategy })
    wait(10 * minute)
    expect(instances()).toHaveLength(2)
    expect(running().map((task) => task.capacityProviderName)).toEqual([provider?.name, provider?.name])
    expect(service.launchType).toBeUndefined()
    updateService(world, region, service, { desiredCount: 9 })
    wait(60 * minute)
    // Its largest size is twice the first.
    expect(instances()).toHaveLength(2)
    expect(messages(service)[0]).toContain('has insufficient memory available')
  })

  it('shrinks by draining before it terminates', () => {
    const { world, region, wait, serve, instances, running } = cluster(3)
    serve(ec2, { desiredCount: 3 })
    wait(minute)
    const [group] = Object.values(region.autoScalingGroups)
    if (group) setDesiredCapacity(world, region, group, 1)
    wait(5 * minute)
    expect(instances()).toHaveLength(1)
    expect(running().map((task) => task.containerInstanceArn)).toEqual(
      Array(3).fill(instances()[0]?.containerInstanceArn),
    )
  })
})

describe('the life of a Fargate task', () => {
  it('goes through every state up and down, and is forgotten an hour later', () => {
    const { world, region, wait, serve, tasks, targets, targetGroupArn } = cluster(0, {}, 'ip')
    const service = serve(fargate, { targetGroupArn })
    const seen: string[] = []
    const look = (): void => {
      const status = tasks()[0]?.lastStatus ?? 'forgotten'
      if (seen.at(-1) !== status) seen.push(status)
    }
    const watch = (ms: number): void => {
      for (let passed = 0; passed < ms; passed += 250) {
        wait(250)
        look()
      }
    }
    watch(2 * minute)
    const [task] = tasks()
    expect(targets()).toMatchObject([{ id: task?.network?.privateIp, port: 3000, state: 'healthy' }])
    updateService(world, region, service, { desiredCount: 0 })
    watch(2 * minute)
    wait(61 * minute)
    look()
    expect(seen).toEqual([
      'forgotten',
      'PROVISIONING',
      'PENDING',
      'ACTIVATING',
      'RUNNING',
      'DEACTIVATING',
      'STOPPING',
      'DEPROVISIONING',
      'STOPPED',
      'forgotten',
    ])
    expect(task).toMatchObject({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: `Scaling activity initiated by (deployment ${service.deployments[0]?.id})`,
      containers: [{ exitCode: 0, lastStatus: 'STOPPED' }],
    })
    const times = [
      task?.createdAt,
      task?.connectedAt,
      task?.pullStartedAt,
      task?.pullStoppedAt,
      task?.startedAt,
      task?.stoppingAt,
      task?.executionStoppedAt,
      task?.stoppedAt,
    ]
    expect(times).toEqual(times.toSorted((a, b) => (a ?? 0) - (b ?? 0)))
    expect(targets()).toEqual([])
  })

  it.each<[string, ImageBehaviour, object]>([
    [
      'an image that is not there',
      { pullError: 'CannotPullContainerError: not found' },
      { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotPullContainerError: not found' },
    ],
    [
      'a crash',
      { exit: { afterMs: 3000, code: 3 } },
      {
        stopCode: 'EssentialContainerExited',
        stoppedReason: 'Essential container in task exited',
        containers: [{ exitCode: 3 }],
      },
    ],
    [
      'memory running out',
      { exit: { afterMs: 3000, code: 0, outOfMemory: true } },
      {
        containers: [{ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
      },
    ],
    [
      'a failing container health check',
      { healthCommand: 'UNHEALTHY' },
      {
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Task failed container health checks',
        healthStatus: 'UNHEALTHY',
      },
    ],
  ])('ends with %s, and is replaced', (_, behaviour, expected) => {
    const { wait, serve, tasks } = cluster(0, behaviour)
    const healthCheck = { command: ['CMD-SHELL', 'true'], interval: 5, retries: 2 }
    const service = serve({ ...fargate, container: { healthCheck } })
    wait(4 * minute)
    const stopped = tasks().filter((task) => task.lastStatus === 'STOPPED')
    expect(stopped.length).toBeGreaterThan(1)
    expect(stopped[0]).toMatchObject(expected)
    expect(service.deployments[0]?.failedTasks).toBeGreaterThan(1)
  })

  it('is replaced when its target is unhealthy, but not within the grace period', () => {
    const { wait, serve, tasks, targetGroupArn } = cluster(
      0,
      { http: { '/': { status: 500, latencyMs: 5 } } },
      'ip',
    )
    const service = serve(fargate, { targetGroupArn, healthCheckGracePeriodSeconds: 120 })
    wait(2 * minute)
    expect(tasks()).toMatchObject([{ lastStatus: 'RUNNING' }])
    wait(minute)
    const [first] = tasks()
    const reason = `Task failed ELB health checks in (target-group ${targetGroupArn})`
    expect(first).toMatchObject({ desiredStatus: 'STOPPED', stoppedReason: reason })
    expect(messages(service)).toContain(
      `(service app) (task ${idOf(first?.taskArn ?? '')}) (port 3000) is unhealthy in (target-group ${targetGroupArn}) due to (reason Health checks failed with these codes: [500])`,
    )
    expect(messages(service)).toContain('(service app) has begun draining connections on 1 tasks.')
    expect(messages(service)).toContain(
      `(service app) deregistered 1 targets in (target-group ${targetGroupArn})`,
    )
  })

  it('is replaced when a person stops it; that is no failure', () => {
    const { world, region, wait, serve, running } = cluster(0)
    const service = serve(fargate)
    wait(minute)
    const [task] = running()
    if (task) stopTask(world, region, task, { code: 'UserInitiated', reason: 'restarted by hand' })
    wait(minute)
    expect(running()).toHaveLength(1)
    expect(running()[0]).not.toBe(task)
    expect(service.deployments[0]?.failedTasks).toBe(0)
  })
})

it('the same seed gives the same world', () => {
  expect(aWorld()).toBe(aWorld())
})

function aWorld(): string {
  const { world, serve, wait, targetGroupArn } = cluster(2)
  serve(ec2, { desiredCount: 3, targetGroupArn })
  wait(10 * minute)
  return JSON.stringify(world)
}
