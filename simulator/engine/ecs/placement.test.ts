import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCluster, addDefinition, type OneContainer, siteIn } from '../../scenarios/building.ts'
import { createWorld } from '../../world/create.ts'
import type { ContainerInstanceRecord } from '../../world/ecs-tables.ts'
import type { RegionTables } from '../../world/world.ts'
import { registerInstance, setAgentConnected, setInstanceStatus } from './container-instances.ts'
import { choosePlace, type PlacementRequest } from './placement.ts'
import { runTasks } from './run-task.ts'

const app: OneContainer = { family: 'app', image: 'app:1', cpu: 256, memory: 512, port: 80 }

function clusterOf(zones: string[], instanceType = 't3.medium') {
  const world = createWorld({ id: 'w', scenario: 'test', seed: 7, now: 1_000_000 })
  const site = siteIn(world, 'us-east-1')
  const { region } = site
  const cluster = addCluster(site, 'c')
  const instances = zones.map((zone, index) =>
    registerInstance(world, region, {
      clusterArn: cluster.clusterArn,
      ec2InstanceId: `i-${index}`,
      privateIp: `10.0.0.${index + 10}`,
      availabilityZone: `us-east-1${zone}`,
      instanceType,
    }),
  )
  const request = (one: OneContainer, more: Partial<PlacementRequest> = {}): PlacementRequest => ({
    clusterArn: cluster.clusterArn,
    definition: addDefinition(site, one).definition,
    constraints: [],
    strategy: [],
    group: 'family:app',
    ...more,
  })
  const run = (one: OneContainer, count: number, more = {}) =>
    runTasks(world, region, {
      clusterArn: cluster.clusterArn,
      definition: addDefinition(site, one),
      count,
      launchType: 'EC2',
      ...more,
    })
  const place = (one: OneContainer, more: Partial<PlacementRequest> = {}) =>
    choosePlace(world, region, request(one, more))
  return { world, region, instances, place, run }
}

function idOfPlaced(placement: ReturnType<typeof choosePlace>): string | undefined {
  return 'instance' in placement ? placement.instance.ec2InstanceId : undefined
}

describe('what an instance must offer', () => {
  it('says that there is no instance at all', () => {
    expect(clusterOf([]).place(app)).toEqual({ refusal: 'no-instances' })
  })

  it.each([22, 2375, 2376, 51678, 51679, 51680])('never gives out the reserved port %i', (hostPort) => {
    expect(clusterOf(['a']).place({ ...app, hostPort })).toMatchObject({ refusal: 'port' })
  })

  it('holds one task a static host port, on each instance', () => {
    const { run } = clusterOf(['a', 'b'])
    const { tasks, failures } = run({ ...app, hostPort: 8080 }, 3)
    expect(tasks).toHaveLength(2)
    expect(new Set(tasks.map((task) => task.containerInstanceArn)).size).toBe(2)
    expect(failures).toMatchObject([{ reason: 'RESOURCE:PORTS' }])
  })

  it.each([
    [{ cpu: 4096 }, 'cpu', 'RESOURCE:CPU'],
    [{ memory: 99_999 }, 'memory', 'RESOURCE:MEMORY'],
  ])('refuses what is too big: %o', (size, refusal, reason) => {
    const { place, run } = clusterOf(['a'])
    expect(place({ ...app, ...size })).toMatchObject({ refusal })
    expect(run({ ...app, ...size }, 1).failures).toMatchObject([{ reason }])
  })

  it('refuses an instance without an attribute that the task needs', () => {
    const { instances, place } = clusterOf(['a'])
    delete instances[0]?.attributes['com.amazonaws.ecs.capability.logging-driver.awslogs']
    expect(place(app)).toMatchObject({ refusal: 'attribute' })
  })

  it('places nothing where the agent is away', () => {
    const { world, region, instances, place } = clusterOf(['a'])
    const [instance] = instances
    if (instance) setAgentConnected(world, region, instance, false)
    expect(place(app)).toMatchObject({ refusal: 'agent', closest: { ec2InstanceId: 'i-0' } })
  })

  it('places nothing on a draining instance', () => {
    const { world, region, instances, place } = clusterOf(['a', 'b'])
    const [instance] = instances
    if (instance) setInstanceStatus(world, region, instance, 'DRAINING')
    expect(idOfPlaced(place(app))).toBe('i-1')
  })

  it('names the instance that came closest', () => {
    const { run, place, instances } = clusterOf(['a', 'b'])
    run({ ...app, hostPort: 8080 }, 1)
    const [first, second] = instances
    // One lacks the port only, the other lacks memory already.
    const without = first?.ports.length ? second : first
    if (without) without.remaining.memory = 0
    expect(place({ ...app, hostPort: 8080 })).toMatchObject({
      refusal: 'port',
      closest: { containerInstanceArn: (without === first ? second : first)?.containerInstanceArn },
    })
  })
})

