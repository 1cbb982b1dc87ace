import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { advanceTo } from '../advance.ts'
import { addCluster, addDefinition, addService, siteIn } from '../../scenarios/building.ts'
import { createWorld } from '../../world/create.ts'
import type { ServiceRecord } from '../../world/ecs-tables.ts'
import { takeDue } from '../schedule.ts'
import { handlers } from '../handlers.ts'
import { limitsOf } from './rollout-plan.ts'
import { updateService } from './services.ts'

const app = { family: 'app', image: 'app:1', networkMode: 'awsvpc' as const, cpu: 256, memory: 512 }

function serviceOf(desiredCount: number, minimumHealthyPercent: number, maximumPercent: number) {
  const world = createWorld({ id: 'w', scenario: 'test', seed: desiredCount, now: 1_000_000 })
  const site = siteIn(world, 'us-east-1')
  const service = addService(site, addCluster(site, 'c'), addDefinition(site, app), {
    desiredCount,
    deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
  })
  return { world, site, service, region: site.region }
}

it.each([
  [3, 50, 150, 2, 4],
  [1, 50, 150, 1, 1],
  [5, 33, 110, 2, 5],
  [4, 100, 200, 4, 8],
  [3, 0, 100, 0, 3],
])(
  'of %i tasks, minimum %i %% rounds up and maximum %i %% rounds down',
  (desired, min, max, lower, upper) => {
    const { service } = serviceOf(desired, min, max)
    expect(limitsOf(service, desired)).toEqual({ lower, upper })
  },
)

it('says so when the limits allow neither a stop nor a start', () => {
  const { world, region, service } = serviceOf(1, 100, 150)
  advanceTo(world, world.now + 120_000)
  updateService(world, region, service, { forceNewDeployment: true })
  advanceTo(world, world.now + 600_000)
  expect(service.events[0]?.message).toBe(
    '(service app) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
  )
  updateService(world, region, service, { deploymentConfiguration: { maximumPercent: 200 } })
  advanceTo(world, world.now + 600_000)
  expect(service.deployments.map((one) => one.rolloutState)).toEqual(['COMPLETED'])
})

it('keeps at least the minimum running and at most the maximum running or starting, through any healthy deployment', () => {
  const limits = fc.record({
    desired: fc.integer({ min: 1, max: 8 }),
    min: fc.integer({ min: 0, max: 100 }),
    max: fc.integer({ min: 100, max: 250 }),
  })
  fc.assert(
    fc.property(limits, ({ desired, min, max }) => {
      const { world, region, service } = serviceOf(desired, min, max)
      advanceTo(world, world.now + 120_000)
      updateService(world, region, service, { forceNewDeployment: true })
      const { lower, upper } = limitsOf(service, desired)
      const end = world.now + 900_000
      for (let event = takeDue(world, end); event; event = takeDue(world, end)) {
        world.now = event.at
        handlers[event.kind]?.(world, event)
        const tasks = Object.values(region.ecs.tasks).filter((task) => task.desiredStatus === 'RUNNING')
        expect(tasks.filter((task) => task.lastStatus === 'RUNNING').length).toBeGreaterThanOrEqual(lower)
        expect(tasks.length).toBeLessThanOrEqual(Math.max(desired, upper))
      }
      expect(isDone(service)).toBe(lower < desired || upper > desired)
    }),
    { numRuns: 60 },
  )
})

function isDone(service: ServiceRecord): boolean {
  return service.deployments.length === 1 && service.deployments[0]?.rolloutState === 'COMPLETED'
}
