import { expect, test } from 'vitest'
import { advanceTo } from '../../engine/advance.ts'
import { registerInstance, setAgentConnected } from '../../engine/ecs/container-instances.ts'
import { addCluster, siteIn } from '../../scenarios/building.ts'
import { createWorld } from '../../world/create.ts'
import { instanceView } from './instance-view.ts'

const start = Date.UTC(2026, 10, 20, 6)
const minute = 60_000

function detail(status: string, updated: number, changed: number): object {
  return { status, lastUpdated: new Date(updated), lastStatusChange: new Date(changed) }
}

test('health tells since when the agent is away, and since when it is back', () => {
  const world = createWorld({ id: 'w', scenario: 'empty', seed: 1, now: start })
  const site = siteIn(world, 'eu-west-1')
  const instance = registerInstance(world, site.region, {
    clusterArn: addCluster(site, 'shop').clusterArn,
    ec2InstanceId: 'i-1',
    privateIp: '10.0.0.9',
    availabilityZone: 'eu-west-1a',
    instanceType: 't3.medium',
  })
  const health = () =>
    instanceView(site.region, instance, world.now, ['CONTAINER_INSTANCE_HEALTH']).healthStatus
  advanceTo(world, start + minute)
  expect(health()).toMatchObject({
    overallStatus: 'OK',
    details: [
      { type: 'CONTAINER_RUNTIME', ...detail('OK', start + minute, start) },
      { type: 'AGENT_CONNECTIVITY', ...detail('OK', start + minute, start) },
    ],
  })

  setAgentConnected(world, site.region, instance, false)
  advanceTo(world, start + 5 * minute)
  expect(health()).toMatchObject({
    overallStatus: 'IMPAIRED',
    details: [
      detail('OK', start + minute, start),
      { type: 'AGENT_CONNECTIVITY', ...detail('IMPAIRED', start + minute, start + minute) },
    ],
  })

  setAgentConnected(world, site.region, instance, true)
  advanceTo(world, start + 9 * minute)
  expect(health()).toMatchObject({
    overallStatus: 'OK',
    details: [detail('OK', start + 9 * minute, start), detail('OK', start + 9 * minute, start + 5 * minute)],
  })
})
