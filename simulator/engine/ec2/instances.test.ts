/** An instance started by hand as a target: what a load balancer finds there before a cutover. */
import { expect, test } from 'vitest'
import { advanceTo } from '../advance.ts'
import { balanced, REGION, testingWorld } from '../elb/testing-world.ts'
import { endpointAt } from '../endpoints.ts'
import { registerTarget, targetHealth } from '../targets.ts'
import { createInstance, setInstanceState } from './build.ts'

const MINUTE = 60_000

function start(targetType: 'instance' | 'ip') {
  const world = testingWorld()
  world.images['legacy'] = { http: { '/': { status: 200, latencyMs: 5 } } }
  const instance = createInstance(world, REGION, {
    subnetId: 'subnet-a',
    listening: [{ port: 80, image: 'legacy' }],
  })
  const { group } = balanced(world, { targetType })
  const id = targetType === 'ip' ? instance.privateIp : instance.instanceId
  registerTarget(world, REGION, group.targetGroupArn, { id, port: 80 })
  const state = () => {
    advanceTo(world, world.now + 5 * MINUTE)
    return targetHealth(world, REGION, group.targetGroupArn, { id, port: 80 })?.state
  }
  return { world, instance, id, state }
}

test.each(['instance', 'ip'] as const)('is a healthy target by %s until it is stopped', (targetType) => {
  const { world, instance, state } = start(targetType)
  expect(state()).toBe('healthy')
  setInstanceState(world, REGION, instance.instanceId, 'stopped')
  expect(state()).toBe('unhealthy')
  setInstanceState(world, REGION, instance.instanceId, 'running')
  expect(state()).toBe('healthy')
})

test('answers as its image says, on its own ports only', () => {
  const { world, id } = start('instance')
  expect(endpointAt(world, REGION, id, 80)?.behaviour).toBe(world.images['legacy'])
  expect(endpointAt(world, REGION, id, 81)).toBeUndefined()
})
