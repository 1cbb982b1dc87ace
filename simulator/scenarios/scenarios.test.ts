import { describe, expect, it } from 'vitest'
import { advanceTo } from '../engine/advance.ts'
import { countTasks } from '../engine/ecs/counts.ts'
import { tasksOfService } from '../engine/ecs/ecs-index.ts'
import { eventsOf } from '../engine/ecs/service-events.ts'
import { createWorld, regionOf } from '../world/create.ts'
import type { ServiceRecord } from '../world/ecs-tables.ts'
import type { World } from '../world/world.ts'
import { findScenario, scenarios } from './registry.ts'

const now = Date.UTC(2026, 10, 20, 6)
const minute = 60_000

function build(name: string, seed = 1): World {
  const world = createWorld({ id: 'w', scenario: name, seed, now })
  findScenario(name)?.build(world)
  return world
}

function service(world: World, name: string, region = 'ap-northeast-2'): ServiceRecord {
  const found = Object.values(regionOf(world, region).ecs.services).find((one) => one.serviceName === name)
  if (!found) throw new Error(`no service ${name}`)
  return found
}

function targets(world: World, name: string, region = 'ap-northeast-2') {
  const { targetGroups } = regionOf(world, region).elb
  const group = Object.values(targetGroups).find((one) => one.name === name)
  return Object.values(group?.targets ?? {})
}

// The big fleet is built in the same way, but is too much to compare letter by letter.
const small = scenarios.map((scenario) => scenario.name).filter((name) => name !== 'big-fleet')

describe.each(small)('%s', (name) => {
  it('starts at the wanted moment, with an empty journal, and is JSON', () => {
    const world = build(name)
    expect(world.now).toBe(now)
    expect(world.journal).toEqual([])
    const copy = structuredClone(world)
    expect(JSON.parse(JSON.stringify(world))).toEqual(copy)
  })

  it('is the same for the same seed', () => {
    expect(JSON.stringify(build(name, 9))).toBe(JSON.stringify(build(name, 9)))
  })

  it('goes on alike from a saved copy, which has no look-ups made yet', () => {
    const world = build(name)
    const copy: World = JSON.parse(JSON.stringify(world))
    for (const each of [world, copy]) advanceTo(each, now + 30 * minute)
    expect(JSON.stringify(copy)).toBe(JSON.stringify(world))
  })
})