describe('which instance is preferred', () => {
  it('spreads over zones, then instances, unless told otherwise', () => {
    const { run } = clusterOf(['a', 'a', 'b'])
    const zones = run(app, 4).tasks.map((task) => task.availabilityZone)
    expect(zones.filter((zone) => zone === 'us-east-1a')).toHaveLength(2)
    expect(zones.filter((zone) => zone === 'us-east-1b')).toHaveLength(2)
  })

  it('binpack fills one instance before the next', () => {
    const { run } = clusterOf(['a', 'b', 'c'])
    const { tasks } = run(app, 5, { strategy: [{ type: 'binpack', field: 'memory' }] })
    expect(new Set(tasks.map((task) => task.containerInstanceArn)).size).toBe(1)
  })

  it('random uses more than one instance', () => {
    const { run } = clusterOf(['a', 'b', 'c'])
    const { tasks } = run(app, 10, { strategy: [{ type: 'random' }] })
    expect(new Set(tasks.map((task) => task.containerInstanceArn)).size).toBeGreaterThan(1)
  })

  it('keeps to memberOf and distinctInstance', () => {
    const { place, run } = clusterOf(['a', 'b'])
    const inB = [{ type: 'memberOf' as const, expression: 'attribute:ecs.availability-zone == us-east-1b' }]
    expect(idOfPlaced(place(app, { constraints: inB }))).toBe('i-1')
    const nowhere = [{ type: 'memberOf' as const, expression: 'attribute:ecs.instance-type =~ g4*' }]
    expect(place(app, { constraints: nowhere })).toMatchObject({ refusal: 'constraint' })
    expect(run(app, 3, { constraints: [{ type: 'distinctInstance' }] }).tasks).toHaveLength(2)
  })
})

describe('always', () => {
  const anyTask = fc.record({
    cpu: fc.integer({ min: 0, max: 1024 }),
    memory: fc.integer({ min: 6, max: 2048 }),
    hostPort: fc.option(fc.constantFrom(22, 80, 443, 8080, 9000), { nil: undefined }),
    count: fc.integer({ min: 1, max: 4 }),
  })

  it('remaining is registered less what is placed, and never negative; no port is taken twice', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 12 }), (wanted) => {
        const { region, instances, run } = clusterOf(['a', 'b', 'c'])
        for (const { count, hostPort, ...size } of wanted) {
          run({ ...app, ...size, ...(hostPort === undefined ? {} : { hostPort }) }, count)
        }
        for (const instance of instances) {
          const used = usedOn(instance, region)
          expect(instance.remaining.cpu).toBe(instance.registered.cpu - used.cpu)
          expect(instance.remaining.memory).toBe(instance.registered.memory - used.memory)
          expect(Math.min(instance.remaining.cpu, instance.remaining.memory)).toBeGreaterThanOrEqual(0)
          const ports = instance.ports.map((use) => `${use.port}/${use.protocol}`)
          expect(new Set(ports).size).toBe(ports.length)
          expect(ports).not.toContain('22/tcp')
        }
      }),
      { numRuns: 60 },
    )
  })
})

function usedOn(instance: ContainerInstanceRecord, region: RegionTables): { cpu: number; memory: number } {
  const used = { cpu: 0, memory: 0 }
  for (const task of Object.values(region.ecs.tasks)) {
    if (task.containerInstanceArn !== instance.containerInstanceArn) continue
    used.cpu += task.cpu
    used.memory += task.memory
  }
  return used
}
