import { describe, expect, it } from 'vitest'
import { addCluster, addDefinition, addService, imageOf, siteIn } from '../../scenarios/building.ts'
import { createWorld } from '../../world/create.ts'
import type { ServiceRecord } from '../../world/ecs-tables.ts'
import { advanceTo } from '../advance.ts'
import { failureThreshold } from './circuit-breaker.ts'
import { updateService } from './services.ts'

const healthCheck = { command: ['CMD-SHELL', 'true'], interval: 10, retries: 3 }

function fargateService(desiredCount: number, circuitBreaker: Record<string, unknown>, image = 'app:1') {
  const world = createWorld({ id: 'w', scenario: 'test', seed: 3, now: 1_000_000 })
  const site = siteIn(world, 'us-east-1')
  world.images[imageOf(site, 'app:bad')] = { exit: { afterMs: 4000, code: 3 } }
  const definition = (name: string) =>
    addDefinition(site, {
      family: 'app',
      image: name,
      networkMode: 'awsvpc',
      cpu: 256,
      memory: 512,
      container: { healthCheck },
    })
  const service = addService(site, addCluster(site, 'c'), definition(image), {
    desiredCount,
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true, ...circuitBreaker },
    },
  })
  advanceTo(world, world.now + 120_000)
  const deploy = (name: string) =>
    updateService(world, site.region, service, { taskDefinitionArn: definition(name).taskDefinitionArn })
  const wait = (ms: number) => advanceTo(world, world.now + ms)
  return { world, region: site.region, service, deploy, wait }
}

function messages(service: ServiceRecord): string[] {
  return service.events.map((event) => event.message)
}

describe('the threshold', () => {
  it.each([
    [0, 3],
    [5, 3],
    [7, 4],
    [100, 50],
    [1000, 200],
  ])('for %i tasks is %i', (desired, threshold) => {
    const { service } = fargateService(0, {})
    service.desiredCount = desired
    expect(failureThreshold(service)).toBe(threshold)
  })

  it.each([
    [{ type: 'COUNT', value: 7 }, 7],
    [{ type: 'UNBOUNDED_PERCENT', value: 10 }, 2],
    [{ type: 'BOUNDED_PERCENT', value: 100 }, 20],
  ])('as configured: %o', (thresholdConfiguration, threshold) => {
    const { service } = fargateService(0, { thresholdConfiguration })
    service.desiredCount = 20
    expect(failureThreshold(service)).toBe(threshold)
  })
})

describe('a deployment whose tasks crash', () => {
  it('fails at the threshold and rolls back to the deployment before it', () => {
    const { region, service, deploy, wait } = fargateService(4, {})
    const [good] = service.deployments
    deploy('app:bad')
    const [bad] = service.deployments
    wait(600_000)
    expect(service.deployments).toMatchObject([{ id: good?.id, rolloutState: 'COMPLETED' }])
    expect(service.taskDefinitionArn).toBe(good?.taskDefinitionArn)
    expect(messages(service)).toContain(
      `(service app) (deployment ${bad?.id}) deployment failed: tasks failed to start.`,
    )
    expect(messages(service)).toContain(`(service app) rolling back to deployment ${good?.id}.`)
    expect(messages(service)[0]).toBe('(service app) has reached a steady state.')
    expect(region.ecs.serviceDeployments[bad?.serviceDeploymentArn ?? '']).toMatchObject({
      status: 'ROLLBACK_SUCCESSFUL',
      circuitBreaker: { status: 'TRIGGERED', threshold: 3 },
      rollback: { serviceRevisionArn: good?.serviceRevisionArn },
    })
    const running = Object.values(region.ecs.tasks).filter((task) => task.lastStatus === 'RUNNING')
    expect(running.map((task) => task.deploymentId)).toEqual(Array(4).fill(good?.id))
  })

  it('stops launching when there is nothing to roll back to', () => {
    const { region, service, wait } = fargateService(2, {}, 'app:bad')
    wait(600_000)
    const launched = Object.keys(region.ecs.tasks).length
    expect(service.deployments).toMatchObject([
      {
        rolloutState: 'FAILED',
        rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
      },
    ])
    wait(600_000)
    expect(Object.keys(region.ecs.tasks)).toHaveLength(launched)
  })

  it('goes on for ever without a circuit breaker, but ever more slowly', () => {
    const { service, region, deploy, wait } = fargateService(2, { enable: false })
    deploy('app:bad')
    wait(900_000)
    expect(service.deployments[0]).toMatchObject({ rolloutState: 'IN_PROGRESS' })
    expect(messages(service)).toContain(
      '(service app) is unable to consistently start tasks successfully. For more information, see the Troubleshooting section.',
    )
    const soFar = service.deployments[0]?.failedTasks ?? 0
    expect(soFar).toBeGreaterThan(6)
    wait(3_600_000)
    const later = (service.deployments[0]?.failedTasks ?? 0) - soFar
    expect(later).toBeGreaterThan(0)
    expect(later).toBeLessThan(4 * soFar)
    const old = Object.values(region.ecs.tasks).filter((task) => task.healthStatus === 'HEALTHY')
    expect(old).toHaveLength(2)
  })
})