describe.each([1, 2, 3])('demo with seed %i', (seed) => {
  const world = build('demo', seed)

  it('has a service stuck on a static host port beside one with dynamic ports', () => {
    const checkout = service(world, 'checkout')
    expect(eventsOf(checkout, now)[0]?.message).toMatch(
      /^\(service checkout\) was unable to place a task .* \(container-instance [0-9a-f]{32}\) is already using a port required by your task\./,
    )
    expect(checkout.deployments.map((one) => one.rolloutState)).toEqual(['IN_PROGRESS', 'COMPLETED'])
    expect(service(world, 'storefront').standing?.kind).toBe('steady')
    expect(new Set(targets(world, 'storefront').map((target) => target.port)).size).toBe(3)
    expect(targets(world, 'checkout').map((target) => target.port)).toEqual([8080, 8080, 8080])
  })

  it('has a database with a host volume and a report that is done', () => {
    const { ecs } = regionOf(world, 'ap-northeast-2')
    const definition = ecs.taskDefinitions[service(world, 'mariadb').taskDefinitionArn]?.definition
    expect(definition?.volumes).toEqual([{ name: 'data', host: { sourcePath: '/data/mariadb' } }])
    const report = Object.values(ecs.tasks).find((task) => task.group === 'family:sales-report')
    expect(report).toMatchObject({ lastStatus: 'STOPPED', containers: [{ exitCode: 0 }] })
  })

  it('has a deployment on its way back, and a target that is unhealthy', () => {
    const { ecs } = regionOf(world, 'ap-northeast-2')
    const notifications = service(world, 'notifications')
    expect(notifications.deployments).toMatchObject([
      { status: 'PRIMARY', rolloutState: 'IN_PROGRESS', isRollback: true },
      { status: 'ACTIVE', rolloutState: 'FAILED' },
    ])
    expect(ecs.serviceDeployments[notifications.deployments[0]?.serviceDeploymentArn ?? '']?.status).toBe(
      'ROLLBACK_IN_PROGRESS',
    )
    expect(targets(world, 'admin').find((target) => target.state === 'unhealthy')).toMatchObject({
      reason: 'Target.ResponseCodeMismatch',
      description: 'Health checks failed with these codes: [404]',
    })
  })

  it('has instances that drain or lost their agent, in another Region', () => {
    const { ecs } = regionOf(world, 'us-east-1')
    const states = Object.values(ecs.containerInstances).map((one) => `${one.status} ${one.agentConnected}`)
    expect(states).toHaveLength(3)
    expect(states).toEqual(expect.arrayContaining(['ACTIVE true', 'ACTIVE false', 'DRAINING true']))
    for (const name of ['collector', 'dashboard', 'aggregator']) {
      expect(service(world, name, 'us-east-1').standing?.kind).toBe('steady')
    }
  })

  it('has a day of history and of logs', () => {
    const { history, logGroups, ecs } = regionOf(world, 'ap-northeast-2')
    const web = service(world, 'web')
    const counts = history[`running/${web.serviceArn}`] ?? []
    expect(now - (counts[0]?.[0] ?? now)).toBeGreaterThan(23 * 60 * minute)
    expect(counts.at(-1)?.[1]).toBe(4)
    expect(Object.keys(logGroups)).toContain('/ecs/web')
    expect(Object.keys(logGroups['/ecs/worker']?.streams ?? {})).toHaveLength(4)
    expect(countTasks(tasksOfService(ecs, web.serviceArn))).toEqual({ running: 4, pending: 0 })
  })

  it('finishes the rollback as time goes on', () => {
    const later: World = JSON.parse(JSON.stringify(world))
    advanceTo(later, now + 15 * minute)
    expect(service(later, 'notifications')).toMatchObject({
      deployments: [{ rolloutState: 'COMPLETED' }],
      standing: { kind: 'steady' },
    })
  })
})

it('bad-deploy: circuit breakers count now, and roll back as time advances', () => {
  const world = build('bad-deploy')
  for (const name of ['orders', 'catalog', 'pricing']) {
    expect(service(world, name).deployments[0]?.rolloutState).toBe('IN_PROGRESS')
  }
  expect(service(world, 'orders').deployments[0]?.failedTasks).toBeGreaterThan(0)
  expect(targets(world, 'catalog').some((target) => target.state === 'unhealthy')).toBe(true)
  advanceTo(world, now + 15 * minute)
  for (const name of ['orders', 'catalog']) {
    const { deployments, events } = service(world, name)
    expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED', isRollback: true }])
    expect(events.some((event) => event.message.includes('rolling back to deployment'))).toBe(true)
  }
  expect(service(world, 'pricing').deployments[0]).toMatchObject({ rolloutState: 'IN_PROGRESS' })
})

it('big-fleet: 5,000 services and 10,000 tasks, most of them steady, and cheap to advance', () => {
  const world = build('big-fleet')
  const { ecs, elb } = regionOf(world, 'ap-northeast-2')
  const services = Object.values(ecs.services)
  expect(services).toHaveLength(5000)
  expect(new Set(services.map((one) => one.serviceName)).size).toBe(5000)
  const running = Object.values(ecs.tasks).filter((task) => task.desiredStatus === 'RUNNING').length
  expect(running).toBeGreaterThanOrEqual(10_000)
  expect(running).toBeLessThan(10_300)
  expect(Object.keys(elb.targetGroups)).toHaveLength(300)
  const steady = services.filter((one) => one.standing?.kind === 'steady').length
  expect(steady).toBeGreaterThan(4800)
  expect(steady).toBeLessThan(5000)
  expect(services.filter((one) => (one.deployments[0]?.failedTasks ?? 0) > 0).length).toBeGreaterThan(5)
  expect(services.filter((one) => one.standing?.kind === 'waiting')).toHaveLength(20)
  const before = world.nextOrder
  advanceTo(world, now + 6 * 60 * minute)
  // What is steady schedules nothing: hours cost the few that move, not the fleet.
  expect(world.nextOrder - before).toBeLessThan(8000)
}, 30_000)
